import { describe, expect, it } from 'vitest';
import { SENDING, systemOne } from '#test/builders/e2e-authority';
import {
  KULJETUS,
  PAPERI,
  PAULA,
  TESSA,
  anAddress,
  electronicOnly,
  identityCode,
  multichannel,
} from '#test/builders/e2e-bodies';
import { START, useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { sandboxOf } from '#test/builders/e2e-sandbox';

const hub = useHub();
const city = systemOne(hub);
const sandbox = sandboxOf(hub);
const born = { last: 0 };

async function consenting(email: string): Promise<string> {
  born.last += 1;
  const id = identityCode('120670', '-', 900 + born.last);
  await sandbox.person(id, { name: 'Suostuva', postalAddress: anAddress(), consent: { electronic: true, email } });
  return id;
}

async function sent(to: string, hubFields = {}): Promise<number> {
  const file = await city.upload();
  const messageId = await city.send(
    SENDING.multichannel,
    multichannel({ to, file, hub: hubFields, addressPage: true }),
  );
  await sandbox.settle();
  return messageId;
}

describe('the clock of the sandbox', () => {
  it('stands where it was started, and moves forwards by an instant or a duration', async () => {
    expect(await sandbox.now()).toBe(START);
    await sandbox.moveTo('2026-11-23T08:16:00.000Z');
    expect(await sandbox.now()).toBe('2026-11-23T08:16:00.000Z');
    const answer = await sandbox.call('POST', '/clock/advance', { json: { duration: 'P1DT2H3M4S' } });
    expect(answer).toMatchObject({ status: 200, json: { now: '2026-11-24T10:19:04.000Z' } });
  });

  it('never goes backwards, and a refusal leaves it where it is', async () => {
    const now = await sandbox.now();
    const back = await sandbox.call('PUT', '/clock', { json: { now: START } });
    expect(back).toMatchObject({ status: 409, json: { type: expect.stringMatching(/conflict$/) } });
    expect(await sandbox.call('PUT', '/clock', { json: { now } })).toMatchObject({ status: 200, json: { now } });
    expect(await sandbox.now()).toBe(now);
  });

  it('takes pushes one after the other, so that a push that is sent again waits for the one under way', async () => {
    const before = Date.parse(await sandbox.now());
    const [week, fortnight] = [7, 14].map((days) => new Date(before + days * 86_400_000).toISOString());
    const push = async () => sandbox.call('PUT', '/clock', { json: { now: week } });
    const first = push();
    const again = push();
    const further = sandbox.call('POST', '/clock/advance', { json: { duration: 'P7D' } });
    expect(await first).toMatchObject({ status: 200, json: { now: week } });
    expect(await again).toMatchObject({ status: 200, json: { now: week } });
    expect(await further).toMatchObject({ status: 200, json: { now: fortnight } });
    expect(await push()).toMatchObject({ status: 409 });
  });

  it.each([
    ['PUT', '/clock', { now: 'tomorrow' }],
    ['PUT', '/clock', {}],
    ['POST', '/clock/advance', { duration: '1 day' }],
    ['POST', '/clock/advance', { duration: '-PT1H' }],
    ['POST', '/clock/advance', { duration: 'P' }],
    ['POST', '/clock/advance', {}],
  ])('refuses what it can not read: %s %s %j', async (method, path, json) => {
    const answer = await sandbox.call(method, path, { json });
    expect(answer.status).toBe(400);
    expect(answer.json).toHaveProperty('errors.0.pointer', expect.any(String));
  });

  it('is the only thing that lets work run', async () => {
    const messageId = await city.send(SENDING.electronic, electronicOnly({}));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await city.show(messageId)).state).toBe('ACCEPTED');
    expect(await sandbox.call('POST', '/settle')).toMatchObject({ status: 200 });
    expect((await city.show(messageId)).state).toBe('DELIVERED');
  });

  it('runs each piece of work at its own moment, in order, when it is moved past many', async () => {
    const start = Date.parse(await sandbox.now());
    const after = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
    const later = await sent(TESSA, { deliverNotBefore: after(90) });
    const sooner = await sent(TESSA, { deliverNotBefore: after(30) });
    expect((await city.show(later)).state).toBe('ACCEPTED');
    await sandbox.advance('P1D');
    const mails = await Promise.all([sooner, later].map(async (messageId) => sandbox.emailAbout(messageId)));
    expect(mails.map(({ at }) => at)).toEqual([after(30), after(90)]);
    const about = (await city.eventsFrom()).events.filter(({ metadata }) =>
      [sooner, later].includes(metadata.messageId),
    );
    expect(about.map(({ metadata, eventTime }) => [metadata.messageId, eventTime])).toEqual([
      [sooner, after(30)],
      [later, after(90)],
    ]);
  });
});

describe('a bounce', () => {
  it('that is hard turns the message into a letter at once and the address into a dead one', async () => {
    const id = await consenting('kova@example.fi');
    const messageId = await sent(id);
    await sandbox.bounce((await sandbox.emailAbout(messageId)).emailId, 'hard');
    await sandbox.settle();
    expect(await city.typesAbout(messageId)).toEqual([
      'Electronic message created',
      'Paper mail created',
      'Sent for printing and enveloping',
    ]);
    expect((await city.show(messageId)).deliveries[0]).toMatchObject({ channel: 'LETTER', reason: 'NO_EADDRESS' });
    expect(await sandbox.letterOf(messageId)).toMatchObject({ class: 'LETTER' });
    const next = await sent(id);
    expect((await city.show(next)).deliveries[0]).toMatchObject({ channel: 'LETTER', reason: 'NO_EADDRESS' });
    const { json } = await city.call('POST', '/v1/mailboxes/active', { json: { endUsers: [{ id }] } });
    expect(json).toEqual({ endUsersWithActiveMailbox: [] });
    expect(await (await personAt(hub, id)).open(messageId)).toMatchObject({ messageId });
  });

  it('that is hard and told twice makes one letter', async () => {
    const messageId = await sent(await consenting('kahdesti@example.fi'));
    const { emailId } = await sandbox.emailAbout(messageId);
    await sandbox.bounce(emailId, 'hard');
    await sandbox.bounce(emailId, 'hard');
    await sandbox.settle();
    await sandbox.bounce(emailId, 'hard');
    await sandbox.settle();
    expect(await sandbox.letterOf(messageId)).toMatchObject({ class: 'LETTER' });
  });

  it('of a message that has been opened sends no letter', async () => {
    const id = await consenting('luettu@example.fi');
    const messageId = await sent(id);
    await (await personAt(hub, id)).open(messageId);
    await sandbox.bounce((await sandbox.emailAbout(messageId)).emailId, 'hard');
    await sandbox.settle();
    expect(await city.typesAbout(messageId)).toEqual(['Electronic message created', 'Electronic message read']);
  });

  it('of an e-mail that never was is not found', async () => {
    expect(await sandbox.call('POST', '/emails/none/bounce', { json: { type: 'hard' } })).toMatchObject({
      status: 404,
    });
    expect(await sandbox.call('POST', '/emails/none/bounce', { json: { type: 'odd' } })).toMatchObject({ status: 400 });
  });
});

describe('the registers of the sandbox', () => {
  it('take a person in silence, and leave consent alone where it is not named', async () => {
    const id = await consenting('hiljaa@example.fi');
    await sandbox.person(id, { name: 'Uusi Nimi', postalAddress: anAddress({ streetAddress: 'Uusikatu 2' }) });
    await sandbox.settle();
    expect(await sandbox.emails('hiljaa@example.fi')).toEqual([]);
    expect(await (await personAt(hub, id)).consent()).toMatchObject({ electronic: true, email: 'hiljaa@example.fi' });
    await sandbox.person(id, {
      name: 'Uusi Nimi',
      postalAddress: anAddress({ streetAddress: 'Uusikatu 2' }),
      consent: { electronic: false },
    });
    const letter = await sandbox.letterOf(await sent(id));
    expect(letter.address).toMatchObject({ streetAddress: 'Uusikatu 2' });
  });

  it('take a business with its mailbox and its representatives', async () => {
    expect((await city.show(await sent(PAPERI))).deliveries[0]).toMatchObject({ channel: 'LETTER' });
    const row = { name: 'Paperi Oy', kind: 'COMPANY', representatives: [{ id: PAULA, role: 'TJ' }] };
    await sandbox.business(PAPERI, { ...row, mailboxActive: true });
    const messageId = await sent(PAPERI);
    expect((await city.show(messageId)).deliveries[0]).toMatchObject({ channel: 'ELECTRONIC', reason: 'ACTIVATED' });
    expect(await (await personAt(hub, PAULA, PAPERI)).open(messageId)).toMatchObject({ messageId });
    await sandbox.business(KULJETUS, { ...row, mailboxActive: false });
    expect((await city.show(await sent(KULJETUS))).deliveries[0]?.channel).not.toBe('ELECTRONIC');
  });

  it.each([
    ['PUT', '/people/nobody', { name: 'A' }],
    ['PUT', `/people/${KULJETUS}`, { name: 'A' }],
    ['PUT', `/people/${TESSA}`, {}],
    ['PUT', `/people/${TESSA}`, { name: 'A', postalAddress: { city: 'HELSINKI' } }],
    ['PUT', '/businesses/nothing', { name: 'A', kind: 'COMPANY' }],
    ['PUT', `/businesses/${PAPERI}`, { name: 'A', kind: 'SHOP' }],
    ['POST', '/sign-in', { id: KULJETUS }],
    ['POST', '/sign-in', {}],
    ['PUT', '/config', { ruleSet: 'fi-1999' }],
    ['PUT', '/config', { unheardOf: true }],
  ])('refuse what no register holds: %s %s %j', async (method, path, json) => {
    expect(await sandbox.call(method, path, { json })).toMatchObject({ status: 400, json: { status: 400 } });
  });

  it('give the letter of a protected person to no address but the one that may be told', async () => {
    const id = identityCode('130670', '-', 901);
    const contactAddress = anAddress({ streetAddress: 'PL 5' });
    await sandbox.person(id, { name: 'Turva', protectionOrder: true, postalAddress: anAddress(), contactAddress });
    const file = await city.upload();
    const messageId = await city.send(SENDING.multichannel, multichannel({ to: id, file, addressPage: true }));
    await sandbox.settle();
    expect((await sandbox.letterOf(messageId)).address).toMatchObject({ streetAddress: 'PL 5' });
  });
});

describe('the configuration of the sandbox', () => {
  it('chooses the rule set of the decisions to come', async () => {
    const before = await sent(TESSA);
    expect(await sandbox.call('PUT', '/config', { json: { ruleSet: 'wg-2019' } })).toMatchObject({ status: 204 });
    const after = await sent(TESSA);
    await sandbox.call('PUT', '/config', { json: { ruleSet: 'fi-2016' } });
    const ruleSets = [before, after].map(
      async (messageId) => (await city.show(messageId)).deliveries[0]?.decision?.ruleSetId,
    );
    expect(await Promise.all(ruleSets)).toEqual(['fi-2016', 'wg-2019']);
  });
});
