import { describe, expect, it } from 'vitest';
import { systemTwo } from '#test/builders/e2e-authority';
import { anAddress } from '#test/builders/e2e-bodies';
import { businessId, channelAt } from '#test/builders/e2e-channel';
import { useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';

const hub = useHub({ env: { HUB_NOW: '2026-11-10T10:00:00.000Z' } });
const { sandbox, send, city, person } = channelAt(hub, '010174');
const agency = systemTwo(hub);
const born = { last: 1000 };

async function obligedBusiness(row: object = {}): Promise<string> {
  await sandbox.config({ ruleSet: 'wg-2019', businessObligation: true });
  born.last += 10;
  const id = businessId(born.last);
  const business = { name: 'Kuljetus Oy', kind: 'COMPANY', employees: 5, postalAddress: anAddress() };
  await sandbox.business(id, { ...business, mailboxActive: true, consented: false, ...row });
  return id;
}

const fine = (recipientId: string) => ({
  recipientId,
  from: '2026-11-10',
  to: '2026-11-12',
  ground: 'INDIVIDUAL_REASON',
  decidedBy: 'Hallintojohtaja',
});
const put = async (id: string, json: object, by = city) => by.call('PUT', `/hub/v1/exceptions/${id}`, { json });

describe('an individual exception', () => {
  it('sends an obliged business its mail on paper from its first day to its last in Helsinki, both whole', async () => {
    const id = await obligedBusiness();
    await put('paivat', { ...fine(id), from: '2026-11-11', to: '2026-11-12' });
    expect(await send({ to: id })).toMatchObject({ reason: 'BUSINESS_OBLIGED' });
    await sandbox.moveTo('2026-11-10T21:59:59.999Z');
    expect(await send({ to: id })).toMatchObject({ reason: 'BUSINESS_OBLIGED' });
    await sandbox.moveTo('2026-11-10T22:00:00.000Z');
    expect(await send({ to: id })).toMatchObject({ channel: 'LETTER', reason: 'EXCEPTION_INDIVIDUAL', flags: [] });
    await sandbox.moveTo('2026-11-12T21:59:59.999Z');
    expect(await send({ to: id })).toMatchObject({ reason: 'EXCEPTION_INDIVIDUAL' });
    await sandbox.moveTo('2026-11-12T22:00:00.000Z');
    expect(await send({ to: id })).toMatchObject({ channel: 'ELECTRONIC', reason: 'BUSINESS_OBLIGED' });
  });

  it('is of one matter where it names one', async () => {
    const id = await obligedBusiness();
    await put('asia', { ...fine(id), to: '2026-12-31', matterId: 'M1' });
    expect(await send({ to: id, hub: { matterId: 'M1' } })).toMatchObject({ reason: 'EXCEPTION_INDIVIDUAL' });
    expect(await send({ to: id, hub: { matterId: 'M2' } })).toMatchObject({ reason: 'BUSINESS_OBLIGED' });
    expect(await send({ to: id })).toMatchObject({ reason: 'BUSINESS_OBLIGED' });
  });

  it('lets the business choose paper for its matter, which it can not without', async () => {
    const owner = await person();
    const id = await obligedBusiness({ representatives: [{ id: owner, role: 'NIMKO' }] });
    const company = await personAt(hub, owner, id);
    await company.call('PUT', '/me/v1/matters/hub-service-1/M1', { json: { kind: 'PAPER' } });
    expect(await send({ to: id, hub: { matterId: 'M1' } })).toMatchObject({ reason: 'BUSINESS_OBLIGED' });
    await put('valinta', { ...fine(id), to: '2026-12-31' });
    expect(await send({ to: id, hub: { matterId: 'M1' } })).toMatchObject({ reason: 'MATTER_PAPER_CHOICE' });
    expect(await send({ to: id, hub: { matterId: 'M2' } })).toMatchObject({ reason: 'EXCEPTION_INDIVIDUAL' });
  });

  it('of another authority has no effect', async () => {
    const id = await obligedBusiness();
    await put('toisen', { ...fine(id), to: '2026-12-31' }, agency);
    expect(await send({ to: id })).toMatchObject({ reason: 'BUSINESS_OBLIGED' });
  });

  it('is granted, replaced and read back by its authority alone', async () => {
    const granted = { ...fine(await obligedBusiness()), matterId: 'M1' };
    expect(await put('luku', granted)).toMatchObject({ status: 201, json: { exceptionId: 'luku', ...granted } });
    expect(await put('luku', { ...granted, to: '2027-01-31' })).toMatchObject({ status: 200 });
    const path = '/hub/v1/exceptions/luku';
    expect(await city.call('GET', path)).toMatchObject({ status: 200, json: { ...granted, to: '2027-01-31' } });
    const [foreign, unknown] = [await agency.call('GET', path), await agency.call('GET', '/hub/v1/exceptions/none')];
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(unknown.text);
    expect(await put('luku', granted, agency)).toMatchObject({ status: 201 });
    expect(await city.call('GET', path)).toMatchObject({ json: { to: '2027-01-31' } });
  });

  it.each([
    ['with a field nobody knows', { approved: true }, '/approved'],
    ['on a day that is none', { from: '2026-02-30' }, '/from'],
    ['on a day in another form', { to: '12.11.2026' }, '/to'],
    ['that ends before it begins', { from: '2026-11-13' }, '/to'],
    ['on an unknown ground', { ground: 'NO_PRINTER' }, '/ground'],
    ['for low volume, which is no ground', { ground: 'LOW_VOLUME' }, '/ground'],
    ['for nobody', { recipientId: '1234567-8' }, '/recipientId'],
    ['decided by nobody', { decidedBy: '' }, '/decidedBy'],
  ])('%s is refused by the field', async (_, part, pointer) => {
    const answer = await put('huono', { ...fine('2532004-3'), ...part });
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.json).toHaveProperty('errors.0.pointer', pointer);
    expect(await city.call('GET', '/hub/v1/exceptions/huono')).toMatchObject({ status: 404 });
  });

  it('under an id that can not be one, or is somebody’s code, is refused and not repeated', async () => {
    for (const id of ['a%20b', '010190-900P']) {
      const answer = await put(id, fine('2532004-3'));
      expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer: '/id' }] } });
      expect(answer.text).not.toContain('010190');
    }
  });

  it('asks for a credential', async () => {
    const bare = { headers: { 'x-api-key': 'operator-key' } };
    expect(await city.call('GET', '/hub/v1/exceptions/luku', bare)).toMatchObject({ status: 401 });
  });
});
