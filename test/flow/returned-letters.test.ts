import { beforeEach, describe, expect, it } from 'vitest';
import { type MessageId, deliveryIdOf, letterIdOf } from '#shared/domain/message/ids';
import { assessDelivery } from '#shared/domain/service-of-document/assess';
import { DAY, calendarDate } from '#shared/kernel/time';
import { SETTINGS } from '#test/builders/domain';
import { PAULA, SERVICE, TESSA, address, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import {
  acting,
  choose,
  consenting,
  deliveryOf,
  done,
  factsOf,
  letters,
  openWorld,
  owesNow,
  send,
  upload,
  nextWork,
} from '#test/builders/world-people';
import { at, lastFact, report, serviceOf } from '#test/builders/world-service';

let world: World;
let id: MessageId;

/** To a person the register knows an address of, and the authority another. */
async function sendLetter(kind: 'Normal' | 'Verifiable' = 'Normal'): Promise<MessageId> {
  await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula', postalAddress: address() });
  const other = address({ streetAddress: 'Toinenkatu 2' });
  const paperMail = paperPart(await upload(world), { messageServiceType: kind, recipient: { address: other } });
  const sent = await send(world, { recipient: { id: PAULA }, paperMail });
  await world.settle();
  return sent;
}

const said = async () => assessDelivery(await deliveryOf(world, id)).filter(({ primary }) => primary);
const decisions = async () =>
  (await deliveryOf(world, id)).facts.flatMap((fact) => (fact.type === 'DECIDED' ? [fact.decision] : []));

beforeEach(async () => {
  world = await openWorld({ start: at('2026-11-23T08:00:00Z') });
});

describe('a letter that comes back (AC-37)', () => {
  beforeEach(async () => {
    id = await sendLetter();
    await report(world, id, { attempt: 1, type: 'POSTED', postedOn: calendarDate.parse('2026-11-23') });
    await world.moveTo(at('2026-11-30T12:00:00Z'));
    await report(world, id, { attempt: 1, type: 'RETURNED' });
  });

  it('is followed by one to the next address, with an id and a clock of its own', async () => {
    expect((await decisions()).map(({ reason, channel, facts }) => [reason, channel, facts.addressSource])).toEqual([
      ['NO_CONSENT', 'LETTER', 'REGISTER'],
      ['RETURNED', 'LETTER', 'AUTHORITY'],
    ]);
    expect((await letters(world)).map(({ letterId, state }) => [letterId, state]).sort()).toEqual([
      [`${id}-1-L1`, 'RETURNED'],
      [`${id}-1-L2`, 'READY'],
    ]);
    await world.moveTo(at('2026-12-01T08:00:00Z'));
    await report(world, id, { type: 'POSTED', postedOn: calendarDate.parse('2026-12-01') });
    expect((await said()).map(({ attempt, status, deemedDate }) => [attempt, status, deemedDate])).toEqual([
      [2, 'DEEMED', '2026-12-08'],
      [1, 'NOT_SERVED', undefined],
    ]);
    await world.moveTo(at('2026-12-08T08:00:00Z'));
    expect(await lastFact(world, id, 'SERVED')).toMatchObject({ attemptNumber: 2, deemedDate: '2026-12-08' });
    expect(await nextWork(world)).toBeUndefined();
  });

  it('twice is left to the authority, which is told the same day', async () => {
    await world.moveTo(at('2026-12-07T12:00:00Z'));
    await report(world, id, { type: 'UNRESOLVED' });
    expect((await decisions()).at(-1)).toMatchObject({ channel: 'UNDELIVERABLE', reason: 'NO_ADDRESS' });
    expect((await factsOf(world, id)).slice(-3)).toEqual(['FALLBACK_STARTED', 'DECIDED', 'AUTHORITY_NOTIFIED']);
    expect(await lastFact(world, id, 'AUTHORITY_NOTIFIED')).toMatchObject({
      task: 'UNDELIVERABLE',
      at: at('2026-12-07T12:00:00Z'),
    });
    expect(await letters(world)).toHaveLength(2);
    expect(await serviceOf(world, id)).toBeUndefined();
    expect(await nextWork(world)).toBeUndefined();
  });

  it('and is told of again makes no third one', async () => {
    await report(world, id, { attempt: 1, type: 'RETURNED' });
    await report(world, id, { attempt: 1, type: 'UNRESOLVED' });
    expect(await letters(world)).toHaveLength(2);
  });
});

describe('an address that a letter has come back from', () => {
  const matter = { serviceId: SERVICE, matterId: 'M1' };

  beforeEach(async () => {
    await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula', postalAddress: address() });
    const paperMail = paperPart(await upload(world), {
      recipient: { address: address({ streetAddress: 'Muukuja 2' }) },
    });
    id = await send(world, { recipient: { id: PAULA }, hub: { matterId: 'M1' }, paperMail });
    await world.settle();
    const named = { type: 'POSTAL', address: address({ streetAddress: 'Asiakatu 3' }) } as const;
    const wish = { kind: 'PROCESS_ADDRESS', processAddress: named } as const;
    done(await world.hub.setMatter(await acting(world, PAULA), matter, { wish, language: 'fi' }));
    const letter = letterIdOf(deliveryIdOf(id, 1), 1);
    done(await world.hub.recordPostalEvent(letter, { type: 'RETURNED', eventId: 'e1', at: world.now() }));
    done(await world.hub.settleService(deliveryIdOf(id, 1)));
  });

  it('is followed by the one named for the matter since, though nobody knew the recipient before', async () => {
    await world.settle();
    expect((await decisions()).map(({ facts }) => facts.addressSource)).toEqual(['REGISTER', 'PROCESS']);
    expect(await letters(world)).toHaveLength(2);
  });

  it('is not tried again where the next one is taken back before its letter is made', async () => {
    await world.hub.clearMatter(await acting(world, PAULA), matter);
    await world.settle();
    expect((await decisions()).map(({ facts }) => facts.addressSource)).toEqual(['REGISTER', 'PROCESS', 'AUTHORITY']);
    expect((await decisions()).at(-1)?.facts.addressLooks).toEqual([
      { source: 'REGISTER', found: 'RETURNED' },
      { source: 'AUTHORITY', found: 'USED' },
    ]);
    expect(await letters(world)).toHaveLength(2);
  });
});

describe('a letter', () => {
  it('that was signed for has been received, whatever else is told of it', async () => {
    id = await sendLetter('Verifiable');
    await world.moveBy(2 * DAY);
    await report(world, id, { attempt: 1, type: 'RECEIPT_SIGNED' });
    await report(world, id, { attempt: 1, type: 'RETURNED' });
    expect(await letters(world)).toHaveLength(1);
    expect(await serviceOf(world, id)).toMatchObject({ status: 'SERVED', deemedDate: '2026-11-25' });
  });

  it('without a day of posting is told of after two working days, once', async () => {
    id = await sendLetter();
    await world.moveTo(at('2026-11-25T07:59:59Z'));
    expect(await lastFact(world, id, 'AUTHORITY_NOTIFIED')).toBeUndefined();
    await world.moveTo(at('2026-11-25T08:00:00Z'));
    expect(await lastFact(world, id, 'AUTHORITY_NOTIFIED')).toMatchObject({ task: 'POSTED_ON_MISSING' });
    await world.moveBy(30 * DAY);
    expect((await factsOf(world, id)).filter((type) => type === 'AUTHORITY_NOTIFIED')).toHaveLength(1);
    await report(world, id, { attempt: 1, type: 'POSTED', postedOn: calendarDate.parse('2026-11-24') });
    expect(await lastFact(world, id, 'SERVED')).toMatchObject({ deemedDate: '2026-12-01' });
  });

  it('is assumed posted where the operator says so, until the provider tells better', async () => {
    world.settings.current = { ...SETTINGS, assumePostedAfter: 2 };
    id = await sendLetter();
    await world.moveBy(3 * DAY);
    expect(await lastFact(world, id, 'POSTED_ASSUMED')).toMatchObject({ postedOn: '2026-11-25' });
    expect(await lastFact(world, id, 'AUTHORITY_NOTIFIED')).toBeUndefined();
    expect(await serviceOf(world, id)).toMatchObject({ deemedDate: '2026-12-02' });
    await report(world, id, { attempt: 1, type: 'POSTED', postedOn: calendarDate.parse('2026-11-26') });
    await world.moveBy(30 * DAY);
    expect(await lastFact(world, id, 'SERVED')).toMatchObject({ deemedDate: '2026-12-03' });
    expect((await factsOf(world, id)).filter((type) => type === 'SERVED')).toHaveLength(1);
  });

  it('whose receipt does not come is told of after three weeks', async () => {
    id = await sendLetter('Verifiable');
    await world.moveBy(30 * DAY);
    expect(await lastFact(world, id, 'AUTHORITY_NOTIFIED')).toMatchObject({
      task: 'RECEIPT_MISSING',
      at: at('2026-12-14T04:00:00Z'),
    });
  });
});

describe('a message for whom nobody has an address (AC-19)', () => {
  it('is told of the same day, and never counts as served', async () => {
    await consenting(world);
    await world.ports.entry.enterPerson(TESSA, { name: 'Testilä Tessa' });
    id = await send(world);
    await choose(world, TESSA, { electronic: false });
    await world.settle();
    expect((await decisions()).at(-1)).toMatchObject({ channel: 'UNDELIVERABLE', reason: 'NO_ADDRESS' });
    expect(await lastFact(world, id, 'AUTHORITY_NOTIFIED')).toMatchObject({
      task: 'UNDELIVERABLE',
      at: at('2026-11-23T08:00:00Z'),
    });
    expect(await serviceOf(world, id)).toBeUndefined();
    expect(await owesNow(world)).toBe(false);
  });
});
