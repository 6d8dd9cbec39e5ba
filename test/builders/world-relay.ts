import { makeSuomifiRelay } from '#shared/adapters/print/suomifi-relay';
import { type MessageId, externalId as externalIdSchema } from '#shared/domain/message/ids';
import { makeRelayLetters } from '#shared/flow/delivery-postal/relay-letters';
import { PAULA, paperPart } from '#test/builders/messages';
import { HUB_AT_POST, type NationalPost } from '#test/builders/national-post';
import type { World, WorldOptions } from '#test/builders/world';
import type { HubPorts } from '#test/builders/world-hub';
import { openWorld, send, upload } from '#test/builders/world-people';

export const POSTI_PASSWORD = 'hVq7';

/** A national service, and how a hub signs in there. */
interface Post extends Pick<NationalPost, 'base'> {
  /** @default those the stand-in knows */
  readonly system?: typeof HUB_AT_POST;
}

/** A world whose letters go to a national service, with what could not be given there. */
export async function relayWorld(post: Post, options: WorldOptions = {}): Promise<{ world: World; faults: unknown[] }> {
  const faults: unknown[] = [];
  const world = await openWorld(options);
  world.restart((ports) => relaying(ports, post, faults));
  return { world, faults };
}

/** The same ports, with the national service behind the hand-over. */
export function relaying(ports: HubPorts, { base, system = HUB_AT_POST }: Post, faults: unknown[]): HubPorts {
  const options = { base, username: system.username, ask: fetch, clock: ports.clock };
  const relay = makeSuomifiRelay({ ...options, password: async () => system.password });
  const onFault = (fault: unknown) => faults.push(fault);
  return { ...ports, brings: true, relayFeed: relay, handOver: makeRelayLetters({ ...ports, relay, onFault }) };
}

export type Paper = Partial<ReturnType<typeof paperPart>>;

/** The n-th letter to Paula, on the shelf. */
export async function postedTo(world: World, n: number, paper: Paper = {}): Promise<MessageId> {
  const document = await upload(world, { text: `%PDF-1.7 ${n}` });
  const id = await send(world, {
    externalId: externalIdSchema.parse(`asia-${n}`),
    recipient: { id: PAULA },
    paperMail: paperPart(document, { ...paying(POSTI_PASSWORD), ...paper }),
  });
  await world.settle();
  return id;
}

export function paying(password: string): Pick<ReturnType<typeof paperPart>, 'printingAndEnvelopingService'> {
  const postiMessaging = { username: 'abc123', password, contactDetails: { email: 'posti@example.fi' } };
  return { printingAndEnvelopingService: { postiMessaging, costPool: 'POOL1' } };
}

/** The letter's name at the national service. */
export function nameOf(id: MessageId): string {
  return `viestivayla/esimerkkikaupunki/${id}-1-L1`;
}
