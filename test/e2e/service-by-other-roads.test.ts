import { describe, expect, it } from 'vitest';
import { systemOne } from '#test/builders/e2e-authority';
import { KULJETUS } from '#test/builders/e2e-bodies';
import { useHub } from '#test/builders/e2e-hub';
import { printerAt } from '#test/builders/e2e-printer';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { type Stage, consenting, deliveryOf, report, saidOf, send, somebody } from '#test/builders/e2e-service';

const autumn = useHub({ env: { HUB_NOW: '2026-10-20T21:30:00.000Z' } });
const winter = useHub({ env: { HUB_NOW: '2026-11-23T08:15:00.000Z' } });
const stageOf = (hub: typeof winter): Stage => ({
  city: systemOne(hub),
  printer: printerAt(hub),
  sandbox: sandboxOf(hub),
});
const stage = stageOf(winter);
const { city, sandbox } = stage;

const AOR = 'LETTER_ADVICE_OF_RECEIPT';

describe('a window over the end of summer time', () => {
  it('ends at midnight in Helsinki and is followed by a letter at six, in winter time (AC-11)', async () => {
    const then = stageOf(autumn);
    const id = await send(then, { to: await consenting(then), verifiable: true });
    await then.sandbox.moveTo('2026-10-29T03:59:59.999Z');
    expect(await deliveryOf(then, id)).toMatchObject({ channel: 'ELECTRONIC' });
    await then.sandbox.moveTo('2026-10-29T04:00:00.000Z');
    const { channel, reason, events } = await deliveryOf(then, id);
    expect({ channel, reason }).toEqual({ channel: AOR, reason: 'WINDOW_EXPIRED' });
    expect(events.find(({ type }) => type === 'REMINDER_SENT')?.at).toBe('2026-10-24T06:00:00.000Z');
    expect(events.find(({ type }) => type === 'FALLBACK_STARTED')?.at).toBe('2026-10-29T04:00:00.000Z');
  });
});

describe('what is served', () => {
  it('to an authority by letter is served on the day the letter arrives, electronically on the third day (AC-27)', async () => {
    const hub = { appealPeriod: { days: 30 }, recipientKind: 'AUTHORITY' as const };
    await sandbox.business('0201256-6', { name: 'Toinen viranomainen', kind: 'AUTHORITY', postalAddress: office() });
    const byLetter = await send(stage, { to: '0201256-6', hub });
    const byMailbox = await send(stage, { to: KULJETUS, hub });
    expect(await saidOf(stage, byMailbox)).toMatchObject({ status: 'DEEMED', deemedDate: '2026-11-26' });

    await sandbox.moveTo('2026-11-24T10:00:00.000Z');
    await report(stage, byLetter, { type: 'POSTED', postedOn: '2026-11-24' });
    expect(await saidOf(stage, byLetter)).toMatchObject({ status: 'PENDING' });
    await sandbox.moveTo('2026-11-26T07:00:00.000Z');
    await report(stage, byLetter, { type: 'ARRIVED' });
    expect(await saidOf(stage, byLetter)).toMatchObject({ status: 'DEEMED', deemedDate: '2026-11-26' });
  });

  it('as ordinary though it obliges keeps a doubtful day and no deadline (AC-30 b)', async () => {
    const obligatingOverride = { legalBasis: '434/2003 § 59', approvedBy: 'Johtaja' };
    const hub = { appealPeriod: { days: 30 }, obligating: true, obligatingOverride };
    const said = await saidOf(stage, await send(stage, { to: await consenting(stage), hub }));
    expect(said).toMatchObject({ status: 'DOUBTFUL', deemedDate: '2026-11-29' });
    expect(said).not.toHaveProperty('appealLastDay');
  });

  it('by a notice that came back is doubtful, and by the letter that follows it begins anew', async () => {
    const id = await send(stage, { to: await consenting(stage) });
    await sandbox.bounce((await sandbox.emailAbout(id)).emailId, 'hard');
    await sandbox.settle();
    const { assessments } = await deliveryOf(stage, id);
    const byLaw = assessments.filter(({ primary }) => primary);
    expect(byLaw.map(({ attempt, channel, status }) => [attempt, channel, status])).toEqual([
      [2, 'LETTER', 'PENDING'],
      [1, 'ELECTRONIC', 'DOUBTFUL'],
    ]);
    expect(byLaw[1]).not.toHaveProperty('deemedDate');
  });

  it('by a letter nobody tells the posting of is estimated, where the operator has chosen so', async () => {
    await sandbox.call('PUT', '/config', { json: { postedOnPolicy: 'ASSUME_AFTER_N_BUSINESS_DAYS' } });
    const id = await send(stage, { to: await somebody(stage) });
    await sandbox.call('PUT', '/config', { json: { postedOnPolicy: 'PROVIDER' } });
    const waiting = await send(stage, { to: await somebody(stage) });
    await sandbox.moveTo('2026-12-01T10:00:00.000Z');

    expect(await saidOf(stage, id)).toMatchObject({ status: 'DEEMED', deemedDate: '2026-12-07' });
    expect((await deliveryOf(stage, id)).flags).toContain('ESTIMATED');
    expect(await saidOf(stage, waiting)).toMatchObject({ status: 'PENDING' });
    const told = (await deliveryOf(stage, waiting)).events.filter(({ type }) => type === 'AUTHORITY_NOTIFIED');
    expect(told).toMatchObject([{ detail: { task: 'POSTED_ON_MISSING' } }]);
  });

  it('against a receipt that does not come back is a task of the authority after three weeks', async () => {
    await sandbox.moveTo('2026-12-01T10:00:00.000Z');
    const id = await send(stage, { to: await somebody(stage), verifiable: true });
    await report(stage, id, { type: 'POSTED', postedOn: '2026-12-01' });
    await sandbox.moveTo('2026-12-23T10:00:00.000Z');
    const told = (await deliveryOf(stage, id)).events.filter(({ type }) => type === 'AUTHORITY_NOTIFIED');
    expect(told).toMatchObject([{ detail: { task: 'RECEIPT_MISSING' } }]);
    expect((await city.show(id)).state).not.toBe('SERVED');
  });
});

function office() {
  return { name: 'Virasto', streetAddress: 'Virastokatu 1', zipCode: '00100', city: 'HELSINKI', countryCode: 'FI' };
}
