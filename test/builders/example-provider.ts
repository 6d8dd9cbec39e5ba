import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

/** A print provider as somebody would write it who has read section 4 of the contract and nothing else of the hub. */

const letter = z.looseObject({ letterId: z.string(), batchId: z.string(), sizeBytes: z.int(), sha256: z.string() });
type Letter = z.infer<typeof letter>;
const page = z.looseObject({ letters: z.array(letter), next: z.optional(z.string()) });
const manifest = z.looseObject({ batchId: z.string(), letters: z.array(letter) });

const proof = z.looseObject({ sha256: z.string() });

/** What becomes of a letter once it is printed. */
export type Outcome = 'DELIVERED' | 'SIGNED' | 'RETURNED' | 'UNRESOLVED' | 'LOST';
/** How the provider's system tells it. */
export type Manner = 'IN_ORDER' | 'DOUBLED' | 'REVERSED';

export interface Fate {
  readonly outcome: Outcome;
  readonly manner?: Manner;
  readonly reason?: string;
}

export interface ProviderOptions {
  readonly url: string;
  readonly key: string;
  /** The provider's clock. */
  readonly now: () => Promise<string>;
  readonly fateOf: (letterId: string) => Fate;
  /** What the scanner makes of a signed advice of receipt, as a PDF. */
  readonly scan?: (letterId: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** How often each letter went through the machine; outlives the process. */
  readonly journal: Map<string, number>;
}

interface Event {
  readonly type: string;
  readonly eventId: string;
  readonly at: string;
  readonly [more: string]: string;
}

/** @returns one round of work: fetch what lies ready, print what was never printed, report. It may be killed at any point. */
export function exampleProvider({ url, key, now, fateOf, scan, journal }: ProviderOptions) {
  return async function work(): Promise<void> {
    for (const each of await ready()) {
      await print(each);
      await report(each);
    }
  };

  async function ready(): Promise<Letter[]> {
    const all: Letter[] = [];
    for (let after = ''; ;) {
      const answer = await fetched(`/print/v1/letters?state=READY${after}`);
      const { letters, next } = page.parse(await answer.json());
      all.push(...letters);
      if (next === undefined) return all;
      after = `&after=${next}`;
    }
  }

  /** The journal is written before the paper runs: a letter is rather missing than twice in the post. */
  async function print({ letterId, batchId, sizeBytes, sha256 }: Letter): Promise<void> {
    if (journal.has(letterId)) return;
    const { letters } = manifest.parse(await (await fetched(`/print/v1/batches/${batchId}`)).json());
    const listed = letters.find((each) => each.letterId === letterId);
    const pdf = Buffer.from(await (await fetched(`/print/v1/letters/${letterId}/pdf`)).arrayBuffer());
    const found = createHash('sha256').update(pdf).digest('hex');
    if (listed?.sha256 !== sha256 || found !== sha256 || pdf.byteLength !== sizeBytes)
      throw new Error('the file is not the one of the manifest');
    journal.set(letterId, (journal.get(letterId) ?? 0) + 1);
  }

  async function report({ letterId }: Letter): Promise<void> {
    const { manner = 'IN_ORDER', ...fate } = fateOf(letterId);
    const events = eventsOf(letterId, fate, await now());
    for (const event of TOLD[manner](events)) await post(letterId, event);
    if (fate.outcome === 'SIGNED' && scan) await attach(letterId, await scan(letterId));
  }

  /** Under an id of its own, so that the same scan again is the same. */
  async function attach(letterId: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const answer = await fetch(`${url}/print/v1/letters/${letterId}/proofs/receipt`, {
      method: 'PUT',
      headers: { 'x-api-key': key, 'content-type': 'application/pdf' },
      body: bytes,
    });
    const { sha256 } = proof.parse(await answer.json());
    if (sha256 !== createHash('sha256').update(bytes).digest('hex')) throw new Error('another scan is on record');
  }

  async function post(letterId: string, event: Event): Promise<void> {
    const answer = await fetch(`${url}/print/v1/letters/${letterId}/events`, {
      method: 'POST',
      headers: { 'x-api-key': key, 'content-type': 'application/json' },
      body: JSON.stringify(event),
    });
    if (answer.status !== 204) throw new Error(`${event.type} was answered ${answer.status}: ${await answer.text()}`);
  }

  async function fetched(path: string): Promise<Response> {
    const answer = await fetch(url + path, { headers: { 'x-api-key': key } });
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
    return answer;
  }
}

const TOLD: Readonly<Record<Manner, (events: readonly Event[]) => readonly Event[]>> = {
  IN_ORDER: (events) => events,
  DOUBLED: (events) => events.flatMap((event) => [event, event]),
  REVERSED: (events) => events.toReversed(),
};

function eventsOf(letterId: string, { outcome, reason }: Fate, at: string): Event[] {
  const event = (type: string, more: Record<string, string> = {}): Event => ({
    type,
    eventId: `${letterId}/${type}`,
    at,
    ...more,
  });
  const out = [event('PRINTED'), event('POSTED', { postedOn: at.slice(0, 10), trackingCode: 'JJFI1' })];
  const ends: Readonly<Record<Outcome, Event[]>> = {
    DELIVERED: [...out, event('ARRIVED')],
    SIGNED: [...out, event('ARRIVED'), event('RECEIPT_SIGNED', { signer: 'Vastaan Ottaja' })],
    RETURNED: [...out, event('RETURNED', { reason: reason ?? 'UNKNOWN_AT_ADDRESS' })],
    UNRESOLVED: [...out, event('UNRESOLVED', { reason: reason ?? 'LOST' })],
    LOST: [event('PRINTED')],
  };
  return ends[outcome];
}
