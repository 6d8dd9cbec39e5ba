import { describe, expect, it } from 'vitest';
import type { DeliveryFact } from '#shared/domain/message/facts';
import { costsOfDelivery } from '#shared/domain/pricing/delivery-costs';
import type { Tariffs } from '#shared/domain/pricing/price';
import { tariff } from '#shared/domain/programme/registry/tariff';
import { NOON } from '#test/builders/messages';
import { letterNo } from '#test/builders/messages-stored';

const row = (id: string, fields: object): Tariffs[number] => ({
  id,
  ...tariff.parse({ vatPerMille: 255, validFrom: '2026-01-01', ...fields }),
});
const TARIFFS: Tariffs = [
  row('viesti', { product: 'ELECTRONIC', itemCents: 4 }),
  row('kirje', { product: 'LETTER', itemCents: 100, sheetCents: 10 }),
  row('saantitodistus', { product: 'LETTER_ADVICE_OF_RECEIPT', itemCents: 1000, sheetCents: 10 }),
];
const STORED: DeliveryFact = { type: 'MAILBOX_STORED', at: NOON };
const PAPER = { sheets: 3, envelope: 'C5', colour: false, duplex: true, abroad: false } as const;
const HANDED: DeliveryFact = {
  type: 'HANDED_TO_POSTAL',
  at: NOON,
  letterId: letterNo(1),
  batchId: 'batch-1',
  class: 'LETTER',
  paper: PAPER,
};
const ON = { day: '2026-11-23' };

describe('what a delivery costs', () => {
  it('is nothing before anything of it has gone', () => {
    expect(costsOfDelivery({ kind: 'ORDINARY', facts: [] }, TARIFFS)).toEqual({ items: [] });
  });

  it('in a mailbox is its message, and what the least letter would have cost beyond it is saved', () => {
    expect(costsOfDelivery({ kind: 'ORDINARY', facts: [STORED] }, TARIFFS)).toEqual({
      items: [{ product: 'ELECTRONIC', ...ON, netCents: 4, vatCents: 1 }],
      saved: { netCents: 106, vatCents: 27 },
    });
    expect(costsOfDelivery({ kind: 'VERIFIABLE', facts: [STORED] }, TARIFFS).saved).toEqual({
      netCents: 1006,
      vatCents: 257,
    });
  });

  it('on paper after the mailbox is both, and nothing is saved', () => {
    expect(costsOfDelivery({ kind: 'VERIFIABLE', facts: [STORED, HANDED] }, TARIFFS)).toEqual({
      items: [
        { product: 'ELECTRONIC', ...ON, netCents: 4, vatCents: 1 },
        { product: 'LETTER', ...ON, netCents: 130, vatCents: 33 },
      ],
    });
  });

  it('is not known where no tariff says it, or nobody has kept what the letter was like', () => {
    const unknown = { netCents: null, vatCents: null };
    expect(costsOfDelivery({ kind: 'ORDINARY', facts: [STORED] }, [])).toEqual({
      items: [{ product: 'ELECTRONIC', ...ON, ...unknown }],
      saved: unknown,
    });
    const old: DeliveryFact = { ...HANDED, paper: undefined };
    expect(costsOfDelivery({ kind: 'ORDINARY', facts: [old] }, TARIFFS)).toEqual({
      items: [{ product: 'LETTER', ...ON, ...unknown }],
    });
  });
});
