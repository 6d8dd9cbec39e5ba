import type { Answer } from '#functions/_shell/http';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { fieldsAnswer, listedFieldsAnswer } from '#functions/_shell/refusals';
import { sendElectronic, sendMultichannel, sendPaperMailWithoutId } from '#shared/contracts/suomifi/sending';
import type { Submission } from '#shared/domain/intake/check-submission';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { MessageId } from '#shared/domain/message/ids';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { type AcceptPorts, makeAcceptMessage } from '#shared/flow/intake/accept-message';

/** The three ways to send. */
export function sendingCalls(ports: AcceptPorts, caller: Authenticate<SendingSystem>): Bound[] {
  const acceptMessage = makeAcceptMessage(ports);

  async function send(
    sender: SendingSystem,
    submission: Submission,
    refused: (problems: readonly FieldProblem[]) => Answer,
  ): Promise<Answer> {
    const accepted = await acceptMessage(sender, submission);
    if (accepted.ok) return { status: 200, json: { messageId: accepted.value } };
    const { refusal } = accepted;
    return refusal.kind === 'duplicate' ? conflict(refusal.messageId, refusal.differs) : refused(refusal.problems);
  }

  return [
    bind(sendMultichannel, caller, ({ body }, sender) => {
      const { sender: from, ...rest } = body;
      return send(sender, { ...rest, serviceId: from.serviceId }, fieldsAnswer);
    }),
    bind(sendElectronic, caller, ({ body }, sender) => {
      const { sender: from, ...rest } = body;
      return send(sender, { ...rest, serviceId: from.serviceId }, listedFieldsAnswer);
    }),
    bind(sendPaperMailWithoutId, caller, ({ body }, sender) => {
      const { sender: from, ...rest } = body;
      return send(sender, { ...rest, serviceId: from.serviceId }, fieldsAnswer);
    }),
  ];
}

/** 409 means success to a client that retries; the reason tells one that did not mean to (domain.md 3.4, C0). */
function conflict(messageId: MessageId, differs: boolean): Answer {
  const reason = differs
    ? 'externalId was used before for a message with another body; that message stands and this one was not accepted'
    : 'externalId was used before; the message was accepted then';
  return { status: 409, json: { messageId, reason } };
}
