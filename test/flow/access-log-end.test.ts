import { beforeEach, describe, expect, it } from 'vitest';
import { externalId } from '#shared/domain/message/ids';
import type { RecipientId } from '#shared/domain/message/ids';
import { NOON, SERVICE, TENANT, TESSA } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { mortal } from '#test/builders/world-crash';
import { acting, consenting, done, openWorld, send } from '#test/builders/world-people';
import { dayOf } from '#test/builders/world-retention';

let world: World;
let tessa: RecipientId;

beforeEach(async () => {
  world = await openWorld();
  const name = { fi: 'Esimerkkikaupunki', sv: 'Exempelstaden', en: 'City of Example' };
  await world.ports.tenants.putAuthority({ tenantId: TENANT, name, ownDataServiceId: SERVICE });
  await consenting(world);
  const { recipientId } = await acting(world, TESSA);
  if (!recipientId) throw new Error('a mailbox without an id');
  tessa = recipientId;
});

/** Somebody looks now. */
const look = async (entryId: string, part: object = {}) =>
  world.ports.accessLog.enter(tessa, {
    entryId,
    at: world.now(),
    act: 'CONSENT_SHOWN',
    by: { role: 'OFFICIAL' },
    ...part,
  });
const log = async () => (await world.hub.listAccess(tessa, { limit: 200 })).entries.map(({ entryId }) => entryId);
const LAST_OF_2028 = dayOf('2028-12-31', '23:59');
const YEAR_2029 = dayOf('2029-01-01', '00:01');
const OPERATOR = { tenantId: undefined };
const WHY = { reason: 'tutkinta', decidedBy: 'Oikeuskansleri' };

describe('the log of who looked', () => {
  it('ends two calendar years after the year of an entry, and not before', async () => {
    await look('first');
    await world.moveTo(dayOf('2027-01-01', '00:00'));
    await look('second');
    await world.moveTo(LAST_OF_2028);
    expect(await log()).toEqual(['second', 'first']);
    await world.moveTo(YEAR_2029);
    expect(await log()).toEqual(['second']);
    await world.moveTo(dayOf('2030-01-01', '00:01'));
    expect([await log(), await world.ports.index.earliest()]).toEqual([[], undefined]);
  });

  it('waits while a request for own data waits for its answer', async () => {
    await look('first');
    await world.moveTo(dayOf('2028-12-20'));
    const wish = { authorityId: TENANT, what: 'Kaikki', language: 'fi' } as const;
    const { request } = done(await world.hub.requestData(await acting(world, TESSA), wish));
    await world.moveTo(dayOf('2029-02-20'));
    expect(await log()).toEqual(['first']);
    done(await world.hub.answer(TENANT, request.requestId, { answeredAt: world.now() }));
    await world.moveTo(dayOf('2029-03-20'));
    expect(await log()).toEqual([]);
  });

  it('stays with what a legal hold lies on: a message, or everything', async () => {
    const messageId = await send(world, { externalId: externalId.parse('asia') });
    await look('held', { messageId });
    await look('free');
    done(await world.hub.legalHold.enter(OPERATOR, 'tutkinta', { messageId, ...WHY }));
    await world.moveTo(YEAR_2029);
    expect(await log()).toEqual(['held']);
    done(await world.hub.legalHold.enter(OPERATOR, 'kaikki', { everything: true, ...WHY }));
    await world.hub.legalHold.lift(OPERATOR, 'tutkinta');
    await world.moveTo(dayOf('2029-05-01'));
    expect(await log()).toEqual(['held']);
    await world.hub.legalHold.lift(OPERATOR, 'kaikki');
    await world.moveTo(dayOf('2029-06-02'));
    expect(await log()).toEqual([]);
  });

  it('ends whole however often it is cut short, a long one too', async () => {
    for (let n = 0; n < 120; n += 1) await look(`entry-${n}`);
    await world.moveTo(LAST_OF_2028);
    for (let at = 1; at <= 6; at += 1) {
      world.restart((ports) => mortal(ports, { at, death: 'before' }));
      world.tick(60_000);
      await world.hub.tendOwnData(tessa).catch(() => undefined);
    }
    world.restart();
    await world.moveTo(YEAR_2029);
    expect([await log(), await world.ports.index.earliest()]).toEqual([[], undefined]);
  });

  it('is told of ahead, by its kind and not by its person', async () => {
    await look('first');
    const ahead = async (day: string) => world.hub.retentionAhead(dayOf(day, '23:59'), { limit: 100 });
    expect((await ahead('2028-12-31'))?.ending).toEqual([]);
    expect((await ahead('2029-01-01'))?.ending).toEqual([{ kind: 'ACCESS_LOG', at: '2028-12-31T22:00:00.000Z' }]);
    expect(await log()).toEqual(['first']);
    expect(world.now()).toBe(NOON);
  });
});
