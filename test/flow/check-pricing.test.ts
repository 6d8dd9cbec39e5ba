import { describe, expect, it } from 'vitest';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { tenantId } from '#shared/domain/message/ids';
import { makeCheckServicePricing } from '#shared/flow/programme/check-service-pricing';
import { NOON } from '#test/builders/domain';

const row = (id: string, fields: object) => ({ id, version: 1, enteredAt: NOON, ...fields });
const KEPT = {
  organisations: [row('poliisi', { names: { fi: 'Poliisi' }, type: 'STATE', tenantId: 'poliisi-mail' })],
  services: [row('passi', { organisationId: 'poliisi', names: { fi: 'Passi' } })],
  'pricing-tiers': [
    row('e', { serviceId: 'passi', channel: 'ELECTRONIC', fee: 0, fullCost: 4 }),
    row('p', { serviceId: 'passi', channel: 'PAPER', fee: 10, fullCost: 10 }),
    row('later', { serviceId: 'passi', channel: 'PAPER', fee: 0, fullCost: 10, validFrom: '2099-01-01' }),
    row('other', { serviceId: 'kortti', channel: 'PAPER', fee: 20, fullCost: 10 }),
  ],
};
const rowsOf = (kind: string) => Object.entries(KEPT).find(([name]) => name === kind)?.[1] ?? [];

const { checkTiers, checkService } = makeCheckServicePricing({
  rows: {
    read: async (kind, id) => rowsOf(kind).find((each) => each.id === id),
    asOf: async (kind) => rowsOf(kind),
  },
  clock: () => NOON,
});
const authority = (tenant: string): ProgrammeRole => ({ role: 'AUTHORITY', tenantId: tenantId.parse(tenant) });

const TARIFFS = ['LETTER', 'ELECTRONIC'].map((product) =>
  row(product, { product, itemCents: 110, vatPerMille: 255, validFrom: '2026-01-01' }),
);

describe('fees that are handed in', () => {
  it('are checked against the tariffs in force', async () => {
    const { checkTiers: check } = makeCheckServicePricing({
      rows: { read: async () => undefined, asOf: async (kind) => (kind === 'tariffs' ? TARIFFS : []) },
      clock: () => NOON,
    });
    const { findings } = await check([{ channel: 'PAPER', fee: 1, fullCost: 1 }]);
    expect(findings.map(({ code }) => code)).toEqual(['COSTS_BELOW_MAIL']);
  });

  it('are checked by the limit of the programme', async () => {
    const tiers = [
      { channel: 'ELECTRONIC', fee: 4.99, fullCost: 10 },
      { channel: 'PAPER', fee: 10, fullCost: 10 },
    ] as const;
    expect(await checkTiers(tiers)).toMatchObject({ result: 'WARN', findings: [{ code: 'DIFFERENCE_ABOVE_LIMIT' }] });
  });
});

describe('fees on record', () => {
  it.each([{ role: 'MINISTRY' } as const, { role: 'COORDINATOR' } as const, authority('poliisi-mail')])(
    'of a service are checked for $role as they are in force today',
    async (caller) => {
      const checked = await checkService(caller, 'passi');
      expect(checked.ok && checked.value.result).toBe('BLOCK');
      expect(checked.ok && checked.value.findings.map(({ code }) => code)).toEqual([
        'FREE_ELECTRONIC_PAID_PAPER',
        'DIFFERENCE_ABOVE_LIMIT',
      ]);
    },
  );

  it.each([
    ['of another authority', authority('vero'), 'passi'],
    ['of an organisation that has another tenant than its name says', authority('poliisi'), 'passi'],
    ['that is not there', { role: 'MINISTRY' } as const, 'nobody'],
    ['asked for by a collector, who reads no fees', { role: 'COLLECTOR' } as const, 'passi'],
    ['asked for by the public', { role: 'PUBLIC' } as const, 'passi'],
  ])('of a service %s are not told of', async (_, caller, serviceId) => {
    expect(await checkService(caller, serviceId)).toEqual({ ok: false, refusal: { kind: 'service-unknown' } });
  });
});
