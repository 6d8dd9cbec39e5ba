import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { SENDING } from '#test/builders/e2e-authority';
import { anAddress, electronicOnly } from '#test/builders/e2e-bodies';
import { businessId, channelAt } from '#test/builders/e2e-channel';
import { useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { printerAt } from '#test/builders/e2e-printer';

const hub = useHub();
const { sandbox, send, person, city } = channelAt(hub, '010175');
const printer = printerAt(hub);
const consent = (email: string) => ({ consent: { electronic: true, email } });

/** A child with one guardian, both in the register. */
async function child(birthDate: string, row: object = {}) {
  const guardian = await person({ name: 'Huoltaja Hanna', postalAddress: anAddress({ name: 'Huoltaja Hanna' }) });
  return { guardian, minor: await person({ name: 'Nuorila Niko', birthDate, guardians: [guardian], ...row }) };
}

describe('who receives', () => {
  it('a child of 16 and its guardian are served each on their own, and the message when both are (AC-25)', async () => {
    const { minor, guardian } = await child('2010-06-01', consent('niko@example.fi'));
    const { messageId } = await send({ to: minor });
    const before = await city.show(messageId);
    expect(before.deliveries).toMatchObject([
      { deliveryId: `${messageId}-1`, recipient: { role: 'SELF' }, channel: 'ELECTRONIC', reason: 'CONSENT' },
      {
        deliveryId: `${messageId}-2`,
        recipient: { role: 'GUARDIAN', name: 'Huoltaja Hanna' },
        channel: 'LETTER',
        reason: 'NO_CONSENT',
        decision: { legalBasis: expect.arrayContaining(['434/2003 § 14', '434/2003 § 56']) },
      },
    ]);
    expect(JSON.stringify(before)).not.toMatch(new RegExp(`${minor}|${guardian}|Rekisterikatu`));
    const letter = await sandbox.letterOf(messageId);
    expect(letter.address).toMatchObject({ name: 'Huoltaja Hanna' });

    await sandbox.moveTo('2026-11-24T10:00:00.000Z');
    const posted = { type: 'POSTED', at: '2026-11-24T10:00:00.000Z', postedOn: '2026-11-24', eventId: 'p1' };
    await printer.report(letter.letterId, posted);
    const { deliveries } = await city.show(messageId);
    expect(deliveries.map(({ assessments }) => assessments.find(({ primary }) => primary)?.deemedDate)).toEqual([
      '2026-11-26',
      '2026-12-01',
    ]);
    await sandbox.moveTo('2026-11-30T21:59:59.000Z');
    expect(await city.show(messageId)).toMatchObject({ state: 'DELIVERED' });
    await sandbox.moveTo('2026-11-30T22:00:00.000Z');
    expect(await city.show(messageId)).toMatchObject({ state: 'SERVED' });
  });

  it('a child under 15 is served through the guardian, and can be written to where the guardian has a mailbox', async () => {
    const { minor, guardian } = await child('2015-06-01');
    const refused = await city.call('POST', SENDING.electronic, { json: electronicOnly({ to: minor }) });
    expect(refused).toMatchObject({ status: 400, text: expect.stringContaining('MAILBOX_NOT_IN_USE') });
    await (await personAt(hub, guardian)).consentTo({ electronic: true, email: 'hanna@example.fi', language: 'fi' });
    const messageId = await city.send(SENDING.electronic, electronicOnly({ to: minor }));
    await sandbox.settle();
    expect((await city.show(messageId)).deliveries).toMatchObject([
      { recipient: { role: 'GUARDIAN', name: 'Huoltaja Hanna' }, channel: 'ELECTRONIC' },
    ]);
    const why = await (await personAt(hub, guardian)).call('GET', `/me/v1/decisions/${messageId}`);
    expect(why).toMatchObject({ status: 200, text: expect.stringContaining('alle 15-vuotias') });
  });

  it('an estate is served on its administrator, and nobody is served for an organisation that was dissolved', async () => {
    const administrator = await person({ name: 'Pesänhoitaja Pirjo', ...consent('pirjo@example.fi') });
    const [bankrupt, gone] = [businessId(7001), businessId(7002)];
    await sandbox.business(bankrupt, { name: 'Konkurssipesä', kind: 'BANKRUPTCY_ESTATE', administrator });
    await sandbox.business(gone, { name: 'Lakannut Oy', kind: 'COMPANY', dissolved: true });
    expect(await send({ to: bankrupt })).toMatchObject({ channel: 'ELECTRONIC', reason: 'CONSENT' });
    expect(await send({ to: gone })).toMatchObject({ channel: 'MANUAL', reason: 'RECIPIENT_DISSOLVED' });
  });

  it('a joint matter goes to the contact person the parties have named', async () => {
    const contact = await person({ name: 'Yhteyshenkilö Yrjö', ...consent('yrjo@example.fi') });
    const jointMatters = [{ serviceId: 'hub-service-1', matterId: 'M7', contactPerson: contact }];
    const party = await person({ jointMatters });
    const { messageId, channel } = await send({ to: party, hub: { matterId: 'M7' } });
    expect(channel).toBe('ELECTRONIC');
    expect((await city.show(messageId)).deliveries).toMatchObject([{ recipient: { role: 'CONTACT' } }]);
  });
});

describe('an agent who may receive, by a mandate given and accepted here (AC-26)', () => {
  const title = 'Päätös toimeentulotuesta';
  const matter = { serviceId: 'hub-service-1', matterId: 'M26' };

  /** A principal without consent, and an agent with it. */
  async function represented() {
    const principal = await person({ name: 'Päämies Pia' });
    const agent = await person({ name: 'Asiamies Aino', ...consent('aino@example.fi') });
    const wish = {
      holder: { id: agent, name: 'Asiamies Aino' },
      scope: { type: 'MATTERS', matters: [matter] },
      mayReceiveService: true,
    };
    const given = await (await personAt(hub, principal)).call('POST', '/me/v1/mandates', { json: wish });
    const { mandateId } = z.looseObject({ mandateId: z.string() }).parse(given.json);
    const holder = await personAt(hub, agent);
    expect((await holder.call('POST', `/me/v1/mandates/${mandateId}/acceptance`)).status).toBe(200);
    return { principal, agent: holder, giver: await personAt(hub, principal), mandateId };
  }

  it('is served in the principal’s place, the mandate is on record, and the agent’s opening counts', async () => {
    const { principal, agent, giver, mandateId } = await represented();
    const { messageId } = await send({ to: principal, verifiable: true, title, hub: { matterId: 'M26' } });
    const { deliveries } = await city.show(messageId);
    expect(deliveries).toMatchObject([{ recipient: { role: 'AGENT' }, channel: 'ELECTRONIC', reason: 'CONSENT' }]);
    expect((await giver.call('GET', `/me/v1/messages/${messageId}`)).status).toBe(404);

    expect((await agent.acknowledge(messageId)).status).toBe(204);
    expect(await agent.open(messageId)).toMatchObject({ title });
    await sandbox.settle();
    expect(await city.show(messageId)).toMatchObject({ state: 'SERVED' });
    expect((await city.call('GET', `/hub/v1/messages/${messageId}/evidence`)).text).toContain(mandateId);
  });

  it('is only told of what is served in person, and the principal gets the letter', async () => {
    const { principal, agent } = await represented();
    const hubFields = { matterId: 'M26', personalService: true };
    const { messageId } = await send({ to: principal, title, body: title, hub: hubFields });
    expect((await city.show(messageId)).deliveries).toMatchObject([
      { recipient: { role: 'SELF' }, channel: 'LETTER' },
      { recipient: { role: 'AGENT' }, channel: 'ELECTRONIC' },
    ]);
    expect((await sandbox.letterOf(messageId)).messageId).toBe(messageId);
    const told = await agent.open(messageId);
    expect(told.body).toContain('Päämies Pia');
    expect(JSON.stringify(told)).not.toContain(title);
  });

  it('receives nothing more once the principal has cancelled it, from the next message on', async () => {
    const { principal, giver, mandateId } = await represented();
    expect((await giver.call('DELETE', `/me/v1/mandates/${mandateId}`)).status).toBe(204);
    const { messageId } = await send({ to: principal, hub: { matterId: 'M26' } });
    expect((await city.show(messageId)).deliveries).toMatchObject([{ recipient: { role: 'SELF' }, channel: 'LETTER' }]);
  });
});
