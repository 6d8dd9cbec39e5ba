import { beforeAll, describe, expect, it } from 'vitest';
import { systemOne, systemTwo } from '#test/builders/e2e-authority';
import { anAddress } from '#test/builders/e2e-bodies';
import { useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { printerAt } from '#test/builders/e2e-printer';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { consenting, deliveryOf, report, saidOf, send, somebody } from '#test/builders/e2e-service';

const hub = useHub();
const stage = { city: systemOne(hub), printer: printerAt(hub), sandbox: sandboxOf(hub) };
const { city, sandbox } = stage;

/** A verifiable message to somebody who has consented. */
async function verifiable(): Promise<{ id: number; person: string }> {
  const person = await consenting(stage);
  return { id: await send(stage, { to: person, verifiable: true }), person };
}

const eventsOf = async (id: number) => (await deliveryOf(stage, id)).events;
const eventOf = async (id: number, type: string) => (await eventsOf(id)).filter((each) => each.type === type);
const typesOf = async (id: number) => (await eventsOf(id)).map(({ type }) => type);
const lettersOf = async (id: number) => (await sandbox.letters()).filter(({ messageId }) => messageId === id);
const mailsAbout = async (id: number) => (await sandbox.emails()).filter(({ messageId }) => messageId === id);

async function acknowledgeAndOpen({ id, person }: { id: number; person: string }): Promise<void> {
  const reader = await personAt(hub, person);
  expect((await reader.acknowledge(id)).status).toBe(204);
  expect((await reader.open(id)).title).toBe('Päätös hakemukseen');
  await sandbox.settle();
}

interface Sent {
  readonly id: number;
  readonly person: string;
}
const cases: Record<'opened' | 'never' | 'early' | 'withdrawing', Sent> & { ordinary: number; returned: number } = {
  opened: { id: 0, person: '' },
  never: { id: 0, person: '' },
  early: { id: 0, person: '' },
  withdrawing: { id: 0, person: '' },
  ordinary: 0,
  returned: 0,
};

/** Everything is sent at one moment; the tests follow the calendar. */
beforeAll(async () => {
  cases.opened = await verifiable();
  cases.never = await verifiable();
  cases.early = await verifiable();
  cases.withdrawing = await verifiable();
  cases.ordinary = await send(stage, { to: cases.withdrawing.person });
  const address = anAddress({ streetAddress: 'Toinenkatu 2' });
  cases.returned = await send(stage, { to: await somebody(stage), address });
});

describe('on Monday 23 November', () => {
  it('the notice and the list tell until when opening avoids a letter', async () => {
    const { id, person } = cases.never;
    expect((await mailsAbout(id)).map(({ kind, text }) => [kind, text.includes('30.11.2026')])).toEqual([
      ['VERIFIABLE_NEW', true],
    ]);
    expect(await (await personAt(hub, person)).lineOf(id)).toMatchObject({
      state: 'AWAITING_RECEIPT',
      openBy: '2026-11-30',
    });
    expect((await deliveryOf(stage, id)).next).toEqual({ step: 'remind-recipient', dueAt: '2026-11-26T07:00:00.000Z' });
  });

  it('a letter is refused that was posted before it was ordered, or will be', async () => {
    const id = cases.returned;
    const before = await city.show(id);
    expect(await report(stage, id, { type: 'POSTED', postedOn: '2026-11-22' })).toBe(400);
    expect(await report(stage, id, { type: 'POSTED', postedOn: '2026-11-24' })).toBe(400);
    expect(await report(stage, id, { type: 'RECEIPT_SIGNED', at: '2026-11-20T08:00:00.000Z' })).toBe(400);
    expect(await city.show(id)).toEqual(before);
    expect(await report(stage, id, { type: 'POSTED', postedOn: '2026-11-23' })).toBe(204);
    expect(await saidOf(stage, id)).toMatchObject({ status: 'DEEMED', deemedDate: '2026-11-30' });
  });
});

describe('on Tuesday', () => {
  it('a withdrawal sends what lies unopened on paper and leaves the ordinary message (AC-13)', async () => {
    await sandbox.moveTo('2026-11-24T09:00:00.000Z');
    const { id, person } = cases.withdrawing;
    await (await personAt(hub, person)).consentTo({ electronic: false, language: 'fi' });
    await sandbox.settle();
    expect(await deliveryOf(stage, id)).toMatchObject({ channel: 'LETTER_ADVICE_OF_RECEIPT', reason: 'WITHDRAWN' });
    expect(await lettersOf(id)).toMatchObject([{ class: 'LETTER_ADVICE_OF_RECEIPT' }]);
    expect(await deliveryOf(stage, cases.ordinary)).toMatchObject({ channel: 'ELECTRONIC', reason: 'CONSENT' });
    expect(await saidOf(stage, cases.ordinary)).toMatchObject({ deemedDate: '2026-11-26' });
    expect((await (await personAt(hub, person)).open(cases.ordinary)).title).toBe('Päätös hakemukseen');
  });
});

describe('on Wednesday', () => {
  it('an opening serves the document at that moment (AC-08)', async () => {
    await sandbox.moveTo('2026-11-25T17:02:00.000Z');
    const { id } = cases.opened;
    await acknowledgeAndOpen(cases.opened);
    expect(await saidOf(stage, id)).toMatchObject({
      status: 'SERVED',
      deemedDate: '2026-11-25',
      deemedAt: '2026-11-25T17:02:00.000Z',
      appealLastDay: '2026-12-28',
    });
    expect((await city.show(id)).state).toBe('SERVED');
    expect((await eventOf(id, 'SERVED'))[0]).toMatchObject({ at: '2026-11-25T17:02:00.000Z' });
    expect((await deliveryOf(stage, id)).next).toBeUndefined();
  });
});

describe('on Thursday', () => {
  it('who has not opened is reminded at nine, once', async () => {
    await sandbox.moveTo('2026-11-26T12:00:00.000Z');
    expect(await eventOf(cases.never.id, 'REMINDER_SENT')).toMatchObject([{ at: '2026-11-26T07:00:00.000Z' }]);
    expect((await mailsAbout(cases.never.id)).map(({ kind }) => kind)).toEqual([
      'VERIFIABLE_NEW',
      'VERIFIABLE_REMINDER',
    ]);
    expect((await mailsAbout(cases.opened.id)).map(({ kind }) => kind)).toEqual(['VERIFIABLE_NEW']);
    expect((await deliveryOf(stage, cases.never.id)).next).toEqual({
      step: 'settle-service',
      dueAt: '2026-12-01T04:00:00.000Z',
    });
  });

  it('the day of an ordinary message is told to its sender when it comes', async () => {
    expect(await eventOf(cases.ordinary, 'SERVED')).toMatchObject([
      { at: '2026-11-25T22:00:00.000Z', detail: { deemedDate: '2026-11-26', ruleSetId: 'fi-2016' } },
    ]);
  });
});

describe('on Monday 30 November', () => {
  it('a letter that comes back is followed by one to the next address (AC-37)', async () => {
    await sandbox.moveTo('2026-11-30T12:00:00.000Z');
    const id = cases.returned;
    expect(await report(stage, id, { type: 'RETURNED', reason: 'Muuttanut' })).toBe(204);
    expect(await deliveryOf(stage, id)).toMatchObject({ channel: 'LETTER', reason: 'RETURNED' });
    const [first, second] = await lettersOf(id);
    expect([first?.state, second?.state]).toEqual(['RETURNED', 'READY']);
    expect(second?.address.streetAddress).toBe('Toinenkatu 2');
    expect(second?.letterId).not.toBe(first?.letterId);
  });
});

describe('on Tuesday 1 December', () => {
  it('an opening before six in the morning needs no letter, and is flagged (AC-12 a)', async () => {
    await sandbox.moveTo('2026-12-01T03:00:00.000Z');
    await acknowledgeAndOpen(cases.early);
    await sandbox.moveTo('2026-12-01T08:00:00.000Z');
    const { id } = cases.early;
    expect((await deliveryOf(stage, id)).flags).toEqual(['AFTER_WINDOW']);
    expect(await saidOf(stage, id)).toMatchObject({ deemedDate: '2026-12-01', appealLastDay: '2026-12-31' });
    expect([await lettersOf(id), (await typesOf(id)).includes('FALLBACK_STARTED')]).toEqual([[], false]);
  });

  it('the letter of a message nobody opened is ordered at six (AC-09)', async () => {
    const { id } = cases.never;
    expect(await eventOf(id, 'FALLBACK_STARTED')).toMatchObject([
      { at: '2026-12-01T04:00:00.000Z', detail: { reason: 'WINDOW_EXPIRED' } },
    ]);
    expect(await deliveryOf(stage, id)).toMatchObject({
      channel: 'LETTER_ADVICE_OF_RECEIPT',
      reason: 'WINDOW_EXPIRED',
      decision: { path: ['T1', 'C10', 'A2'] },
    });
    expect(await lettersOf(id)).toMatchObject([{ class: 'LETTER_ADVICE_OF_RECEIPT', state: 'READY' }]);
  });

  it('the second letter has a clock of its own', async () => {
    expect(await report(stage, cases.returned, { type: 'POSTED', postedOn: '2026-12-01' })).toBe(204);
    const { assessments } = await deliveryOf(stage, cases.returned);
    const said = assessments.filter(({ primary }) => primary);
    expect(said.map(({ attempt, status, deemedDate }) => [attempt, status, deemedDate])).toEqual([
      [2, 'DEEMED', '2026-12-08'],
      [1, 'NOT_SERVED', undefined],
    ]);
    expect(await saidOf(stage, cases.returned)).toMatchObject({ appealLastDay: '2027-01-07' });
  });
});

describe('on Wednesday 2 December', () => {
  it('an opening comes too late for the letter, and the authority is told (AC-12 b)', async () => {
    await sandbox.moveTo('2026-12-02T09:00:00.000Z');
    const { id, person } = cases.never;
    await acknowledgeAndOpen(cases.never);
    expect((await typesOf(id)).slice(-2)).toEqual(['OPENED_LATE', 'AUTHORITY_NOTIFIED']);
    expect((await eventOf(id, 'AUTHORITY_NOTIFIED'))[0]).toMatchObject({ detail: { task: 'OPENED_LATE' } });
    expect(await saidOf(stage, id)).toMatchObject({ status: 'PENDING' });
    expect(await (await personAt(hub, person)).lineOf(id)).toMatchObject({ state: 'OPENED' });
    await acknowledgeAndOpen(cases.never);
    expect(await eventOf(id, 'OPENED_LATE')).toHaveLength(1);
  });

  it('the national API has heard nothing it does not know', async () => {
    expect(await city.typesAbout(cases.never.id)).toEqual([
      'Electronic message created',
      'Paper mail created',
      'Sent for printing and enveloping',
    ]);
  });
});

describe('on Wednesday 9 December', () => {
  it('the receipt serves the document (AC-09)', async () => {
    await sandbox.moveTo('2026-12-09T12:00:00.000Z');
    const { id } = cases.never;
    const signed = { type: 'RECEIPT_SIGNED', at: '2026-12-09T10:00:00.000Z', signer: 'Joku Jokunen' };
    expect(await report(stage, id, signed)).toBe(204);
    expect(await saidOf(stage, id)).toMatchObject({
      status: 'SERVED',
      deemedDate: '2026-12-09',
      appealLastDay: '2027-01-08',
    });
    expect((await city.show(id)).state).toBe('SERVED');
    expect(await report(stage, id, { type: 'RETURNED' })).toBe(204);
    expect((await city.show(id)).state).toBe('SERVED');
    expect(await lettersOf(id)).toHaveLength(1);
  });
});

describe('an official', () => {
  const closing = { evidence: 'PROCESS_SERVER', date: '2026-12-08', note: 'Haastemies tavoitti.' };
  const at = async (id: number) => ({ id, deliveryId: (await deliveryOf(stage, id)).deliveryId });
  const post = async (id: number, what: string, json: object, by = city) =>
    by.call('POST', `/hub/v1/messages/${id}/${what}`, { json });

  it('closes a delivery by hand, once, and in words nobody sees', async () => {
    const { id, deliveryId } = await at(cases.withdrawing.id);
    for (let times = 0; times < 2; times += 1)
      expect((await post(id, 'closings', { ...closing, deliveryId })).status).toBe(204);
    await sandbox.settle();
    expect(await eventOf(id, 'MANUAL_CLOSED')).toMatchObject([
      { actor: { role: 'AUTHORITY' }, detail: { evidence: 'PROCESS_SERVER', date: '2026-12-08' } },
    ]);
    expect(await saidOf(stage, id)).toMatchObject({ status: 'SERVED', deemedDate: '2026-12-08' });
    expect(JSON.stringify(await city.show(id))).not.toContain('Haastemies');
  });

  it('overrides a presumption', async () => {
    const { id, deliveryId } = await at(cases.ordinary);
    const rebuttal = { deliveryId, servedOn: '2026-11-30', reason: 'Vastaanottaja oli sairaalassa.' };
    expect((await post(id, 'rebuttals', rebuttal)).status).toBe(204);
    expect(await saidOf(stage, id)).toMatchObject({ status: 'SERVED', deemedDate: '2026-11-30' });
  });

  it.each([
    ['closings', { ...closing, evidence: 'RUMOUR' }, '/evidence'],
    ['closings', { ...closing, date: '2026-02-30' }, '/date'],
    ['closings', { ...closing, date: '2026-12-10' }, '/date'],
    ['closings', { ...closing, wind: 1 }, '/wind'],
    ['rebuttals', { servedOn: '2026-12-10', reason: 'x' }, '/servedOn'],
    ['rebuttals', { servedOn: '2026-13-01', reason: 'x' }, '/servedOn'],
    ['rebuttals', { servedOn: '2026-11-22', reason: 'x' }, '/servedOn'],
    ['rebuttals', { servedOn: '2026-12-01' }, '/reason'],
  ])('is refused %s by name: %j', async (what, body, pointer) => {
    const { id, deliveryId } = await at(cases.ordinary);
    const before = await city.show(id);
    const answer = await post(id, what, { deliveryId, ...body });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.json).toMatchObject({ type: 'urn:viestivayla:problem:body-invalid', errors: [{ pointer }] });
    expect(await city.show(id)).toEqual(before);
  });

  it('of another authority finds the same nothing as everybody', async () => {
    const { id, deliveryId } = await at(cases.ordinary);
    const rebuttal = { servedOn: '2026-12-01', reason: 'x' };
    const answers = [
      await post(id, 'rebuttals', { ...rebuttal, deliveryId }, systemTwo(hub)),
      await post(id, 'rebuttals', { ...rebuttal, deliveryId: '1-1' }),
      await post(id, 'closings', { ...closing, deliveryId: 'nothing' }),
      await post(1, 'closings', { ...closing, deliveryId }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });
});
