import type { ConsentRecord } from '#shared/domain/consent/consent-record';
import { type MatterPreference, type ProcessAddress, processAddress } from '#shared/domain/consent/matter-preference';
import { WHOLE_MAILBOX } from '#shared/domain/mailbox/search';
import type { DeliveryFact } from '#shared/domain/message/facts';
import { type RecipientId, deliveryIdOf } from '#shared/domain/message/ids';
import type { Delivery } from '#shared/domain/message/delivery';
import { type ListPorts, type MailboxLine, makeListMailbox } from '#shared/flow/mailbox/list-mailbox';
import { type ListAccessPorts, type AccessPage, makeListAccess } from '#shared/flow/own-data/list-access';
import { type ListSentPorts, type ShownSentLine, makeListSent } from '#shared/flow/mailbox/list-sent';
import { matterContext } from '#shared/flow/delivery/matter-choice';
import { emailContext } from '#shared/flow/notice/notice-context';
import { findAddressed } from '#shared/flow/delivery/read-content';
import { type OwnRequest, type RequestDataPorts, makeRequestData } from '#shared/flow/own-data/request-data';
import { makeFindSent } from '#shared/flow/mailbox/show-sent';
import { ACTOR_CONTEXT, type Acting } from '#shared/flow/mandate/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Instant } from '#shared/kernel/time';
import type { OwnRecords } from '#shared/ports/own-records';
import type { PowerHolder, PowerRegister } from '#shared/ports/powers';
import type { PopulationRegister } from '#shared/ports/registers';
import type { PersonRecord } from '#shared/domain/registers/person';

export interface ExportPorts extends ListPorts, ListSentPorts, ListAccessPorts, RequestDataPorts {
  readonly ownRecords: OwnRecords;
  readonly people: PopulationRegister;
  readonly powers: Pick<PowerRegister, 'holdersFor'>;
  readonly tenants: RequestDataPorts['tenants'];
  readonly sealer: RequestDataPorts['sealer'];
}

export interface ExportWish {
  readonly after?: string;
  /** Whether bodies of opened messages come with it. */
  readonly contents: boolean;
  /** Most pages that are put together. @default 1 */
  readonly pages?: number;
}

/** A message of the mailbox with what has happened to it. */
export interface ExportedMessage {
  readonly line: MailboxLine;
  readonly facts: readonly DeliveryFact[];
  readonly content?: { readonly body: string; readonly bodyFormat: string };
}

/** A message the person has sent to an authority, with what has happened to it. */
export interface ExportedSent {
  readonly line: ShownSentLine;
  readonly facts: readonly DeliveryFact[];
  readonly content?: { readonly body: string };
}

/** What stands on the first page alone. */
export interface ExportedPerson {
  readonly id: string;
  readonly name: string;
  readonly recipientId?: RecipientId;
  readonly consents: readonly ConsentRecord[];
  readonly matters: readonly (MatterPreference & { readonly address?: ProcessAddress })[];
  readonly powers: readonly PowerHolder[];
  readonly population?: PersonRecord;
  readonly requests: readonly OwnRequest[];
  readonly accessLog: AccessPage['entries'];
}

export interface OwnData {
  readonly exportedAt: Instant;
  readonly person?: ExportedPerson;
  readonly messages: readonly ExportedMessage[];
  /** After the last of the messages. */
  readonly sent: readonly ExportedSent[];
  readonly next?: string;
}

/** Messages on one page: with their contents a page stays far below what a function may answer. */
const PAGE = 25;
/** Newest entries of the log and newest requests; the rest have lists of their own. */
const MOST = 200;

/**
 * All that the hub holds on a person, for that person and nobody else, a page at a time. Entered in the log before
 * anything is shown; it opens no message.
 *
 * @see 2016/679 art. 15 and 20; REQ-149, REQ-151
 */
export function makeExportOwnData(ports: ExportPorts) {
  const { accessLog, ids, clock } = ports;
  const personOf = makePersonPart(ports);
  const messagesOf = makeMessagesPart(ports);

  return async function exportOwnData(
    acting: Acting,
    wish: ExportWish,
  ): Promise<Result<OwnData, { readonly kind: 'not-for-another' }>> {
    if (acting.onBehalf) return refuse({ kind: 'not-for-another' });
    const { recipientId, actor } = acting;
    const exportedAt = clock();
    if (recipientId)
      await accessLog.enter(recipientId, { entryId: ids.attempt(), at: exportedAt, act: 'DATA_EXPORTED', by: actor });
    const page = recipientId ? await pagesOf(acting, wish) : { messages: [], sent: [] };
    return ok({ exportedAt, person: wish.after === undefined ? await personOf(acting) : undefined, ...page });
  };

  async function pagesOf(acting: Acting, { pages = 1, ...wish }: ExportWish): Promise<Omit<OwnData, 'exportedAt'>> {
    const { messages, sent, next } = await messagesOf(acting, wish);
    if (pages <= 1 || next === undefined) return { messages, sent, next };
    const rest = await pagesOf(acting, { ...wish, after: next, pages: pages - 1 });
    return { messages: [...messages, ...rest.messages], sent: [...sent, ...rest.sent], next: rest.next };
  }
}

function makePersonPart(ports: ExportPorts) {
  const { ownRecords, people, powers, sealer } = ports;
  const { requestsOf } = makeRequestData(ports);
  const listAccess = makeListAccess(ports);

  return async function personOf({ owner, recipientId }: Acting): Promise<ExportedPerson> {
    const [population, holders, held] = await Promise.all([
      people.find(owner.id),
      powers.holdersFor(owner.id),
      recipientId ? heldOn(recipientId) : NOTHING,
    ]);
    return { id: owner.id, name: owner.name, recipientId, population, powers: holders, ...held };
  };

  async function heldOn(owner: RecipientId) {
    const [consents, matters, requests, accessLog] = await Promise.all([
      ownRecords.consents(owner),
      ownRecords.matters(owner),
      requestsOf(owner, { limit: MOST }),
      listAccess(owner, { limit: MOST }),
    ]);
    return {
      consents: await Promise.all(consents.map(async (each) => openConsent(owner, each))),
      matters: await Promise.all(matters.map(openMatter)),
      requests: requests.requests,
      accessLog: accessLog.entries,
    };
  }

  async function openConsent(recipientId: RecipientId, record: ConsentRecord): Promise<ConsentRecord> {
    const { email, actor } = record;
    return {
      ...record,
      email: email === undefined ? undefined : await sealer.openText(emailContext({ recipientId }), email),
      actor: { ...actor, name: await openName(actor.name) },
    };
  }

  async function openMatter(preference: MatterPreference) {
    const { sealed, actor } = preference;
    const text = sealed === undefined ? undefined : await sealer.openText(matterContext(preference), sealed);
    return {
      ...preference,
      actor: { ...actor, name: await openName(actor.name) },
      address: text === undefined ? undefined : processAddress.parse(JSON.parse(text)),
    };
  }

  async function openName(name: string | undefined): Promise<string | undefined> {
    return name === undefined ? undefined : sealer.openText(ACTOR_CONTEXT, name);
  }
}

const NOTHING = { consents: [], matters: [], requests: [], accessLog: [] };

/** Begins what a page of sent messages goes on after. */
const SENT = 'sent/';

/** All that is kept in the mailbox, deleted or not, and after it what was sent. */
function makeMessagesPart(ports: ExportPorts) {
  const list = makeListMailbox(ports);
  const listSent = makeListSent(ports);
  const { received, sent } = makeMessageParts(ports);

  return async function messagesOf(acting: Acting, { after, contents }: ExportWish) {
    const goesOn = after?.startsWith(SENT) ? after.slice(SENT.length) : undefined;
    const listed = goesOn === undefined ? await inMailbox(acting, after) : NO_LINES;
    const wrote = listed.next === undefined ? await listSent(acting, { after: goesOn, limit: PAGE }) : NO_LINES;
    return {
      messages: await Promise.all(listed.lines.map(async (line) => received(acting, line, contents))),
      sent: await Promise.all(wrote.lines.map(async (line) => sent(acting, line, contents))),
      next: listed.next ?? (wrote.next && `${SENT}${wrote.next}`),
    };
  };

  async function inMailbox({ recipientId }: Acting, after: string | undefined) {
    return recipientId ? list(recipientId, { after, limit: PAGE, search: WHOLE_MAILBOX }) : NO_LINES;
  }
}

const NO_LINES = { lines: [], next: undefined };

function makeMessageParts(ports: ExportPorts) {
  const { deliveries, messages, sealer } = ports;
  const findSent = makeFindSent(ports);

  async function received(acting: Acting, line: MailboxLine, contents: boolean): Promise<ExportedMessage> {
    const all = await deliveries.ofMessage(line.messageId);
    const mine = all.find(({ recipientId }) => recipientId === acting.recipientId);
    const content = contents && mine && line.state === 'OPENED' ? await contentOf(mine) : undefined;
    return { line, facts: await factsOf(mine), content };
  }

  async function sent(acting: Acting, line: ShownSentLine, contents: boolean): Promise<ExportedSent> {
    const facts = await factsOf(await deliveries.read(deliveryIdOf(line.messageId, 1)));
    const found = contents ? await findSent(acting, line.messageId) : undefined;
    return { line, facts, content: found?.ok === true ? { body: found.value.content.body } : undefined };
  }

  async function factsOf(delivery: Delivery | undefined): Promise<DeliveryFact[]> {
    return Promise.all((delivery?.facts ?? []).map(openActor));
  }

  async function openActor(fact: DeliveryFact): Promise<DeliveryFact> {
    if (fact.by?.name === undefined) return fact;
    return { ...fact, by: { ...fact.by, name: await sealer.openText(ACTOR_CONTEXT, fact.by.name) } };
  }

  async function contentOf(delivery: Delivery): Promise<ExportedMessage['content']> {
    const message = await messages.read(delivery.messageId);
    const electronic = message && (await findAddressed({ sealer }, message, delivery))?.content.electronic;
    return electronic && { body: electronic.body, bodyFormat: electronic.bodyFormat };
  }

  return { received, sent };
}
