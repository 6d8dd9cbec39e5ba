import type fc from 'fast-check';
import { makeKeyRing } from '#shared/adapters/crypto/key-ring';
import { makeSealer } from '#shared/adapters/crypto/sealer';
import { makeMemoryDeliveryLog } from '#shared/adapters/memory/delivery-log';
import { makeMemoryDocuments } from '#shared/adapters/memory/documents';
import { makeMemoryExceptions } from '#shared/adapters/memory/exceptions';
import { makeMemoryGates } from '#shared/adapters/memory/gates';
import { makeMemoryIds } from '#shared/adapters/memory/ids';
import { makeMemoryKeyStore } from '#shared/adapters/memory/key-store';
import { makeGivenPowers } from '#shared/adapters/memory/given-powers';
import { makeMemoryCorrespondence } from '#shared/adapters/memory/correspondence';
import { makeMemoryInboundLog } from '#shared/adapters/memory/inbound-log';
import { makeMemoryLetterPress } from '#shared/adapters/memory/letter-press';
import { makeMemoryLetterShelf } from '#shared/adapters/memory/letter-shelf';
import { makeMemoryPostalGates } from '#shared/adapters/memory/postal-gates';
import { makeMemoryAliases, makeMemoryEntries } from '#shared/adapters/memory/mailboxes';
import { makeMemoryMailer } from '#shared/adapters/memory/mailer';
import { makeMemoryMatters } from '#shared/adapters/memory/matters';
import { makeMemoryMessageLog } from '#shared/adapters/memory/message-log';
import { makeMemoryNudger } from '#shared/adapters/memory/nudger';
import { makeMemoryObstacles } from '#shared/adapters/memory/obstacles';
import { makeMemoryOutages } from '#shared/adapters/memory/outages';
import { makeMemoryRegisters } from '#shared/adapters/memory/registers';
import { makeMemoryTables } from '#shared/adapters/memory/tables';
import { makeMemoryTenants } from '#shared/adapters/memory/tenants';
import { makeMemoryWorkIndex } from '#shared/adapters/memory/work-index';
import type { Gate } from '#shared/domain/consent/gate';
import { type MessageId, externalId } from '#shared/domain/message/ids';
import { makeChangeConsent } from '#shared/flow/consent/change-consent';
import { makeDeliverElectronically } from '#shared/flow/delivery/deliver-electronically';
import { makeMessageSlots } from '#shared/flow/intake/message-slots';
import { makeOrderPrint } from '#shared/flow/delivery-postal/order-print';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { makeRecordNoticeEvent } from '#shared/flow/notice/record-notice-event';
import { makeRouteMessage } from '#shared/flow/delivery/route-message';
import { makeSealSubmission } from '#shared/flow/intake/seal-submission';
import { makeSweep } from '#shared/flow/delivery/sweep';
import { HOUR, type Instant, after } from '#shared/kernel/time';
import type { Gates } from '#shared/ports/mailboxes';
import type { Sealer } from '#shared/ports/sealer';
import { SETTINGS } from '#test/builders/domain';
import { NOON, SENDER, TESSA, address, electronicPart, submission } from '#test/builders/messages';

/** A process that was killed: whatever it does next does not happen. */
export class Killed extends Error {}

/** One commit to the mailbox, with the gate as it stood at that moment. */
export interface Commit {
  readonly electronic: boolean;
}

/** The stores outlive every process; processes come and go. */
export type World = Awaited<ReturnType<typeof makeWorld>>;

export interface WorldOrder {
  /** Replaces the gates, to try the model. */
  readonly breakGate?: (gates: Gates) => Gates;
  /** How many messages to the person are accepted. @default 1 */
  readonly messages?: number;
  /** Whether the person has consented. @default true */
  readonly consenting?: boolean;
}

/** A world with accepted messages to one person. */
export async function makeWorld({ breakGate = (gates) => gates, messages = 1, consenting = true }: WorldOrder = {}) {
  const tables = makeMemoryTables();
  const sealer = openSealer();
  const commits: Commit[] = [];
  const gates = breakGate(makeMemoryGates(tables));
  const registers = makeMemoryRegisters();
  let now: Instant = NOON;
  const stores = {
    messages: makeMemoryMessageLog(tables),
    deliveries: makeMemoryDeliveryLog(tables),
    gates: { ...gates, admit: recorded(gates, commits) },
    entries: makeMemoryEntries(),
    correspondence: makeMemoryCorrespondence(),
    inbound: makeMemoryInboundLog(tables),
    aliases: makeMemoryAliases(),
    index: makeMemoryWorkIndex(tables),
    documents: makeMemoryDocuments(),
    shelf: makeMemoryLetterShelf(),
    postalGates: makeMemoryPostalGates(),
    mailer: makeMemoryMailer(),
    tenants: makeMemoryTenants(),
    nudger: makeMemoryNudger(),
    people: registers.people,
    businesses: registers.businesses,
    matters: makeMemoryMatters(),
    exceptions: makeMemoryExceptions(),
    outages: makeMemoryOutages(tables),
    obstacles: makeMemoryObstacles(),
  };
  await registers.entry.enterPerson(TESSA, { name: 'Testilä Tessa', postalAddress: address() });
  const accepted: MessageId[] = [];
  for (let n = 1; n <= messages; n += 1) accepted.push(await accept(n));
  const [message = failed()] = accepted;
  const world = {
    stores,
    tables,
    sealer,
    commits,
    message,
    accepted,
    clock: () => now,
    wait,
  };
  if (consenting) await processOf(world, { epoch: 1 }).setConsent(true, 0);
  return world;

  function wait(ms: number): void {
    now = after(now, ms);
  }

  async function accept(n: number): Promise<MessageId> {
    const ids = makeMemoryIds({ epoch: 899 + n, alone: false });
    const { sealSubmission } = makeSealSubmission({ sealer, ids });
    const sent = submission({ externalId: externalId.parse(`asia-${n}`), electronic: electronicPart() });
    const unplaced = await sealSubmission(SENDER, sent, { documents: [], at: NOON });
    const placed = await makeMessageSlots({ messages: stores.messages, sealer }).place(unplaced);
    if (!placed.ok) throw new Error('the message of the model was not accepted');
    return placed.value.messageId;
  }
}

interface Life {
  /** Names the process: no two share an attempt token. */
  readonly epoch: number;
  /** Decides the order of what all processes do; without it a process runs straight on. */
  readonly scheduler?: fc.Scheduler;
  /** How many calls to a store it lives for. */
  readonly calls?: number;
}

/** A process over the stores of the world: every call to a store waits for its turn, and the last one may be its end. */
export function processOf(
  { stores, sealer, clock }: Pick<World, 'stores' | 'sealer' | 'clock'>,
  { epoch, scheduler, calls = Number.POSITIVE_INFINITY }: Life,
) {
  let left = calls;
  const turn = async (name: string): Promise<void> => {
    if (scheduler) await scheduler.schedule(Promise.resolve(), name);
    left -= 1;
    if (left < 0) throw new Killed();
  };
  const ids = makeMemoryIds({ epoch, alone: false });
  const ports = {
    ...inTurns(stores, turn),
    powers: makeGivenPowers(),
    sealer,
    ids,
    clock,
    noticeLink: 'https://viestit.example.fi/',
    settings: () => SETTINGS,
    insertsFor: async () => [],
  };
  const { setConsent, consentOf } = makeChangeConsent(ports);

  return {
    routeMessage: makeRouteMessage(ports),
    deliverElectronically: makeDeliverElectronically(ports),
    orderPrint: makeOrderPrint({
      ...ports,
      press: makeMemoryLetterPress(),
      examinePdf: async () => ({ flaws: [] }),
      printHouse: ports.shelf,
    }),
    recordNoticeEvent: makeRecordNoticeEvent(ports),
    sweep: makeSweep(ports),
    setConsent: async (electronic: boolean, seenVersion: number) => {
      const recipientId = await makeRecipientIds({ ...stores, sealer }).find(TESSA);
      const acting = {
        recipientId,
        owner: { id: TESSA, name: 'Testilä Tessa' },
        actor: { role: 'SELF' as const },
      };
      return setConsent(acting, {
        electronic,
        email: electronic ? 'tessa@example.fi' : undefined,
        language: 'fi',
        seenVersion,
      });
    },
    consentOf,
  };
}

type Stores = World['stores'];

/** The same stores, each call of which waits for `turn` before it happens. */
function inTurns(stores: Stores, turn: (name: string) => Promise<void>): Stores {
  const wrap = <T extends object>(store: T, name: string): T =>
    new Proxy(store, {
      get: (target, property, receiver) => {
        const member: unknown = Reflect.get(target, property, receiver);
        if (typeof member !== 'function') return member;
        return async (...args: unknown[]): Promise<unknown> => {
          await turn(`${name}.${String(property)}`);
          return Reflect.apply(member, target, args);
        };
      },
    });
  const { index, nudger, ...waiting } = stores;
  return {
    messages: wrap(waiting.messages, 'messages'),
    deliveries: wrap(waiting.deliveries, 'deliveries'),
    gates: wrap(waiting.gates, 'gates'),
    entries: wrap(waiting.entries, 'entries'),
    aliases: wrap(waiting.aliases, 'aliases'),
    documents: wrap(waiting.documents, 'documents'),
    shelf: wrap(waiting.shelf, 'shelf'),
    postalGates: wrap(waiting.postalGates, 'postalGates'),
    mailer: wrap(waiting.mailer, 'mailer'),
    tenants: waiting.tenants,
    correspondence: waiting.correspondence,
    inbound: waiting.inbound,
    people: waiting.people,
    businesses: waiting.businesses,
    matters: waiting.matters,
    exceptions: waiting.exceptions,
    outages: waiting.outages,
    obstacles: waiting.obstacles,
    index,
    nudger,
  };
}

/** Every commit, with whether the gate stood open at that very moment. */
function recorded(gates: Gates, commits: Commit[]): Gates['admit'] {
  return async (at, delivery, arrival) => {
    const gate: Gate | undefined = await gates.read(at.recipientId);
    const admitted = await gates.admit(at, delivery, arrival);
    if (admitted.ok) commits.push({ electronic: gate?.electronic === true && gate.emailUsable });
    return admitted;
  };
}

/** After the storm: the mail provider's evidence comes in, and fresh processes work off what is owed, hours apart. */
export async function recover(world: World): Promise<void> {
  const { recordNoticeEvent } = processOf(world, { epoch: 499 });
  const deliveries = [...world.tables.deliveries.values()].map(({ value }) => value.deliveryId);
  for (const { about, attempt } of world.stores.mailer.sent) {
    const deliveryId = deliveries.find((id) => id === about);
    if (deliveryId) await recordNoticeEvent({ deliveryId, notice: attempt, outcome: 'sent' });
  }
  for (let epoch = 500; epoch < 506; epoch += 1) {
    const process = processOf(world, { epoch });
    await process.sweep();
    await process.routeMessage(world.message);
    for (const { value } of world.tables.deliveries.values()) {
      await process.deliverElectronically(value.deliveryId);
      await process.orderPrint(value.deliveryId);
    }
    world.wait(HOUR);
  }
}

/** Seals nothing, and digests as the hub does: the model is of order, and is the faster for it. */
function openSealer(): Sealer {
  const sealer = makeSealer(
    makeKeyRing({
      store: makeMemoryKeyStore(),
      wrapper: { wrap: async (_, key) => key, unwrap: async (_, key) => key },
    }),
  );
  return {
    ...sealer,
    sealContent: async ({ words, identity }) => new TextEncoder().encode(`${identity}\n${words}`),
    openContent: async (part, _, sealed) =>
      new TextDecoder().decode(sealed).split('\n')[part === 'identity' ? 0 : 1] ?? '',
    sealText: async ({ text }) => text,
    openText: async (_, sealed) => sealed,
  };
}

function failed(): never {
  throw new Error('a world of the model has a message');
}
