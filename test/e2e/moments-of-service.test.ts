import { describe, expect, it } from 'vitest';
import { systemOne } from '#test/builders/e2e-authority';
import { useHub } from '#test/builders/e2e-hub';
import { printerAt } from '#test/builders/e2e-printer';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { consenting, deliveryOf, report, saidOf, send, somebody } from '#test/builders/e2e-service';

const hub = useHub({ env: { HUB_NOW: '2026-11-18T12:00:00.000Z' } });
const stage = { city: systemOne(hub), printer: printerAt(hub), sandbox: sandboxOf(hub) };
const { sandbox, city } = stage;

/** In the order of the calendar: the clock of a hub only moves forwards. */
describe('an ordinary message that is served', () => {
  it('by a notice on Wednesday counts as received on Saturday, and its deadline as a Monday (AC-03)', async () => {
    const id = await send(stage, { to: await consenting(stage) });
    expect(await saidOf(stage, id)).toMatchObject({
      status: 'DEEMED',
      primary: true,
      deemedDate: '2026-11-21',
      appealLastDay: '2026-12-21',
      appealEndsAt: '2026-12-21T14:15:00.000Z',
      basis: '13/2003 § 19',
      rebuttable: true,
    });
  });

  it('becomes SERVED when its day has come in Helsinki, not before', async () => {
    const id = await send(stage, { to: await consenting(stage) });
    await sandbox.moveTo('2026-11-20T21:59:59.999Z');
    expect((await city.show(id)).state).toBe('DELIVERED');
    await sandbox.moveTo('2026-11-20T22:00:00.000Z');
    expect((await city.show(id)).state).toBe('SERVED');
  });

  it('by a notice on Monday counts as received on Thursday; by the proposal at once (AC-01)', async () => {
    await sandbox.moveTo('2026-11-23T08:15:00.000Z');
    const id = await send(stage, { to: await consenting(stage) });
    expect(await deliveryOf(stage, id)).toMatchObject({ channel: 'ELECTRONIC', reason: 'CONSENT' });
    expect(await saidOf(stage, id)).toMatchObject({ deemedDate: '2026-11-26', appealLastDay: '2026-12-28' });
    expect(await saidOf(stage, id, 'wg-2019')).toMatchObject({
      status: 'DEEMED',
      primary: false,
      deemedAt: '2026-11-23T08:15:00.000Z',
      appealLastDay: '2026-12-23',
    });
  });

  it('by letter has no day until the day of its posting is told, and then the seventh one (AC-02)', async () => {
    await sandbox.moveTo('2026-11-23T12:00:00.000Z');
    const id = await send(stage, { to: await somebody(stage) });
    expect(await deliveryOf(stage, id)).toMatchObject({ channel: 'LETTER', reason: 'NO_CONSENT' });
    const before = await saidOf(stage, id);
    expect(before).toMatchObject({ status: 'PENDING' });
    expect(before).not.toHaveProperty('deemedDate');
    expect(await saidOf(stage, id, 'wg-2019')).toMatchObject({
      status: 'DEEMED',
      deemedAt: '2026-11-23T12:00:00.000Z',
    });
    await sandbox.moveTo('2026-11-24T16:00:00.000Z');
    expect(await report(stage, id, { type: 'POSTED', postedOn: '2026-11-24' })).toBeLessThan(300);
    expect(await saidOf(stage, id)).toMatchObject({
      status: 'DEEMED',
      deemedDate: '2026-12-01',
      appealLastDay: '2026-12-31',
      appealEndsAt: '2026-12-31T14:15:00.000Z',
    });
  });

  it('by a notice half an hour after midnight in Helsinki counts from that day (AC-05)', async () => {
    await sandbox.moveTo('2026-11-30T22:30:00.000Z');
    const id = await send(stage, { to: await consenting(stage) });
    expect(await saidOf(stage, id)).toMatchObject({ deemedDate: '2026-12-04', appealLastDay: '2027-01-04' });
  });

  it('by a notice on Thursday counts as received on Independence Day, a Sunday (AC-34)', async () => {
    await sandbox.moveTo('2026-12-03T07:00:00.000Z');
    const id = await send(stage, { to: await consenting(stage) });
    expect(await saidOf(stage, id)).toMatchObject({ deemedDate: '2026-12-06', appealLastDay: '2027-01-05' });
  });

  it('by a notice before Christmas counts as received on Christmas Day (AC-04)', async () => {
    await sandbox.moveTo('2026-12-22T10:00:00.000Z');
    const id = await send(stage, { to: await consenting(stage) });
    expect(await saidOf(stage, id)).toMatchObject({ deemedDate: '2026-12-25', appealLastDay: '2027-01-25' });
  });

  it('with a period in months ends on the day with the same number', async () => {
    const id = await send(stage, { to: await consenting(stage), hub: { appealPeriod: { months: 2 } } });
    expect(await saidOf(stage, id)).toMatchObject({ deemedDate: '2026-12-25', appealLastDay: '2027-02-25' });
  });

  it('without an appeal period has no last day to act', async () => {
    const id = await send(stage, { to: await consenting(stage), hub: {} });
    expect(await saidOf(stage, id)).not.toHaveProperty('appealLastDay');
  });
});

describe('an appeal period', () => {
  it.each([
    ['of no days', { days: 0 }],
    ['of days and months at once', { days: 30, months: 1 }],
    ['of nothing', {}],
    ['of a part of a day', { days: 1.5 }],
    ['of ages', { months: 4000 }],
  ])('%s is refused by name', async (_, appealPeriod) => {
    const to = await consenting(stage);
    await expect(send(stage, { to, hub: { appealPeriod } })).rejects.toThrow(/400 .*hub\.appealPeriod/);
  });
});
