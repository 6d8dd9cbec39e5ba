import { beforeEach, describe, expect, it } from 'vitest';
import { factFlags } from '#shared/domain/service-of-document/fact-flags';
import { type MessageId } from '#shared/domain/message/ids';
import { DAY, MINUTE } from '#shared/kernel/time';
import { SETTINGS } from '#test/builders/domain';
import { TESSA } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import {
  acting,
  consenting,
  deliveryOf,
  done,
  factsOf,
  letters,
  mailboxOf,
  noticesOf,
  openWorld,
  told,
  nextWork,
} from '#test/builders/world-people';
import { acknowledgeAndOpen, at, lastFact, report, sendVerifiable, serviceOf } from '#test/builders/world-service';

let world: World;
let id: MessageId;

async function begin(start: string): Promise<void> {
  world = await openWorld({ start: at(start) });
  await consenting(world);
}

const kinds = () => noticesOf(world, id).map(({ notice }) => notice.kind);
const letterClasses = async () => (await letters(world)).map((letter) => letter.class);

describe('a verifiable message of Monday morning', () => {
  beforeEach(async () => {
    await begin('2026-11-23T08:15:00Z');
    id = await sendVerifiable(world);
  });

  it('opened on Wednesday is served at that moment, and nothing follows (AC-08)', async () => {
    await world.moveTo(at('2026-11-25T17:02:00Z'));
    await acknowledgeAndOpen(world, id);
    await world.moveBy(30 * DAY);
    expect(await serviceOf(world, id)).toMatchObject({
      status: 'SERVED',
      deemedDate: '2026-11-25',
      deemedAt: at('2026-11-25T17:02:00Z'),
    });
    expect((await factsOf(world, id)).slice(3)).toEqual(['NOTICE_SENT', 'ACKNOWLEDGED', 'OPENED', 'SERVED']);
    expect([kinds(), await letters(world)]).toEqual([['VERIFIABLE_NEW'], []]);
    expect(factFlags(await deliveryOf(world, id))).toEqual([]);
    expect(await nextWork(world)).toBeUndefined();
  });

  it('never opened is reminded of, goes on paper and is served by its receipt (AC-09)', async () => {
    await world.moveTo(at('2026-12-01T03:59:59Z'));
    expect((await lastFact(world, id, 'REMINDER_SENT'))?.at).toBe(at('2026-11-26T07:00:00Z'));
    expect(await letters(world)).toEqual([]);
    await world.moveTo(at('2026-12-01T04:00:00Z'));
    expect(await lastFact(world, id, 'FALLBACK_STARTED')).toMatchObject({
      at: at('2026-12-01T04:00:00Z'),
      reason: 'WINDOW_EXPIRED',
    });
    expect((await lastFact(world, id, 'DECIDED'))?.decision).toMatchObject({
      channel: 'LETTER_ADVICE_OF_RECEIPT',
      reason: 'WINDOW_EXPIRED',
      path: ['T1', 'C10', 'A2'],
    });
    expect(await letterClasses()).toEqual(['LETTER_ADVICE_OF_RECEIPT']);
    await world.moveTo(at('2026-12-09T10:00:00Z'));
    await report(world, id, { type: 'RECEIPT_SIGNED', signer: 'Testilä Tessa' });
    expect(await serviceOf(world, id)).toMatchObject({ status: 'SERVED', deemedDate: '2026-12-09', attempt: 2 });
    expect(await lastFact(world, id, 'SERVED')).toMatchObject({ attemptNumber: 2, deemedDate: '2026-12-09' });
    expect(await nextWork(world)).toBeUndefined();
    expect(kinds()).toEqual(['VERIFIABLE_NEW', 'VERIFIABLE_REMINDER']);
    expect(world.faults).toEqual([]);
  });

  it('tells the authority everything, once and in order', async () => {
    await world.moveTo(at('2026-12-01T04:00:00Z'));
    expect((await told(world)).map(({ fact }) => fact.type)).toEqual(await factsOf(world, id));
  });

  it('opened after the window, before the letter, is served then and needs no letter (AC-12 a)', async () => {
    await world.moveTo(at('2026-12-01T03:00:00Z'));
    await acknowledgeAndOpen(world, id);
    await world.moveBy(10 * DAY);
    expect(await serviceOf(world, id)).toMatchObject({ status: 'SERVED', deemedDate: '2026-12-01', attempt: 1 });
    expect(factFlags(await deliveryOf(world, id))).toEqual(['AFTER_WINDOW']);
    expect(await letters(world)).toEqual([]);
    expect(await factsOf(world, id)).not.toContain('FALLBACK_STARTED');
  });

  it('opened within the last minute of the window is not late', async () => {
    await world.moveTo(at('2026-11-30T21:59:59Z'));
    await acknowledgeAndOpen(world, id);
    expect(factFlags(await deliveryOf(world, id))).toEqual([]);
  });

  it('opened when its letter was handed over is evidence for the authority, and the letter serves (AC-12 b)', async () => {
    await world.moveTo(at('2026-12-02T09:00:00Z'));
    const tessa = await acting(world, TESSA);
    const { content } = done(await world.hub.openMessage(tessa, id));
    done(await world.hub.openMessage(tessa, id));
    await world.settle();
    expect(content.electronic?.title).toBe('Päätös varhaiskasvatusmaksusta');
    expect((await factsOf(world, id)).slice(-2)).toEqual(['OPENED_LATE', 'AUTHORITY_NOTIFIED']);
    expect(await lastFact(world, id, 'AUTHORITY_NOTIFIED')).toMatchObject({ task: 'OPENED_LATE' });
    expect(await serviceOf(world, id)).toBeUndefined();
    await world.moveTo(at('2026-12-09T10:00:00Z'));
    await report(world, id, { type: 'RECEIPT_SIGNED' });
    expect(await serviceOf(world, id)).toMatchObject({ deemedDate: '2026-12-09' });
    expect(await mailboxOf(world)).toMatchObject([{ state: 'OPENED', openBy: undefined }]);
  });

  it('acknowledged when its letter was handed over is acknowledged to no effect, and opens', async () => {
    await world.moveTo(at('2026-12-02T09:00:00Z'));
    await acknowledgeAndOpen(world, id);
    const facts = await factsOf(world, id);
    expect([facts.includes('ACKNOWLEDGED'), facts.includes('OPENED'), facts.includes('OPENED_LATE')]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('acknowledged is neither reminded of nor sent as a letter', async () => {
    done(await world.hub.acknowledge(await acting(world, TESSA), id));
    await world.moveBy(30 * DAY);
    expect([kinds(), await letters(world)]).toEqual([['VERIFIABLE_NEW'], []]);
  });

  it('acknowledged and never opened is served by nothing, and the authority is told when the window ends', async () => {
    done(await world.hub.acknowledge(await acting(world, TESSA), id));
    await world.moveBy(30 * DAY);
    expect(await serviceOf(world, id)).toBeUndefined();
    const told = { task: 'ACKNOWLEDGED_UNOPENED', at: at('2026-12-01T04:00:00Z') };
    expect(await lastFact(world, id, 'AUTHORITY_NOTIFIED')).toMatchObject(told);
  });

  it('tells on the mailbox list until when opening avoids a letter', async () => {
    expect(await mailboxOf(world)).toMatchObject([{ state: 'AWAITING_RECEIPT', openBy: '2026-11-30' }]);
    await acknowledgeAndOpen(world, id);
    expect(await mailboxOf(world)).toMatchObject([{ state: 'OPENED', openBy: undefined }]);
  });

  it('names that day in its notice and its reminder', async () => {
    await world.moveTo(at('2026-11-26T07:00:00Z'));
    expect(noticesOf(world, id).map(({ notice }) => notice.text.includes('30.11.2026'))).toEqual([true, true]);
  });

  it('goes on paper on time although the queues lose everything', async () => {
    await world.moveTo(at('2026-12-01T03:59:00Z'));
    world.nudger.lose(true);
    await world.moveBy(2 * MINUTE);
    world.nudger.lose(false);
    await world.moveBy(10 * MINUTE);
    expect(await letterClasses()).toEqual(['LETTER_ADVICE_OF_RECEIPT']);
  });
});

describe('a window over the end of summer time (AC-11)', () => {
  it('ends at midnight in Helsinki, and the letter goes at six in winter time', async () => {
    await begin('2026-10-20T21:30:00Z');
    id = await sendVerifiable(world);
    await world.moveTo(at('2026-10-29T03:59:59Z'));
    expect(await letters(world)).toEqual([]);
    await world.moveTo(at('2026-10-29T04:00:00Z'));
    expect((await lastFact(world, id, 'FALLBACK_STARTED'))?.at).toBe(at('2026-10-29T04:00:00Z'));
    expect((await lastFact(world, id, 'REMINDER_SENT'))?.at).toBe(at('2026-10-24T06:00:00Z'));
  });
});

describe('a window that would end on a day off', () => {
  it.each([
    ['ends on the next working day', SETTINGS, '2026-12-29T04:00:00Z'],
    [
      'ends on that day where the operator is strict',
      { ...SETTINGS, windowRoll: 'NONE' as const },
      '2026-12-28T04:00:00Z',
    ],
  ])('%s', async (_, settings, fallbackAt) => {
    await begin('2026-12-18T10:00:00Z');
    world.settings.current = settings;
    id = await sendVerifiable(world);
    world.settings.current = SETTINGS;
    await world.moveBy(20 * DAY);
    expect((await lastFact(world, id, 'FALLBACK_STARTED'))?.at).toBe(at(fallbackAt));
  });
});
