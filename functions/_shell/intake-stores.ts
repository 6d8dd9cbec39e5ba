import { dynamo } from '#functions/_shell/clients';
import { makeDynamoAttachmentLog } from '#shared/adapters/dynamodb/attachment-log';
import { makeDynamoGates } from '#shared/adapters/dynamodb/gates';
import { makeDynamoInboundLog } from '#shared/adapters/dynamodb/inbound-log';
import { makeDynamoAliases } from '#shared/adapters/dynamodb/mailboxes';
import { makeDynamoMatters } from '#shared/adapters/dynamodb/matters';
import { makeDynamoMessageLog } from '#shared/adapters/dynamodb/message-log';

/** What taking a message in asks, and no more of either table: every send waits for the start of its door. */
export function intakeStores({
  MESSAGES_TABLE,
  RECIPIENTS_TABLE,
  WAKE_SHARDS,
}: {
  readonly MESSAGES_TABLE: string;
  readonly RECIPIENTS_TABLE: string;
  readonly WAKE_SHARDS: number;
}) {
  const messages = { client: dynamo(), tableName: MESSAGES_TABLE, wakeShards: WAKE_SHARDS };
  const recipients = { client: dynamo(), tableName: RECIPIENTS_TABLE, wakeShards: WAKE_SHARDS };
  return {
    messages: makeDynamoMessageLog(messages),
    attachments: makeDynamoAttachmentLog(messages),
    inbound: makeDynamoInboundLog(messages),
    aliases: makeDynamoAliases(recipients),
    gates: makeDynamoGates(recipients),
    matters: makeDynamoMatters(recipients),
  };
}
