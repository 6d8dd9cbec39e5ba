import type { AttachmentOwner } from '#shared/domain/attachments/attachment';
import { type Letter, shelfState } from '#shared/domain/delivery-postal/letter';
import type { FeedEvent } from '#shared/domain/feed/page';
import type { Submission } from '#shared/domain/intake/check-submission';
import type { Delivery } from '#shared/domain/message/delivery';
import type { FactType } from '#shared/domain/message/facts';
import { type AttachmentId, type MessageId, type TenantId, deliveryIdOf } from '#shared/domain/message/ids';
import type { ConsentView } from '#shared/flow/consent/change-consent';
import type { MailboxLine } from '#shared/flow/mailbox/list-mailbox';
import { uploadKey } from '#shared/flow/intake/prepare-upload';
import type { Acting } from '#shared/flow/mandate/who-acts';
import type { Refusal, Result } from '#shared/kernel/result';
import { DAY, type Instant, after } from '#shared/kernel/time';
import {
  OTHER_SERVICE,
  OTHER_TENANT,
  SENDER,
  SERVICE,
  STRANGER,
  TENANT,
  TESSA,
  address,
  submission,
} from '#test/builders/messages';
import { type World, type WorldOptions, makeWorld } from '#test/builders/world';

const BOUNDARY = 'xYzZY';

/** A world with two authorities in it and nobody else. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const world = makeWorld(options);
  const { tenants } = world.ports;
  const named = (fi: string, sv: string, en: string) => ({ name: { fi, sv, en } });
  await tenants.putAuthority({ tenantId: TENANT, ...named('Esimerkkikaupunki', 'Exempelstaden', 'City of Example') });
  await tenants.putService({
    serviceId: SERVICE,
    tenantId: TENANT,
    ...named('Varhaiskasvatus', 'Småbarn', 'Children'),
  });
  await tenants.putSystem(SENDER);
  await tenants.putAuthority({ tenantId: OTHER_TENANT, ...named('Esimerkkivirasto', 'Exempelverket', 'Agency') });
  await tenants.putService({
    serviceId: OTHER_SERVICE,
    tenantId: OTHER_TENANT,
    ...named('Luvat', 'Tillstånd', 'Permits'),
  });
  await tenants.putSystem(STRANGER);
  return world;
}

/** What came of it; a refusal fails the test. */
export function done<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** A person signed in, for oneself or for an organisation. */
export async function acting(world: World, code: string, onBehalfOf?: string): Promise<Acting> {
  const person = await world.ports.people.find(code);
  world.bearers.set(code, { id: code, name: person?.name ?? 'Nimetön', assurance: 'STRONG' });
  return done(await world.hub.whoActs(code, onBehalfOf));
}

/** Consents, withdraws or gives another address, whatever stood before. */
export async function choose(
  world: World,
  code: string,
  wish: { electronic: boolean; email?: string; language?: 'fi' | 'sv' | 'en' },
): Promise<ConsentView> {
  const person = await acting(world, code);
  const seenVersion = (await world.hub.consentOf(person.recipientId)).version;
  return done(await world.hub.setConsent(person, { language: 'fi', ...wish, seenVersion }));
}

/** A person of the register who gets electronic messages; the confirmation of the consent is sent and forgotten. */
export async function consenting(world: World, code = TESSA, email = 'active@example.fi'): Promise<void> {
  await world.ports.entry.enterPerson(code, { name: 'Testilä Tessa', postalAddress: address() });
  await choose(world, code, { electronic: true, email });
  await world.settle();
}

export async function withdraw(world: World, code = TESSA): Promise<void> {
  await choose(world, code, { electronic: false });
}

/** Sends for the authority all examples are of. */
export async function send(world: World, part: Partial<Submission> = {}): Promise<MessageId> {
  return done(await world.hub.acceptMessage(SENDER, submission(part)));
}

interface Upload {
  readonly filename: string;
  readonly text: string | Uint8Array;
  readonly owner: AttachmentOwner;
}

/** Puts a raw upload where the gateway puts it: a PDF of the authority all examples are of. */
export async function upload(world: World, part: Partial<Upload> = {}): Promise<AttachmentId> {
  const { filename = 'paatos.pdf', text = '%PDF-1.7 päätös', owner = { type: 'tenant', tenantId: TENANT } } = part;
  const id = world.ports.ids.attachment();
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\n\r\n`;
  const file = typeof text === 'string' ? Buffer.from(text) : text;
  const bytes = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
  await world.ports.documents.put(uploadKey(owner, id), {
    bytes,
    mediaType: `multipart/form-data; boundary=${BOUNDARY}`,
  });
  return id;
}

/** The first delivery of a message. */
export async function deliveryOf(world: World, id: MessageId): Promise<Delivery> {
  const delivery = await world.ports.deliveries.read(deliveryIdOf(id, 1));
  if (!delivery) throw new Error('the message has no delivery yet');
  return delivery;
}

export async function factsOf(world: World, id: MessageId): Promise<FactType[]> {
  return (await deliveryOf(world, id)).facts.map(({ type }) => type);
}

/** Whether something is owed up to the present moment. What the law asks for later is none of it. */
export async function owesNow(world: World): Promise<boolean> {
  const first = await world.ports.index.earliest();
  return first !== undefined && first <= world.now();
}

/** The next thing due but for retention, which is years away. */
export async function nextWork(world: World): Promise<Instant | undefined> {
  const first = await world.ports.index.earliest();
  return first !== undefined && first < after(world.now(), YEAR) ? first : undefined;
}

const YEAR = 365 * DAY;

/** Every letter there is, whatever its state. */
export async function letters(world: World): Promise<Letter[]> {
  const shelves = await Promise.all(shelfState.options.map((state) => world.ports.shelf.list(state, { limit: 1000 })));
  return shelves.flat();
}

/** Everything a sender's feed tells, lane by lane. */
export async function told(world: World, tenantId: TenantId = TENANT): Promise<FeedEvent[]> {
  const events: FeedEvent[] = [];
  for (let lane = 0; lane < world.ports.feedLanes; lane += 1)
    for (let number = 1; ; number += 1) {
      const page = await world.ports.feed.read({ tenantId, lane }, number);
      if (!page) break;
      events.push(...page.events);
    }
  return events;
}

/** The first page of somebody's mailbox. */
export async function mailboxOf(world: World, code = TESSA): Promise<readonly MailboxLine[]> {
  const { recipientId } = await acting(world, code);
  return recipientId ? (await world.hub.listMailbox(recipientId, { limit: 50 })).lines : [];
}

/** Notices sent to an address, by kind. */
export function mailsTo(world: World, email = 'active@example.fi'): string[] {
  return world.mailer.sent.filter(({ to }) => to === email).map(({ notice }) => notice.kind);
}

/** Notices about messages, as opposed to the register. */
export function noticesOf(world: World, id: MessageId) {
  return world.mailer.sent.filter(({ about }) => about === deliveryIdOf(id, 1));
}
