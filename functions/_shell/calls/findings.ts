import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import type { Answer, HttpRequest } from '#functions/_shell/http';
import { problemAnswer } from '#functions/_shell/refusals';
import {
  closeDelivery,
  confirmArchiving,
  rebutDelivery,
  recallMessage,
  transferInbound,
} from '#shared/contracts/hub/findings';
import { messageId } from '#shared/domain/message/ids';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { makeConfirmArchiving } from '#shared/flow/retention/confirm-archiving';
import {
  type FindingPorts,
  type FindingRefusal,
  type Spoken,
  makeRecordFinding,
} from '#shared/flow/evidence/record-finding';
import { type RecallPorts, makeRecallMessage } from '#shared/flow/intake/recall-message';
import { type TransferPorts, type TransferRefusal, makeTransferInbound } from '#shared/flow/mailbox/transfer-inbound';
import type { Result } from '#shared/kernel/result';

/** What officials know of a service: the hub's own front. */
export function findingCalls(
  ports: FindingPorts & TransferPorts & RecallPorts,
  caller: Authenticate<SendingSystem>,
): Bound[] {
  const { close, rebut } = makeRecordFinding(ports);
  const archive = makeConfirmArchiving(ports);
  const transfer = makeTransferInbound(ports);
  const recall = makeRecallMessage(ports);
  return [
    bind(closeDelivery, caller, async ({ params, body, request }, sender) => {
      const spoken = spokenOf(sender, params.messageId, body.deliveryId);
      return answerOf(request, spoken && (await close(spoken, body)));
    }),
    bind(rebutDelivery, caller, async ({ params, body, request }, sender) => {
      const spoken = spokenOf(sender, params.messageId, body.deliveryId);
      return answerOf(request, spoken && (await rebut(spoken, body)));
    }),
    bind(recallMessage, caller, async ({ params, body, request }, { tenantId }) => {
      const id = messageId.safeParse(Number(params.messageId));
      const recalled = id.success ? await recall(tenantId, id.data, body.reason) : undefined;
      if (recalled?.ok === true) return { status: 204 };
      return problemAnswer(request, recalled?.refusal.kind === 'recall-too-late' ? 'recall-too-late' : 'not-found');
    }),
    bind(confirmArchiving, caller, async ({ params, body, request }, { tenantId }) => {
      const id = messageId.safeParse(Number(params.messageId));
      return answerOf(request, id.success ? await archive(tenantId, id.data, body.archivedOn) : undefined);
    }),
    bind(transferInbound, caller, async ({ params, body, request }, { tenantId }) => {
      const id = messageId.safeParse(Number(params.messageId));
      if (!id.success) return problemAnswer(request, 'not-found');
      const passed = await transfer({ tenantId, messageId: id.data }, body);
      if (!passed.ok) return transferRefused(request, passed.refusal);
      return { status: 201, json: { toServiceId: passed.value.toServiceId, transferredAt: passed.value.at } };
    }),
  ];
}

function spokenOf({ tenantId }: SendingSystem, message: string, deliveryId: string): Spoken | undefined {
  const id = messageId.safeParse(Number(message));
  return id.success ? { tenantId, messageId: id.data, deliveryId } : undefined;
}

function transferRefused(request: HttpRequest, refusal: TransferRefusal): Answer {
  if (refusal.kind === 'body-refused') return problemAnswer(request, 'body-invalid', { fields: refusal.problems });
  return problemAnswer(request, refusal.kind === 'not-there' ? 'not-found' : 'conflict');
}

function answerOf(request: HttpRequest, recorded: Result<unknown, FindingRefusal> | undefined): Answer {
  if (recorded?.ok === true) return { status: 204 };
  if (recorded?.refusal.kind === 'finding-refused')
    return problemAnswer(request, 'body-invalid', { fields: recorded.refusal.problems });
  return problemAnswer(request, 'not-found');
}
