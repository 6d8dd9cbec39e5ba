import { makeKnownServices } from '#functions/_shell/calls/pages/known-services';
import { messageIn, notFound, senderIn } from '#functions/_shell/calls/pages/names';
import type { Bound } from '#functions/_shell/http-door';
import type { Form } from '#functions/_shell/visits/form';
import type { PageDoor, Visiting } from '#functions/_shell/visits/page-door';
import type { Shown } from '#functions/_shell/visits/shown';
import { pageOfReply, pageOfWriting, sendReply, sendWriting } from '#shared/contracts/pages/mailbox';
import { type AttachFilesPorts, type FilesRefused, makeAttachFiles } from '#shared/flow/intake/attach-files';
import { serviceId } from '#shared/domain/message/ids';
import type { ListAsPorts } from '#shared/flow/mandate/list-as';
import { type ReceivePorts, makeReceiveMessage } from '#shared/flow/mailbox/receive-message';
import { makeShowEnvelope } from '#shared/flow/delivery/show-envelope';
import { EMPTY, type FieldName, type Filled } from '#web/forms';
import { newMessagePage, replyPage } from '#web/pages/writing';

export type WritingPorts = ReceivePorts & ListAsPorts & AttachFilesPorts;

const LONGEST_TITLE = 256;
const LONGEST_BODY = 40_000;

/** Writing to authorities: an answer, or a message of one's own accord (REQ-062, REQ-063). */
export function writingCalls(ports: WritingPorts, door: PageDoor): Bound[] {
  return [...replyCalls(ports, door), ...newCalls(ports, door)];
}

function replyCalls(ports: WritingPorts, door: PageDoor): Bound[] {
  const { reply } = makeReceiveMessage(ports);
  const attachFiles = makeAttachFiles(ports);
  const showEnvelope = makeShowEnvelope(ports);
  const showReply = async (visiting: Visiting, filled: Filled): Promise<Shown> => {
    const { request, acting, frame } = visiting;
    const id = messageIn(request);
    const outside = id && (await showEnvelope(acting, id));
    if (outside?.ok !== true || !outside.value.replyAllowed) return notFound(visiting);
    const { messageId, title, ...sender } = outside.value;
    const page = replyPage(frame, { messageId, title, ...senderIn(sender, frame.language), filled });
    return { page, status: statusOf(filled) };
  };
  return [
    door.visited(pageOfReply, async (visiting) => showReply(visiting, EMPTY)),
    door.visited(sendReply, async (visiting) => {
      const { request, acting, form, files } = visiting;
      const id = messageIn(request);
      const body = bodyIn(form);
      const filled: Filled = { values: { body }, wrong: wrongIn({ body }) };
      if (!id || filled.wrong.length > 0) return showReply(visiting, filled);
      const attached = await attachFiles(acting, files);
      if (!attached.ok) return showReply(visiting, withFault(filled, attached.refusal));
      const sent = await reply(acting, id, { body, attachmentIds: attached.value });
      return sent.ok ? { to: `/messages/${id}`, change: { notice: 'sent' } } : notFound(visiting);
    }),
  ];
}

function newCalls(ports: WritingPorts, door: PageDoor): Bound[] {
  const { write } = makeReceiveMessage(ports);
  const attachFiles = makeAttachFiles(ports);
  const knownTo = makeKnownServices(ports);

  const showForm = async (visiting: Visiting, asked: string, filled: Filled): Promise<Shown> => {
    const services = await knownTo(visiting);
    const isKnown = services.some((each) => each.serviceId === asked);
    const chosen = isKnown || asked !== '' ? asked : (services[0]?.serviceId ?? '');
    const values = { ...filled.values, service: isKnown ? '' : asked };
    return {
      page: newMessagePage(visiting.frame, { services, chosen, filled: { ...filled, values } }),
      status: statusOf(filled),
    };
  };
  return [
    door.visited(pageOfWriting, async (visiting) => showForm(visiting, visiting.request.query['service'] ?? '', EMPTY)),
    door.visited(sendWriting, async (visiting) => {
      const { acting, form, files } = visiting;
      const asked = form('service').trim() || form('known');
      const [title, body] = [form('title').trim(), bodyIn(form)];
      const id = serviceId.safeParse(asked);
      const filled: Filled = {
        values: { title, body },
        wrong: [...(id.success ? [] : WRONG_SERVICE), ...wrongIn({ title, body })],
      };
      if (!id.success || filled.wrong.length > 0) return showForm(visiting, asked, filled);
      const attached = await attachFiles(acting, files);
      if (!attached.ok) return showForm(visiting, asked, withFault(filled, attached.refusal));
      const sent = await write(acting, id.data, { title, body, attachmentIds: attached.value });
      return sent.ok
        ? { to: '', change: { notice: 'sent' } }
        : showForm(visiting, asked, { ...filled, wrong: WRONG_SERVICE });
    }),
  ];
}

const FAULTS = {
  'files-too-many': 'filesMany',
  'files-too-large': 'filesLarge',
  'files-of-other-type': 'filesType',
} as const satisfies Record<FilesRefused['kind'], FieldName>;

function withFault({ values }: Filled, refused: FilesRefused): Filled {
  const files = refused.kind === 'files-of-other-type' ? refused.names.join(', ') : undefined;
  return { values: { ...values, files }, wrong: [FAULTS[refused.kind]] };
}

const WRONG_SERVICE: readonly FieldName[] = ['service'];

/** Browsers end lines as mail does. */
function bodyIn(form: Form): string {
  return form('body').replaceAll('\r\n', '\n').trim();
}

function wrongIn({ title, body }: { readonly title?: string; readonly body: string }): FieldName[] {
  const isWrong = (text: string, longest: number) => text.length === 0 || text.length > longest;
  return [
    ...(title !== undefined && isWrong(title, LONGEST_TITLE) ? (['title'] as const) : []),
    ...(isWrong(body, LONGEST_BODY) ? (['body'] as const) : []),
  ];
}

/** A form that is shown again is a refusal. */
export function statusOf({ wrong }: Filled): number {
  return wrong.length === 0 ? 200 : 400;
}
