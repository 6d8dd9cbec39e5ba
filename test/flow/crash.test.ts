import { describe, expect, it } from 'vitest';
import type { Submission } from '#shared/domain/intake/check-submission';
import { type MessageId, deliveryIdOf, letterIdOf } from '#shared/domain/message/ids';
import { DAY, HOUR, calendarDate } from '#shared/kernel/time';
import { NOON, PAULA, SENDER, TESSA, address, electronicPart, paperPart, submission } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { type Death, ProcessDied, mortal } from '#test/builders/world-crash';
import {
  acting,
  choose,
  consenting,
  deliveryOf,
  done,
  factsOf,
  letters,
  noticesOf,
  openWorld,
  owesNow,
  told,
  upload,
} from '#test/builders/world-people';

/** A message's way through the hub, with everybody outside doing their part; repeating a part is harmless. */
interface Road {
  readonly prepare: (world: World) => Promise<Partial<Submission>>;
  /** What people and providers do once the hub has done its part. */
  readonly after: (world: World, id: MessageId) => Promise<void>;
  readonly check: (world: World, id: MessageId) => Promise<void>;
}

const electronic: Road = {
  prepare: async (world) => {
    await consenting(world);
    return {};
  },
  after: async (world, id) => {
    done(await world.hub.openMessage(await acting(world, TESSA), id));
  },
  check: async (world, id) => {
    const facts = ['ACCEPTED', 'DECIDED', 'MAILBOX_STORED', 'NOTICE_SENT', 'OPENED'];
    expect(await factsOf(world, id)).toEqual(facts);
    expect(await letters(world)).toEqual([]);
    await checkMailbox(world, id);
  },
};

const postal: Road = {
  prepare: async (world) => ({ recipient: { id: PAULA }, paperMail: paperPart(await upload(world)) }),
  after: async (world, id) => {
    const letter = letterIdOf(deliveryIdOf(id, 1), 1);
    const postedOn = calendarDate.parse('2026-11-23');
    done(await world.hub.recordPostalEvent(letter, { type: 'PRINTED', eventId: 'e1', at: NOON }));
    done(await world.hub.recordPostalEvent(letter, { type: 'POSTED', eventId: 'e2', at: NOON, postedOn }));
  },
  check: async (world, id) => {
    expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED', 'HANDED_TO_POSTAL', 'PRINTED', 'POSTED']);
    expect(await letters(world)).toMatchObject([{ letterId: `${id}-1-L1`, state: 'POSTED' }]);
    expect(noticesOf(world, id)).toEqual([]);
  },
};

/** The notice comes back for good: first the mailbox, then a letter. */
const fallingBack: Road = {
  prepare: electronic.prepare,
  after: async (world, id) => {
    for (const { attempt } of noticesOf(world, id))
      done(await world.hub.recordNoticeEvent({ deliveryId: deliveryIdOf(id, 1), notice: attempt, outcome: 'hard' }));
    await world.settle();
  },
  check: async (world, id) => {
    expect((await factsOf(world, id)).slice(2)).toEqual([
      'MAILBOX_STORED',
      'NOTICE_SENT',
      'NOTICE_BOUNCED',
      'FALLBACK_STARTED',
      'DECIDED',
      'HANDED_TO_POSTAL',
    ]);
    expect((await letters(world)).map(({ letterId }) => letterId)).toEqual([`${id}-1-L2`]);
    expect((await world.hub.consentOf((await acting(world, TESSA)).recipientId)).gate?.emailUsable).toBe(false);
    await checkMailbox(world, id);
  },
};

/** Nobody opens it: reminded of, then on paper. */
const expiring: Road = {
  prepare: async (world) => {
    await consenting(world);
    return { electronic: electronicPart({ messageServiceType: 'Verifiable' }) };
  },
  after: async (world) => {
    await world.moveBy(10 * DAY);
  },
  check: async (world, id) => {
    const facts = await factsOf(world, id);
    expect(facts.filter((type) => type === 'REMINDER_SENT')).toHaveLength(1);
    expect(facts.filter((type) => type !== 'REMINDER_SENT').slice(2)).toEqual([
      'MAILBOX_STORED',
      'NOTICE_SENT',
      'FALLBACK_STARTED',
      'DECIDED',
      'HANDED_TO_POSTAL',
    ]);
    expect((await letters(world)).map(({ letterId }) => letterId)).toEqual([`${id}-1-L2`]);
    expect(noticesOf(world, id).length).toBeLessThanOrEqual(4);
  },
};

/** Consent is withdrawn while a verifiable message lies unopened. */
const withdrawn: Road = {
  prepare: async (world) => {
    const part = await expiring.prepare(world);
    return { ...part, paperMail: paperPart(await upload(world)) };
  },
  after: async (world) => {
    await choose(world, TESSA, { electronic: false });
    await world.settle();
  },
  check: async (world, id) => {
    const facts = await factsOf(world, id);
    expect(facts.slice(-2)).toEqual(['DECIDED', 'HANDED_TO_POSTAL']);
    expect(facts.filter((type) => type === 'HANDED_TO_POSTAL')).toHaveLength(1);
    expect(await letters(world)).toHaveLength(1);
    expect((await world.hub.consentOf((await acting(world, TESSA)).recipientId)).gate?.owed).toEqual({});
  },
};

/** A letter comes back, and so does the next. */
const returned: Road = {
  prepare: async (world) => {
    await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula', postalAddress: address() });
    return postal.prepare(world);
  },
  after: async (world, id) => {
    for (const attempt of [1, 2]) {
      const letter = letterIdOf(deliveryIdOf(id, 1), attempt);
      done(await world.hub.recordPostalEvent(letter, { type: 'RETURNED', eventId: 'e1', at: NOON }));
      await world.settle();
    }
  },
  check: async (world, id) => {
    const again = ['FALLBACK_STARTED', 'DECIDED'] as const;
    expect((await factsOf(world, id)).slice(1)).toEqual([
      'DECIDED',
      'HANDED_TO_POSTAL',
      'RETURNED',
      ...again,
      'HANDED_TO_POSTAL',
      'RETURNED',
      ...again,
      'AUTHORITY_NOTIFIED',
    ]);
    expect(await letters(world)).toHaveLength(2);
  },
};

async function checkMailbox(world: World, id: MessageId): Promise<void> {
  const { recipientId } = await acting(world, TESSA);
  const entries = recipientId ? await world.ports.entries.list(recipientId, { limit: 10 }) : [];
  expect(entries.map(({ messageId }) => messageId)).toEqual([id]);
  expect([1, 2]).toContain(noticesOf(world, id).length);
}

/** Every fact stands in the feed once, and nothing is owed any more. */
async function checkFeed(world: World, id: MessageId): Promise<void> {
  const { facts, published } = await deliveryOf(world, id);
  const names = (await told(world)).map(({ deliveryId, seq }) => `${deliveryId}/${seq}`);
  expect(names.sort()).toEqual(facts.map((_, i) => `${id}-1/${i + 1}`).sort());
  expect(published).toBe(facts.length);
  expect(await owesNow(world)).toBe(false);
}

/** A client sends until it is told an id. */
async function sendUntilKnown(world: World, part: Partial<Submission>): Promise<MessageId> {
  const answer = await world.hub.acceptMessage(SENDER, submission(part));
  if (answer.ok) return answer.value;
  if (answer.refusal.kind === 'duplicate') return answer.refusal.messageId;
  throw new Error('the message was refused');
}

/** @returns whether the road was at its end before the process died */
async function livedToTheEnd(walk: () => Promise<void>): Promise<boolean> {
  try {
    await walk();
    return true;
  } catch (fault) {
    if (fault instanceof ProcessDied) return false;
    throw fault;
  }
}

/** Walks the road, dies at the n-th call, starts again and walks it to its end. @returns whether it died */
async function dieAt({ prepare, after, check }: Road, fate: { at: number; death: Death }, alone: boolean) {
  const world = await openWorld({ alone });
  const part = await prepare(world);
  const walk = async () => {
    const id = await sendUntilKnown(world, part);
    await world.settle();
    await after(world, id);
    await world.settle();
  };
  world.restart((ports) => mortal(ports, fate));
  const lived = await livedToTheEnd(walk);
  world.restart();
  const id = await sendUntilKnown(world, part);
  await world.moveBy(2 * HOUR);
  await after(world, id);
  await world.moveBy(2 * HOUR);
  await check(world, id);
  await checkFeed(world, id);
  return !lived;
}

describe.each([
  ['an electronic message', electronic],
  ['a letter', postal],
  ['a message whose notice comes back', fallingBack],
  ['a message that nobody opens', expiring],
  ['a message whose recipient withdraws consent', withdrawn],
  ['a letter that comes back', returned],
])('%s', (_, road) => {
  it.each([
    ['on a single machine, before', 'before', true],
    ['on a single machine, right after', 'after', true],
    ['of a deployed hub, before', 'before', false],
    ['of a deployed hub, right after', 'after', false],
  ] as const)(
    'arrives once and is told of once though the process dies %s any of its calls',
    async (__, death, alone) => {
      let calls = 0;
      for (let died = true; died; calls += 1) {
        const at = calls + 1;
        died = await dieAt(road, { at, death }, alone).catch((fault: unknown) => {
          throw new Error(`dying ${death} call ${at}`, { cause: fault });
        });
      }
      expect(calls).toBeGreaterThan(30);
    },
  );
});
