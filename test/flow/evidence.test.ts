import { beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from '#shared/adapters/crypto/sha256';
import { verifyBundle } from '#local/verify/verify-bundle';
import { linkOf } from '#shared/domain/evidence/fact-chain';
import type { Submission } from '#shared/domain/intake/check-submission';
import { type MessageId, externalId } from '#shared/domain/message/ids';
import type { EvidenceBundle } from '#shared/flow/evidence/evidence-bundle';
import { DAY, calendarDate } from '#shared/kernel/time';
import { OTHER_TENANT, TENANT, TESSA, electronicPart, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { evidenceOf, fileOf, sealToday, verdictOn } from '#test/builders/world-evidence';
import { acting, consenting, done, openWorld, send, upload, withdraw } from '#test/builders/world-people';

let world: World;
let sent = 0;

beforeEach(async () => {
  world = await openWorld({ feedLanes: 2 });
  await consenting(world);
});

async function delivered(part: Partial<Submission> = {}): Promise<MessageId> {
  const id = await send(world, { externalId: externalId.parse(`evidence-${(sent += 1)}`), ...part });
  await world.settle();
  return id;
}

async function publishedRoots() {
  const day = await world.ports.days.latest();
  return day ? [day] : [];
}

describe('evidence of a message', () => {
  it('holds every event with its hash, the decision with its statutes, and the calculation with its inputs', async () => {
    const attachments = [{ attachmentId: await upload(world) }];
    const id = await delivered({ electronic: electronicPart({ attachments }), hub: { appealPeriod: { days: 30 } } });
    const [delivery] = (await evidenceOf(world, id)).deliveries;
    expect(delivery?.facts.map(({ seq, actor }) => [seq, actor.role])).toEqual([
      [1, 'AUTHORITY'],
      [2, 'SYSTEM'],
      [3, 'SYSTEM'],
      [4, 'SYSTEM'],
    ]);
    expect(delivery?.decision?.legalBasis).toContain('13/2003 § 18');
    expect(delivery?.calculation.find(({ primary }) => primary)).toMatchObject({
      basis: '13/2003 § 19',
      inputs: { anchor: 'SENT', on: '2026-11-23', days: 3 },
      deemedDate: '2026-11-26',
    });
    expect(delivery?.origin.documents).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it('is not sealed before the day is over, and says so', async () => {
    const id = await delivered();
    const bundle = await evidenceOf(world, id);
    expect(bundle.deliveries[0]?.proof).toEqual({ sealed: false, because: 'NOT_SEALED' });
    expect(verdictOn(bundle)[0]).toContain('INTACT, BUT NOT SEALED YET');
  });

  it('is sealed in the night after, and verifies from its file and the published roots alone', async () => {
    const id = await delivered();
    await sealToday(world);
    const text = fileOf(await evidenceOf(world, id));
    expect(verifyBundle(text).lines[0]).toBe('INTACT AND SEALED');
    expect(verifyBundle(text, await publishedRoots()).lines[0]).toBe('INTACT, SEALED AND PUBLISHED');
  });

  it('verifies whatever came before and after on its lane, and under a page of many', async () => {
    const ids: MessageId[] = [];
    for (let i = 0; i < 23; i += 1) ids.push(await delivered());
    for (let i = 0; i < 9; i += 1) ids.push(await send(world, { externalId: externalId.parse(`many-${i}`) }));
    await world.settle();
    await sealToday(world);
    for (const id of ids) expect(verdictOn(await evidenceOf(world, id))[0]).toBe('INTACT AND SEALED');
  });

  it('shows nothing of other messages on its page', async () => {
    const ids = [await send(world, { externalId: externalId.parse('one') })];
    ids.push(await send(world, { externalId: externalId.parse('two') }));
    await world.settle();
    await sealToday(world);
    const [one, two] = ids.map(String);
    const text = fileOf(await evidenceOf(world, ids[0] ?? (await delivered())));
    expect(text).toContain(one);
    expect(text).not.toContain(two);
  });

  it('of a letter holds its days, sealed names stay sealed, and no address or code is in it', async () => {
    await withdraw(world);
    const id = await delivered({ paperMail: paperPart(await upload(world)) });
    const [letter] = await world.ports.shelf.list('READY', { limit: 1 });
    const postedOn = calendarDate.parse('2026-11-23');
    const event = { type: 'POSTED' as const, eventId: 'p-1', at: world.now(), postedOn };
    if (letter) done(await world.hub.recordPostalEvent(letter.letterId, event));
    await world.settle();
    await sealToday(world);
    const bundle = await evidenceOf(world, id);
    expect(verdictOn(bundle)[0]).toBe('INTACT AND SEALED');
    expect(bundle.deliveries[0]?.calculation[0]).toMatchObject({ deemedDate: '2026-11-30', basis: '434/2003 § 59' });
    for (const secret of [TESSA, 'Testilä', 'Henrikintie', 'HELSINKI']) expect(fileOf(bundle)).not.toContain(secret);
  });

  it('of an opening shows the role and the strength of the identification, never the name', async () => {
    const id = await delivered();
    done(await world.hub.openMessage(await acting(world, TESSA), id));
    await world.settle();
    await sealToday(world);
    const bundle = await evidenceOf(world, id);
    expect(bundle.deliveries[0]?.facts.at(-1)?.actor).toEqual({ role: 'SELF', assurance: 'STRONG' });
    expect(fileOf(bundle)).not.toContain('Testilä');
    expect(verdictOn(bundle)[0]).toBe('INTACT AND SEALED');
  });

  it('is not all sealed when something has happened since, until the next night', async () => {
    const id = await delivered();
    await sealToday(world);
    done(await world.hub.openMessage(await acting(world, TESSA), id));
    await world.settle();
    expect(verdictOn(await evidenceOf(world, id))[0]).toContain('NOT SEALED YET');
    await sealToday(world);
    expect(verdictOn(await evidenceOf(world, id))[0]).toBe('INTACT AND SEALED');
  });

  it('verifies after lanes were added', async () => {
    const id = await delivered();
    const more = await openWorld({ feedLanes: 7, stores: world.ports });
    await more.moveBy(DAY);
    await more.hub.sealEvidence();
    expect(verdictOn(await evidenceOf(more, id))[0]).toBe('INTACT AND SEALED');
  });

  it('of another authority’s message is like that of none at all', async () => {
    const id = await delivered();
    const refused = { ok: false, refusal: { kind: 'message-unknown' } };
    expect(await world.hub.showEvidence(OTHER_TENANT, id)).toEqual(refused);
    expect(await world.hub.showEvidence(TENANT, world.ports.ids.message())).toEqual(refused);
  });
});

describe('roots that were published', () => {
  it('are missing the root of a bundle that was made up', async () => {
    const id = await delivered();
    await sealToday(world);
    const other = await openWorld();
    await sealToday(other);
    const roots = [await other.ports.days.latest()].filter((each) => each !== undefined);
    const { lines } = verifyBundle(fileOf(await evidenceOf(world, id)), roots);
    expect(lines).toEqual([
      'BROKEN',
      expect.stringContaining('its root of 2026-11-23 is not among the published roots'),
    ]);
  });

  it('must follow from each other without a gap', async () => {
    const id = await delivered();
    for (let days = 0; days < 4; days += 1) await sealToday(world);
    const text = fileOf(await evidenceOf(world, id));
    const all = await Promise.all(
      ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map(async (day) => {
        const sealed = await world.ports.days.read(calendarDate.parse(day));
        if (!sealed) throw new Error(`${day} is not sealed`);
        return sealed.signed;
      }),
    );
    expect(verifyBundle(text, all.toReversed()).holds).toBe(true);
    expect(verifyBundle(text, all.toSpliced(2, 1)).lines[1]).toContain('number 3 is missing');
    const swapped = all.map((each, i) => (i === 2 && all[1] ? { ...each, signature: all[1].signature } : each));
    expect(verifyBundle(text, swapped).lines[1]).toContain('the root of 2026-11-25: its signature does not hold');
  });
});

/** Tampering with events, and the event that is named. */
const TAMPERINGS: readonly (readonly [string, (facts: Facts) => Facts, string])[] = [
  ['left out', (facts) => facts.toSpliced(1, 1), 'event 2 '],
  ['doubled', (facts) => facts.toSpliced(2, 0, ...facts.slice(1, 2)), 'event 3 '],
  ['put in another order', (facts) => facts.toSpliced(1, 2, ...facts.slice(1, 3).reverse()), 'event 2 '],
  ['cut off at the end', (facts) => facts.slice(0, -1), 'the event after event 3 is missing'],
  [
    'renumbered after one was left out',
    (facts) => facts.toSpliced(1, 1).map((each, i) => ({ ...each, seq: i + 1 })),
    'event 2 ',
  ],
  [
    'given another moment',
    (facts) => facts.map((each) => (each.seq === 4 ? { ...each, fact: { ...each.fact, at: EARLIER } } : each)),
    'event 4 (NOTICE_SENT)',
  ],
  [
    'given a member more',
    (facts) => facts.map((each) => (each.seq === 3 ? { ...each, fact: { ...each.fact, more: 1 } } : each)),
    'event 3 (MAILBOX_STORED)',
  ],
];
type Facts = EvidenceBundle['deliveries'][number]['facts'];
const EARLIER = '2026-11-20T10:00:00.000Z';

describe('events that were', () => {
  it.each(TAMPERINGS)('%s show', async (_, tamper, named) => {
    const id = await delivered();
    await sealToday(world);
    const bundle = await evidenceOf(world, id);
    const deliveries = bundle.deliveries.map((each) => ({ ...each, facts: tamper(each.facts) }));
    expect(verdictOn({ ...bundle, deliveries })).toEqual(['BROKEN', expect.stringContaining(named)]);
    expect(verdictOn({ ...bundle, deliveries })[1]).toContain(`delivery ${id}-1`);
  });

  it('made up with a chain of their own do not stand on the page that was sealed', async () => {
    const id = await delivered();
    await sealToday(world);
    const bundle = await evidenceOf(world, id);
    const deliveries = bundle.deliveries.map((each) => rechained(each));
    expect(verdictOn({ ...bundle, deliveries })).toEqual([
      'BROKEN',
      expect.stringMatching(/event 4 does not stand on page \d+ of the feed/),
    ]);
  });
});

/** What a forger can do who knows how hashes are made: another moment for the storing, and a chain that holds. */
function rechained(delivery: EvidenceBundle['deliveries'][number]): EvidenceBundle['deliveries'][number] {
  let previous = delivery.chain.start;
  const facts = delivery.facts.map((each) => {
    const fact = each.seq === 3 ? { ...each.fact, attempt: 'another-attempt' } : each.fact;
    previous = linkOf(fingerprint, previous, fact);
    return { ...each, fact, hash: previous };
  });
  return { ...delivery, facts, chain: { ...delivery.chain, head: previous } };
}
