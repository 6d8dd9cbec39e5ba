import { describe, expect, it } from 'vitest';
import { channelAt, operatorAt } from '#test/builders/e2e-channel';
import { useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';

const hub = useHub({ env: { HUB_NOW: '2026-11-20T06:00:00.000Z' } });
const { sandbox, send, look, person, city } = channelAt(hub, '010173');
const operator = operatorAt(hub);

const consent = { consent: { electronic: true, email: 'katko@example.fi' } };
const declare = async (id: string, json: object) => operator.call('PUT', `/hub/v1/outages/${id}`, { json });
const events = async (messageId: number) =>
  (await city.show(messageId)).deliveries[0]?.events.map(({ type, at }) => [type, at]) ?? [];

const AT_SIX = '2026-11-20T06:00:00.000Z';
const AT_SEVEN = '2026-11-20T07:00:00.000Z';
const AT_THREE = '2026-11-20T15:00:00.000Z';
const NEXT_DAY = '2026-11-21T06:00:00.000Z';

describe('an outage (AC-23)', () => {
  it('that lasts keeps a message back for a day and sends it on paper then, to the second', async () => {
    const outage = { scope: 'mailbox', startedAt: AT_SIX, prolonged: false };
    expect(await declare('katko-a', outage)).toMatchObject({ status: 201, json: { outageId: 'katko-a', ...outage } });
    await sandbox.moveTo(AT_SEVEN);
    const held = await send({ to: await person(consent) });
    expect(held).toMatchObject({ channel: 'HOLD', reason: 'OUTAGE_SHORT' });
    expect(await city.show(held.messageId)).toMatchObject({
      state: 'HELD',
      deliveries: [{ next: { step: 'release-hold', dueAt: NEXT_DAY } }],
    });
    await sandbox.moveTo('2026-11-21T05:59:59.999Z');
    expect(await look(held.messageId)).toMatchObject({ channel: 'HOLD' });
    await sandbox.moveTo(NEXT_DAY);
    expect(await look(held.messageId)).toMatchObject({ channel: 'LETTER', reason: 'OUTAGE_PROLONGED' });
    expect(await events(held.messageId)).toEqual([
      ['ACCEPTED', AT_SEVEN],
      ['HOLD_STARTED', AT_SEVEN],
      ['DECIDED', AT_SEVEN],
      ['HOLD_RELEASED', NEXT_DAY],
      ['DECIDED', NEXT_DAY],
      ['HANDED_TO_POSTAL', NEXT_DAY],
    ]);
    expect(await send({ to: await person(consent) })).toMatchObject({ channel: 'LETTER', reason: 'OUTAGE_PROLONGED' });
    expect(await city.typesAbout(held.messageId)).toEqual(['Paper mail created', 'Sent for printing and enveloping']);
    expect(await declare('katko-a', { ...outage, endedAt: NEXT_DAY })).toMatchObject({ status: 200 });
    expect(await send({ to: await person(consent) })).toMatchObject({ channel: 'ELECTRONIC', reason: 'CONSENT' });
  });
});

describe('an outage that ends', () => {
  const startedAt = '2026-11-22T06:00:00.000Z';
  const endedAt = '2026-11-22T15:00:00.000Z';

  it('lets go of all it kept back at once, by the facts of that moment', async () => {
    await sandbox.moveTo(startedAt);
    await declare('katko-b', { scope: 'notices', startedAt });
    const [stays, withdraws] = [await person(consent), await person(consent)];
    const first = await send({ to: stays });
    const second = await send({ to: withdraws });
    await (await personAt(hub, withdraws)).consentTo({ electronic: false, language: 'fi' });
    await sandbox.moveTo(endedAt);
    await declare('katko-b', { scope: 'notices', startedAt, endedAt });
    await sandbox.settle();
    expect(await look(first.messageId)).toMatchObject({ channel: 'ELECTRONIC', reason: 'CONSENT' });
    expect(await events(first.messageId)).toContainEqual(['NOTICE_SENT', endedAt]);
    expect(await look(second.messageId)).toMatchObject({ channel: 'LETTER', reason: 'WITHDRAWN' });
    const decided = (await city.show(first.messageId)).deliveries[0]?.events.filter(({ type }) => type === 'DECIDED');
    expect(decided).toHaveLength(2);
  });

  it('was to end at a moment to come, and does', async () => {
    const begin = '2026-11-23T06:00:00.000Z';
    const end = '2026-11-23T09:00:00.000Z';
    await sandbox.moveTo(begin);
    await declare('katko-c', { scope: 'huolto', startedAt: begin, endedAt: end });
    const held = await send({ to: await person(consent) });
    expect(held).toMatchObject({ channel: 'HOLD' });
    await sandbox.moveTo('2026-11-23T10:00:00.000Z');
    expect(await events(held.messageId)).toContainEqual(['NOTICE_SENT', end]);
    expect(await send({ to: await person(consent) })).toMatchObject({ channel: 'ELECTRONIC' });
  });

  it('or is declared to last sends on paper at once what it kept back', async () => {
    const begin = '2026-11-24T06:00:00.000Z';
    await sandbox.moveTo(begin);
    await declare('katko-d', { scope: 'mailbox', startedAt: begin });
    const held = await send({ to: await person(consent) });
    await declare('katko-d', { scope: 'mailbox', startedAt: begin, prolonged: true });
    await sandbox.settle();
    expect(await look(held.messageId)).toMatchObject({ channel: 'LETTER', reason: 'OUTAGE_PROLONGED' });
    await declare('katko-d', { scope: 'mailbox', startedAt: begin, endedAt: begin });
  });

  it('goes by the threshold that the operator has chosen', async () => {
    const begin = '2026-11-25T06:00:00.000Z';
    await sandbox.moveTo(begin);
    await sandbox.config({ outageThreshold: 'PT2H' });
    await declare('katko-e', { scope: 'mailbox', startedAt: begin });
    const held = await send({ to: await person(consent) });
    await sandbox.moveTo('2026-11-25T08:00:00.000Z');
    expect(await events(held.messageId)).toContainEqual(['HANDED_TO_POSTAL', '2026-11-25T08:00:00.000Z']);
    await declare('katko-e', { scope: 'mailbox', startedAt: begin, endedAt: begin });
    await sandbox.config({ outageThreshold: 'PT24H' });
  });

  it('does not touch letters', async () => {
    const startedAtNow = await sandbox.now();
    await declare('katko-f', { scope: 'mailbox', startedAt: startedAtNow });
    expect(await send({ to: await person() })).toMatchObject({ channel: 'LETTER', reason: 'NO_CONSENT' });
    await declare('katko-f', { scope: 'mailbox', startedAt: startedAtNow, endedAt: startedAtNow });
  });
});

describe('a declaration', () => {
  const fine = { scope: 'mailbox', startedAt: AT_SIX, endedAt: AT_THREE, prolonged: false };

  it('is read back by its id', async () => {
    await declare('katko-g', fine);
    expect(await operator.call('GET', '/hub/v1/outages/katko-g')).toMatchObject({
      status: 200,
      json: { outageId: 'katko-g', ...fine },
    });
    expect(await operator.call('GET', '/hub/v1/outages/katko-h')).toMatchObject({ status: 404 });
  });

  it.each([
    ['an authority', { 'x-api-key': 'hub-api-key' }],
    ['a printer', { 'x-api-key': 'print-key' }],
    ['nobody', {}],
  ])('is not %s’s to make or to see', async (_, headers) => {
    const bare = { headers: { 'x-api-key': '', ...headers } };
    for (const method of ['PUT', 'GET'])
      expect(
        await operator.call(method, '/hub/v1/outages/katko-g', method === 'PUT' ? { ...bare, json: fine } : bare),
      ).toMatchObject({ status: 401 });
  });

  it.each([
    ['with a field nobody knows', 'katko-x', { ...fine, tenants: [] }, '/tenants'],
    ['that ends before it begins', 'katko-x', { ...fine, endedAt: '2026-11-20T05:00:00.000Z' }, '/endedAt'],
    ['that begins at no moment there is', 'katko-x', { ...fine, startedAt: '2026-02-30T06:00:00.000Z' }, '/startedAt'],
    ['that begins at no moment', 'katko-x', { scope: 'mailbox' }, '/startedAt'],
    ['of nothing', 'katko-x', { ...fine, scope: '' }, '/scope'],
    ['that may last', 'katko-x', { ...fine, prolonged: 'maybe' }, '/prolonged'],
    ['under an id that can not be one', 'katko%20x', fine, '/id'],
    ['under somebody’s code', '010190-900P', fine, '/id'],
  ])('%s is refused by the field', async (_, id, json, pointer) => {
    const answer = await declare(id, json);
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer }] } });
    expect(answer.text).not.toContain('010190');
    expect(await operator.call('GET', `/hub/v1/outages/${id}`)).toMatchObject({ status: 404 });
  });
});

describe('the key of hashes', () => {
  const PATH = '/hub/v1/key-rotations';
  const to = async (version: number) => operator.call('POST', PATH, { json: { version } });

  it('is changed by the operator, once for each version, and both are live', async () => {
    expect(await operator.call('GET', PATH)).toMatchObject({ status: 200, json: { phase: 'SETTLED', current: 1 } });
    expect(await to(3)).toMatchObject({ status: 409 });
    expect(await to(1)).toMatchObject({ status: 400 });
    expect(await to(2)).toMatchObject({ status: 201, json: { phase: 'OPENING', current: 2, previous: 1 } });
    expect(await to(2)).toMatchObject({ status: 200, json: { walk: { partsDone: 0, parts: 256 } } });
    expect(
      await operator.call('POST', PATH, { json: { version: 3 }, headers: { 'x-api-key': 'nobody' } }),
    ).toMatchObject({
      status: 401,
    });
  });
});
