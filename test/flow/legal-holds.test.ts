import { beforeEach, describe, expect, it } from 'vitest';
import { type MessageId, externalId, messageId } from '#shared/domain/message/ids';
import { calendarDate, elapsed } from '#shared/kernel/time';
import { OTHER_TENANT, SENDER, TENANT, TESSA, submission } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import type { HubPorts } from '#test/builders/world-hub';
import { acting, consenting, deliveryOf, done, openWorld, send } from '#test/builders/world-people';
import { dayOf, storedMessage } from '#test/builders/world-retention';

const WHY = { reason: 'Oikeudenkäynti', decidedBy: 'Hallintojohtaja' };
const OURS = { tenantId: TENANT };
const OPERATOR = {};
const OVER = dayOf('2029-01-01');

let world: World;
beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
});

async function read(matterId?: string, name = 'asia-1'): Promise<MessageId> {
  const part = { ...submission(), hub: matterId === undefined ? undefined : { matterId } };
  const id = done(await world.hub.acceptMessage(SENDER, { ...part, externalId: externalId.parse(name) }));
  await world.settle();
  done(await world.hub.openMessage(await acting(world, TESSA), id));
  await world.settle();
  return id;
}

const isWhole = async (id: MessageId) => (await storedMessage(world, id)).sealedContent !== undefined;

describe('what a legal hold lies on', () => {
  it.each([
    ['the message, by its authority', OURS, (messageId: MessageId) => ({ messageId })],
    ['its matter, by its authority', OURS, () => ({ matterId: 'asia-7' })],
    ['the message, by the operator', OPERATOR, (messageId: MessageId) => ({ messageId })],
    ['a matter of an authority, by the operator', OPERATOR, () => ({ tenantId: TENANT, matterId: 'asia-7' })],
    ['an authority, by the operator', OPERATOR, () => ({ tenantId: TENANT })],
    ['everything, by the operator', OPERATOR, () => ({ everything: true as const })],
  ])('does not end while it lies on %s, and ends within a month of the lifting', async (_, ruler, on) => {
    const id = await read('asia-7');
    done(await world.hub.legalHold.enter(ruler, 'juttu-1', { ...on(id), ...WHY }));
    await world.moveTo(OVER);
    expect(await isWhole(id)).toBe(true);
    expect(await world.hub.legalHold.lift(ruler, 'juttu-1')).toBe(true);
    await world.moveTo(dayOf('2029-02-01'));
    expect(await isWhole(id)).toBe(false);
    expect(world.faults).toEqual([]);
  });

  it('is nothing else: another matter and another authority go their way', async () => {
    const id = await read('asia-8');
    done(await world.hub.legalHold.enter(OURS, 'juttu-1', { matterId: 'asia-7', ...WHY }));
    done(await world.hub.legalHold.enter({ tenantId: OTHER_TENANT }, 'juttu-1', { matterId: 'asia-8', ...WHY }));
    done(await world.hub.legalHold.enter(OPERATOR, 'juttu-2', { tenantId: OTHER_TENANT, ...WHY }));
    await world.moveTo(OVER);
    expect(await isWhole(id)).toBe(false);
  });

  it('keeps its proof too, when the content has ended before', async () => {
    const id = await read();
    await world.moveTo(OVER);
    done(await world.hub.legalHold.enter(OURS, 'juttu-1', { messageId: id, ...WHY }));
    await world.moveTo(dayOf('2040-01-01'));
    expect((await deliveryOf(world, id)).facts.length).toBeGreaterThan(3);
    await world.hub.legalHold.lift(OURS, 'juttu-1');
    await world.moveTo(dayOf('2040-02-01'));
    expect((await deliveryOf(world, id)).keeping?.proof).toBeDefined();
    const late = await world.hub.legalHold.enter(OURS, 'juttu-2', { messageId: id, ...WHY });
    expect(late).toEqual({ ok: false, refusal: { kind: 'nothing-left' } });
  });

  it('stays held by a second hold when the first is lifted', async () => {
    const id = await read();
    for (const name of ['juttu-1', 'juttu-2'])
      done(await world.hub.legalHold.enter(OURS, name, { messageId: id, ...WHY }));
    await world.hub.legalHold.lift(OURS, 'juttu-1');
    await world.moveTo(OVER);
    expect(await isWhole(id)).toBe(true);
  });
});

describe('a legal hold', () => {
  it('is shown to its owner with its words, and to nobody else', async () => {
    const id = await read();
    const { hold, isNew } = done(await world.hub.legalHold.enter(OURS, 'juttu-1', { messageId: id, ...WHY }));
    expect(isNew).toBe(true);
    expect(await world.hub.legalHold.shown(OURS, 'juttu-1')).toEqual(hold);
    expect(await world.hub.legalHold.shown({ tenantId: OTHER_TENANT }, 'juttu-1')).toBeUndefined();
    expect(await world.hub.legalHold.shown(OPERATOR, 'juttu-1')).toBeUndefined();
    expect(await world.hub.legalHold.lift({ tenantId: OTHER_TENANT }, 'juttu-1')).toBe(false);
  });

  it('stands in the log of those it concerns where they may know of it, set and lifted, and else in none', async () => {
    const id = await read();
    const log = async () => {
      const { recipientId } = await deliveryOf(world, id);
      return recipientId ? (await world.ports.accessLog.list(recipientId, { limit: 9 })).map(({ act }) => act) : [];
    };
    done(await world.hub.legalHold.enter(OURS, 'salainen', { messageId: id, ...WHY }));
    await world.hub.legalHold.lift(OURS, 'salainen');
    expect(await log()).toEqual([]);
    for (let twice = 0; twice < 2; twice += 1)
      done(await world.hub.legalHold.enter(OURS, 'valitus', { messageId: id, told: true, ...WHY }));
    world.tick(1);
    await world.hub.legalHold.lift(OURS, 'valitus');
    expect(await log()).toEqual(['LEGAL_HOLD_LIFTED', 'LEGAL_HOLD_SET']);
    const matter = await world.hub.legalHold.enter(OURS, 'asia', { matterId: 'asia-1', told: true, ...WHY });
    expect(matter).toMatchObject({ refusal: { kind: 'hold-refused', problems: [{ field: 'told' }] } });
  });

  it('on another authority’s message is refused like one on none at all', async () => {
    const id = await read();
    const other = { tenantId: OTHER_TENANT };
    const foreign = await world.hub.legalHold.enter(other, 'juttu-1', { messageId: id, ...WHY });
    const none = await world.hub.legalHold.enter(other, 'juttu-1', { messageId: world.ports.ids.message(), ...WHY });
    expect(foreign).toEqual(none);
    expect(foreign).toMatchObject({ refusal: { kind: 'hold-refused', problems: [{ field: 'messageId' }] } });
  });

  it.each([
    ['an authority that names neither message nor matter', OURS, {}],
    ['an authority that names both', OURS, { messageId: messageId.parse(1), matterId: 'asia-1' }],
    ['an authority that rules over everything', OURS, { matterId: 'asia-1', everything: true as const }],
    ['an authority that names another', OURS, { matterId: 'asia-1', tenantId: OTHER_TENANT }],
    ['an operator that names nothing', OPERATOR, {}],
    ['an operator that names a matter of nobody', OPERATOR, { matterId: 'asia-1' }],
    ['an operator that names two things', OPERATOR, { tenantId: TENANT, everything: true as const }],
  ])('is refused of %s', async (_, ruler, wish) => {
    const refused = await world.hub.legalHold.enter(ruler, 'juttu-1', { ...wish, ...WHY });
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'hold-refused' } });
    expect(await world.hub.legalHold.shown(ruler, 'juttu-1')).toBeUndefined();
  });
});

/** Runs `meanwhile` once, right before the n-th call of the ports that an ending uses. */
function interrupted(
  ports: HubPorts,
  at: number,
  meanwhile: () => Promise<void>,
): { ports: HubPorts; calls: () => number } {
  let calls = 0;
  const counted = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        return async (...given: unknown[]) => {
          calls += 1;
          if (calls === at) await meanwhile();
          return Reflect.apply(member, target, given);
        };
      },
    });
  const { deliveries, messages, holds, contents } = ports;
  const seen = { deliveries: counted(deliveries), messages: counted(messages) };
  return {
    ports: { ...ports, ...seen, holds: counted(holds), contents: counted(contents) },
    calls: () => calls,
  };
}

describe('a hold that comes while an ending runs', () => {
  it.each(['content', 'proof'])('is before it or after it, at whichever call it comes: the %s', async (stage) => {
    const outcomes = new Set<boolean>();
    for (let at = 1, more = true; more; at += 1) {
      world = await openWorld();
      await consenting(world);
      const id = await read();
      await world.moveTo(stage === 'proof' ? OVER : dayOf('2028-11-01'));
      world.tick(elapsed(world.now(), dayOf('2041-01-01')));
      const outside = world.hub.legalHold;
      const entered: { whole?: boolean } = {};
      const left = async () =>
        stage === 'proof'
          ? done(await world.hub.showMessage.byId(TENANT, id)).deliveries.every(
              ({ delivery }) => delivery.facts.length > 0,
            )
          : await isWhole(id);
      const race = interrupted(world.ports, at, async () => {
        await outside.enter(OURS, 'juttu-1', { messageId: id, ...WHY });
        entered.whole = await left();
      });
      world.restart(() => race.ports);
      await world.hub.endRetention((await deliveryOf(world, id)).deliveryId);
      world.restart();
      const wasAsked = entered.whole !== undefined;
      await world.moveTo(dayOf('2041-02-01'));
      if (wasAsked && entered.whole === true) expect([at, await left()]).toEqual([at, true]);
      if (wasAsked) outcomes.add(entered.whole === true);
      more = wasAsked;
    }
    expect(outcomes).toEqual(new Set([true, false]));
  });
});

describe('a confirmed archiving', () => {
  it('lets the proof end with the log: two calendar years after the year of the last event', async () => {
    const id = await send(world);
    await world.settle();
    await world.moveTo(dayOf('2027-03-01'));
    const archived = calendarDate.parse('2027-02-01');
    done(await world.hub.archive(TENANT, id, archived));
    done(await world.hub.archive(TENANT, id, archived));
    expect((await deliveryOf(world, id)).facts.filter(({ type }) => type === 'ARCHIVED')).toHaveLength(1);
    await world.moveTo(dayOf('2028-12-31', '23:59'));
    expect(await isWhole(id)).toBe(false);
    expect((await deliveryOf(world, id)).facts.length).toBeGreaterThan(3);
    await world.moveTo(dayOf('2029-01-01', '09:00'));
    expect((await deliveryOf(world, id)).facts).toEqual([]);
  });

  it('counts from the moment it comes, when it comes late', async () => {
    const id = await read();
    await world.moveTo(dayOf('2033-06-01'));
    done(await world.hub.archive(TENANT, id, calendarDate.parse('2033-05-01')));
    await world.moveTo(dayOf('2033-06-02'));
    expect((await deliveryOf(world, id)).keeping?.proof).toBeDefined();
  });

  it('of another authority’s message is like that of none at all, and one of tomorrow is refused', async () => {
    const id = await read();
    const day = calendarDate.parse('2026-11-23');
    expect(await world.hub.archive(OTHER_TENANT, id, day)).toMatchObject({ refusal: { kind: 'delivery-unknown' } });
    const tomorrow = calendarDate.parse('2026-11-24');
    expect(await world.hub.archive(TENANT, id, tomorrow)).toMatchObject({ refusal: { kind: 'finding-refused' } });
  });
});

describe('a look ahead', () => {
  const ahead = async (until: string, from: { after?: string; limit: number } = { limit: 100 }) =>
    world.hub.retentionAhead(dayOf(until, '23:59'), from);

  it('tells what will end until a day, by its kind, and changes nothing', async () => {
    const id = await read();
    const deliveryId = (await deliveryOf(world, id)).deliveryId;
    await world.moveTo(dayOf('2026-12-01'));
    expect(await ahead('2028-11-26')).toEqual({ lookedAt: 0, ending: [] });
    const before = await storedMessage(world, id);
    const content = { kind: 'MESSAGE_CONTENT', tenantId: TENANT, messageId: id, deliveryId };
    expect((await ahead('2028-11-27'))?.ending).toMatchObject([content]);
    expect(await storedMessage(world, id)).toEqual(before);
    await world.moveTo(dayOf('2029-01-01'));
    expect((await ahead('2036-11-27'))?.ending).toMatchObject([{ ...content, kind: 'PROOF' }]);
  });

  it('leaves out what is held, and what a longer period keeps', async () => {
    const id = await read();
    await world.moveTo(dayOf('2026-12-01'));
    world.settings.current = { ...world.settings.current, keeping: { contentYears: 5, proofYears: 10 } };
    expect((await ahead('2030-01-01'))?.ending).toEqual([]);
    expect((await ahead('2032-01-01'))?.ending).toHaveLength(1);
    done(await world.hub.legalHold.enter(OURS, 'juttu-1', { messageId: id, ...WHY }));
    expect((await ahead('2032-01-01'))?.ending).toEqual([]);
    await world.moveTo(dayOf('2031-11-26'));
    expect(await isWhole(id)).toBe(true);
  });

  it('goes on page by page, and refuses a place it never gave', async () => {
    for (const n of [1, 2, 3]) await read(undefined, `asia-${n}`);
    await world.moveTo(dayOf('2026-12-01'));
    const ids: unknown[] = [];
    for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
      const page = await ahead('2030-01-01', { after, limit: 1 });
      ids.push(...(page?.ending ?? []).map(({ messageId }) => messageId));
      after = page?.next;
    }
    expect(new Set(ids).size).toBe(3);
    expect(await ahead('2030-01-01', { after: 'elsewhere', limit: 1 })).toBeUndefined();
  });
});
