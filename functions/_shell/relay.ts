import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { faultOf, log } from '#functions/_shell/log';
import { messageStores } from '#functions/_shell/stores';
import { makeDynamoLetterShelf } from '#shared/adapters/dynamodb/letter-shelf';
import { makeDynamoPostiAccounts } from '#shared/adapters/dynamodb/posti-accounts';
import { makeSuomifiRelay } from '#shared/adapters/print/suomifi-relay';
import { systemClock } from '#shared/adapters/system/clock';
import type { RelaySystem } from '#shared/contracts/config/parts';
import { makeRelayLetters } from '#shared/flow/delivery-postal/relay-letters';
import type { HandOver } from '#shared/ports/hand-over';
import type { PostalRelay, RelayFeed } from '#shared/ports/postal-relay';
import type { Sealer } from '#shared/ports/sealer';

export interface HandOverConfig {
  /** `none`, `s3:bucket/prefix`, or `relay:https://host`. */
  readonly HAND_OVER: string;
  readonly RELAY_SYSTEM: RelaySystem | 'none';
  readonly DOCUMENTS: string;
  readonly LETTERS_TABLE: string;
  readonly MESSAGES_TABLE: string;
  readonly WAKE_SHARDS: number;
}

/** What the seal of the hub's password there is bound to. */
export const RELAY_PASSWORD_CONTEXT = 'relay-system';

/** The national Suomi.fi Messages; nothing where letters are not relayed. */
export function nationalPost(
  { HAND_OVER, RELAY_SYSTEM }: Pick<HandOverConfig, 'HAND_OVER' | 'RELAY_SYSTEM'>,
  sealer: Sealer,
): (PostalRelay & RelayFeed) | undefined {
  const [, base] = /^relay:(.+)$/.exec(HAND_OVER) ?? [];
  if (base === undefined) return undefined;
  if (RELAY_SYSTEM === 'none') throw new Error('letters are to be relayed, and nothing says how to sign in there');
  const { username, sealedPassword } = RELAY_SYSTEM;
  const password = async () => sealer.openText(RELAY_PASSWORD_CONTEXT, sealedPassword);
  return makeSuomifiRelay({ base, username, password, ask: fetch, clock: systemClock });
}

/** The hand-over of letters there. */
export function openRelayHandOver(config: HandOverConfig, sealer: Sealer): HandOver {
  const relay = nationalPost(config, sealer);
  if (!relay) throw new Error('letters are not relayed');
  const letters = { client: dynamo(), tableName: config.LETTERS_TABLE };
  return makeRelayLetters({
    ...messageStores(config),
    relay,
    accounts: makeDynamoPostiAccounts(letters),
    shelf: makeDynamoLetterShelf(letters),
    documents: documentStore(config),
    sealer,
    onFault: (fault) => {
      log({ level: 'warn', event: 'letter-not-relayed', step: 'cut-batches', fault: faultOf(fault) });
    },
  });
}
