import { describe, expect, it } from 'vitest';
import { systemOne, systemTwo } from '#test/builders/e2e-authority';
import { useHub } from '#test/builders/e2e-hub';
import { ask } from '#test/builders/e2e-wire';
import { sandboxOf } from '#test/builders/e2e-sandbox';

const hub = useHub();
const MINISTRY = { 'x-api-key': 'ministry-key' };

const ministry = async (method: string, path: string, json?: object) =>
  ask(hub, method, `/programme/v1${path}`, { headers: MINISTRY, json });

const FREE = { channel: 'ELECTRONIC', fee: 0, fullCost: 3 };
const PAID = { channel: 'PAPER', fee: 10, fullCost: 12 };

describe('the check of fees by channel', () => {
  it('blocks a free electronic service beside paid paper (TR-16)', async () => {
    const { status, json } = await ministry('POST', '/pricing-checks', { serviceId: 'ehdotus', tiers: [FREE, PAID] });
    expect([status, json]).toMatchObject([
      200,
      {
        result: 'BLOCK',
        findings: [{ code: 'FREE_ELECTRONIC_PAID_PAPER', level: 'BLOCK', channels: ['ELECTRONIC', 'PAPER'] }, {}],
      },
    ]);
  });

  it('says nothing of fees that are in order, to every role', async () => {
    const tiers = [
      { ...FREE, fee: 3 },
      { ...PAID, fee: 5 },
    ];
    for (const key of ['ministry-key', 'collector-key', 'coordinator-key', 'hub-api-key']) {
      const headers = { 'x-api-key': key };
      expect((await ask(hub, 'POST', '/programme/v1/pricing-checks', { headers, json: { tiers } })).json).toEqual({
        result: 'OK',
        findings: [],
      });
    }
  });

  it.each([
    [{ tiers: [] }, '/tiers'],
    [{}, '/tiers'],
    [{ tiers: [PAID, PAID] }, '/tiers'],
    [{ tiers: [{ ...PAID, fee: 1.005 }] }, '/tiers/0/fee'],
    [{ tiers: [{ ...PAID, fee: -1 }] }, '/tiers/0/fee'],
    [{ tiers: [{ ...PAID, channel: 'FAX' }] }, '/tiers/0/channel'],
  ])('refuses %j by field', async (body, pointer) => {
    const { status, json } = await ministry('POST', '/pricing-checks', body);
    expect([status, json]).toMatchObject([400, { errors: [{ pointer }] }]);
  });

  it('looks at the fees on record, for those who may see them', async () => {
    await ministry('PUT', '/organisations/kaupunki', {
      names: { fi: 'Esimerkkikaupunki' },
      type: 'MUNICIPALITY',
      tenantId: 'esimerkkikaupunki',
    });
    await ministry('PUT', '/services/passi', {
      organisationId: 'kaupunki',
      names: { fi: 'Passi' },
      managementDecision: { date: '2019-01-15', diaryReference: 'D/1' },
      criteria: { K1: { result: 'MET' } },
    });
    await ministry('PUT', '/pricing-tiers/e', { serviceId: 'passi', ...FREE });
    const entered = await ministry('PUT', '/pricing-tiers/p', { serviceId: 'passi', ...PAID });
    expect(entered.status).toBe(201);

    const question = { json: { serviceId: 'passi' } };
    const own = await systemOne(hub).call('POST', '/programme/v1/pricing-checks', question);
    expect(own.json).toMatchObject({ result: 'BLOCK' });
    const others = await systemTwo(hub).call('POST', '/programme/v1/pricing-checks', question);
    const missing = await ministry('POST', '/pricing-checks', { serviceId: 'nobody' });
    expect([others.status, missing.status]).toEqual([404, 404]);
  });

  it('is not for strangers', async () => {
    const { status } = await ask(hub, 'POST', '/programme/v1/pricing-checks', { json: { tiers: [PAID] } });
    expect(status).toBe(401);
  });
});

describe('what businesses are told', () => {
  const told = async (query: string) => ask(hub, 'GET', `/programme/v1/business-notice${query}`);

  it('is public, and claims no duty under the law in force (REQ-176, REQ-202)', async () => {
    const { status, json } = await told('?lang=sv');
    expect([status, json]).toMatchObject([
      200,
      { phase: 'OBLIGATION', duty: 'NONE', language: 'sv', exceptions: [], transitionEnd: '2022-12-31' },
    ]);
    expect((await told('?lang=de')).status).toBe(400);
  });

  it('names the duty once the hub decides by one', async () => {
    const sandbox = sandboxOf(hub);
    await sandbox.config({ ruleSet: 'wg-2019', businessObligation: true });
    expect((await told('?lang=en')).json).toMatchObject({ duty: 'IN_FORCE', obligationFrom: '2023-01-01' });
    await sandbox.config({ ruleSet: 'fi-2016', businessObligation: false });
  });
});
