import { describe, expect, it } from 'vitest';
import { SENDING } from '#test/builders/e2e-authority';
import { anAddress, electronicOnly } from '#test/builders/e2e-bodies';
import { channelAt } from '#test/builders/e2e-channel';
import { useHub } from '#test/builders/e2e-hub';
import { type Person, personAt } from '#test/builders/e2e-people';

const hub = useHub();
const { sandbox, send, accept, look, person, city } = channelAt(hub, '010172');

const SERVICE = 'hub-service-1';
const consent = (email: string) => ({ consent: { electronic: true, email } });
const put = async (who: Person, matterId: string, json: object, serviceId = SERVICE) =>
  who.call('PUT', `/me/v1/matters/${serviceId}/${encodeURIComponent(matterId)}`, { json });
const postal = { type: 'POSTAL', address: anAddress({ name: 'Asiamies', streetAddress: 'PL 12' }) };
const messages = (noticeEmail: string) => ({
  kind: 'PROCESS_ADDRESS',
  processAddress: { type: 'MESSAGES', noticeEmail },
});

describe('paper for one matter (AC-15)', () => {
  it('is for that matter alone, and until it is cleared', async () => {
    const id = await person(consent('asia15@example.fi'));
    const who = await personAt(hub, id);
    const path = `/me/v1/matters/${SERVICE}/M1`;
    expect(await who.call('GET', path)).toMatchObject({ status: 404 });
    expect(await put(who, 'M1', { kind: 'PAPER' })).toMatchObject({ status: 200, json: { kind: 'PAPER' } });
    expect(await who.call('GET', path)).toMatchObject({ status: 200, json: { kind: 'PAPER' } });
    const inMatter = { to: id, hub: { matterId: 'M1' } };
    expect(await send(inMatter)).toMatchObject({ channel: 'LETTER', reason: 'MATTER_PAPER_CHOICE' });
    expect(await send({ to: id, hub: { matterId: 'M2' } })).toMatchObject({ channel: 'ELECTRONIC', reason: 'CONSENT' });
    expect(await send({ to: id })).toMatchObject({ channel: 'ELECTRONIC', reason: 'CONSENT' });
    expect(await who.call('DELETE', path)).toMatchObject({ status: 204 });
    expect(await who.call('GET', path)).toMatchObject({ status: 404 });
    expect(await send(inMatter)).toMatchObject({ channel: 'ELECTRONIC', reason: 'CONSENT' });
  });

  it('chosen after a message was accepted and before it was delivered sends it by letter', async () => {
    const id = await person(consent('asia15b@example.fi'));
    const messageId = await accept({ to: id, hub: { matterId: 'M1' } });
    await put(await personAt(hub, id), 'M1', { kind: 'PAPER' });
    await sandbox.settle();
    expect(await look(messageId)).toMatchObject({ channel: 'LETTER', reason: 'MATTER_PAPER_CHOICE' });
  });
});

describe('a process address (AC-16)', () => {
  it('in the mailbox brings the matter there without a consent to anything else', async () => {
    const id = await person();
    const who = await personAt(hub, id);
    expect(await put(who, 'L 1/2026', messages('prosessi@example.fi'))).toMatchObject({ status: 200 });
    const went = await send({ to: id, hub: { matterId: 'L 1/2026' } });
    expect(went).toMatchObject({ channel: 'ELECTRONIC', reason: 'PROCESS_ADDRESS_MAILBOX' });
    expect(await sandbox.emailAbout(went.messageId)).toMatchObject({ to: 'prosessi@example.fi', kind: 'NEW' });
    expect(await who.open(went.messageId)).toMatchObject({ messageId: went.messageId });
    expect(await who.consent()).toMatchObject({ electronic: false, version: 0, source: 'NONE' });
    expect(await send({ to: id, hub: { matterId: 'L 2/2026' } })).toMatchObject({
      channel: 'LETTER',
      reason: 'NO_CONSENT',
    });
  });

  it('in the mailbox is enough for a message that has no paper at all', async () => {
    const id = await person();
    const body = electronicOnly({ to: id, hub: { matterId: 'E1' } });
    expect(await city.call('POST', SENDING.electronic, { json: body })).toMatchObject({ status: 400 });
    await put(await personAt(hub, id), 'E1', messages('pelkka@example.fi'));
    const messageId = await city.send(SENDING.electronic, body);
    await sandbox.settle();
    expect(await look(messageId)).toMatchObject({ channel: 'ELECTRONIC', reason: 'PROCESS_ADDRESS_MAILBOX' });
  });

  it('declared later takes the place of the one before: the letter goes to that address', async () => {
    const id = await person();
    const who = await personAt(hub, id);
    await put(who, 'M1', messages('ensin@example.fi'));
    const set = await put(who, 'M1', { kind: 'PROCESS_ADDRESS', processAddress: postal });
    expect(set).toMatchObject({ status: 200, json: { kind: 'PROCESS_ADDRESS', processAddress: postal } });
    const went = await send({ to: id, hub: { matterId: 'M1' } });
    expect(went).toMatchObject({ channel: 'LETTER', reason: 'PROCESS_ADDRESS_POSTAL' });
    expect((await sandbox.letterOf(went.messageId)).address).toMatchObject({
      name: 'Asiamies',
      streetAddress: 'PL 12',
    });
    const other = await send({ to: id, hub: { matterId: 'M2' } });
    expect((await sandbox.letterOf(other.messageId)).address.streetAddress).toMatch(/^Rekisterikatu/);
    expect(JSON.stringify(await city.show(went.messageId))).not.toMatch(/Asiamies|PL 12/);
  });

  it('is printed on a page of its own where the sender’s file names another address', async () => {
    const id = await person();
    await put(await personAt(hub, id), 'M1', { kind: 'PROCESS_ADDRESS', processAddress: postal });
    const went = await send({ to: id, hub: { matterId: 'M1' }, addressPage: false });
    expect(await sandbox.letterOf(went.messageId)).toMatchObject({ address: { streetAddress: 'PL 12' }, sheets: 2 });
  });

  it('taken back between the decision and the print sends the letter elsewhere', async () => {
    const id = await person();
    const who = await personAt(hub, id);
    await put(who, 'M1', { kind: 'PROCESS_ADDRESS', processAddress: postal });
    const messageId = await accept({ to: id, hub: { matterId: 'M1' } });
    await who.call('DELETE', `/me/v1/matters/${SERVICE}/M1`);
    await sandbox.settle();
    expect((await sandbox.letterOf(messageId)).address.streetAddress).toMatch(/^Rekisterikatu/);
  });

  it('whose notices come back is no longer usable', async () => {
    const id = await person(consent('hyva@example.fi'));
    await put(await personAt(hub, id), 'M1', messages('kuollut@example.fi'));
    const first = await send({ to: id, hub: { matterId: 'M1' } });
    await sandbox.bounce((await sandbox.emailAbout(first.messageId)).emailId, 'hard');
    await sandbox.settle();
    expect(await look(first.messageId)).toMatchObject({ channel: 'LETTER', reason: 'PROCESS_ADDRESS_UNUSABLE' });
    expect(await send({ to: id, hub: { matterId: 'M1' } })).toMatchObject({ reason: 'PROCESS_ADDRESS_UNUSABLE' });
    expect(await send({ to: id })).toMatchObject({ channel: 'ELECTRONIC', reason: 'CONSENT' });
  });

  it('stands before a protection order’s contact address', async () => {
    const id = await person({ protectionOrder: true });
    const inMatter = { to: id, hub: { matterId: 'M1' } };
    expect(await send(inMatter)).toMatchObject({ channel: 'MANUAL', reason: 'PROTECTED_NO_SAFE_ADDRESS' });
    await put(await personAt(hub, id), 'M1', { kind: 'PROCESS_ADDRESS', processAddress: postal });
    const went = await send(inMatter);
    expect(went).toMatchObject({ channel: 'LETTER', flags: ['PROTECTED', 'NOTICE_NO_SENDER'] });
    expect((await sandbox.letterOf(went.messageId)).address).toMatchObject({ streetAddress: 'PL 12' });
  });
});

describe('a choice for a matter', () => {
  it.each([
    ['of no known kind', { kind: 'SMS' }],
    ['with a field nobody knows', { kind: 'PAPER', until: '2026-12-31' }],
    ['of a process address without one', { kind: 'PROCESS_ADDRESS' }],
    ['of paper with a process address', { kind: 'PAPER', processAddress: postal }],
    ['of an agent whose id is none', { kind: 'PROCESS_ADDRESS', processAddress: { type: 'AGENT', agentId: 'x' } }],
    ['of an e-mail that is none', messages('ei osoite')],
    [
      'of a post code that is none',
      { kind: 'PROCESS_ADDRESS', processAddress: { ...postal, address: anAddress({ zipCode: '123' }) } },
    ],
    ['of nothing', {}],
  ])('%s is refused by the field', async (_, json) => {
    const who = await personAt(hub, await person());
    const answer = await put(who, 'M1', json);
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer: expect.any(String) }] } });
    expect(await who.call('GET', `/me/v1/matters/${SERVICE}/M1`)).toMatchObject({ status: 404 });
  });

  it('for a service that is not there is like none at all', async () => {
    const who = await personAt(hub, await person());
    const unknown = await put(who, 'M1', { kind: 'PAPER' }, 'no-such-service');
    expect(unknown.status).toBe(404);
    expect(unknown.text).toBe((await who.call('GET', '/me/v1/matters/no-such-service/M1')).text);
  });

  it('is nobody else’s to see', async () => {
    await put(await personAt(hub, await person()), 'M1', { kind: 'PAPER' });
    const stranger = await personAt(hub, await person());
    expect(await stranger.call('GET', `/me/v1/matters/${SERVICE}/M1`)).toMatchObject({ status: 404 });
  });

  it('asks for a person', async () => {
    expect(await city.call('GET', `/me/v1/matters/${SERVICE}/M1`)).toMatchObject({ status: 401 });
  });
});

describe('why a message came by this channel', () => {
  it('is told to its recipient, in the recipient’s language, letters included', async () => {
    const id = await person({ language: 'sv' });
    const { messageId } = await send({ to: id });
    const who = await personAt(hub, id);
    const told = await who.call('GET', `/me/v1/decisions/${messageId}`, { headers: { 'accept-language': 'en' } });
    expect(told).toMatchObject({
      status: 200,
      json: { messageId, channel: 'LETTER', reason: 'NO_CONSENT', language: 'sv' },
    });
    expect(told.text).toContain('samtycke');
    await who.consentTo({ electronic: true, email: 'paatos@example.fi', language: 'fi' });
    const electronic = await send({ to: id });
    expect(await who.call('GET', `/me/v1/decisions/${electronic.messageId}`)).toMatchObject({
      json: {
        channel: 'ELECTRONIC',
        reason: 'CONSENT',
        language: 'fi',
        explanation: expect.stringMatching(/suostumus/),
      },
    });
  });

  it('is told to nobody else: another’s message is like none', async () => {
    const { messageId } = await send({ to: await person() });
    const stranger = await personAt(hub, await person());
    const [theirs, none] = [
      await stranger.call('GET', `/me/v1/decisions/${messageId}`),
      await stranger.call('GET', '/me/v1/decisions/12345'),
    ];
    expect(theirs.status).toBe(404);
    expect(theirs.text).toBe(none.text);
    expect(await stranger.call('GET', '/me/v1/decisions/x')).toMatchObject({ status: 404 });
  });
});
