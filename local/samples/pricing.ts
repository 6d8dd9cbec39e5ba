import type { PricedTier } from '#shared/domain/pricing/tier';

interface PricingExample {
  readonly service: { readonly fi: string; readonly sv: string; readonly en: string };
  readonly tiers: readonly PricedTier[];
}

/**
 * Services whose fees the working group names as tiered already (REQ-137). The amounts are invented: they show what tiers look
 * like and are nobody's prices.
 */
export const PRICING_EXAMPLES: Readonly<Record<string, PricingExample>> = {
  passport: {
    service: { fi: 'Passi (esimerkki)', sv: 'Pass (exempel)', en: 'Passport (example)' },
    tiers: [
      { channel: 'ELECTRONIC', fee: 46, costs: { handling: 21, card: 19, systems: 6 } },
      {
        channel: 'VISIT',
        fee: 52,
        previousFee: 52,
        costs: { handling: 24, card: 19, office: 9 },
        customerTerminalAtOffice: true,
      },
    ],
  },
  identityCard: {
    service: { fi: 'Henkilökortti (esimerkki)', sv: 'Identitetskort (exempel)', en: 'Identity card (example)' },
    tiers: [
      { channel: 'ELECTRONIC', fee: 54, fullCost: 54.5 },
      { channel: 'VISIT', fee: 60, previousFee: 60, fullCost: 61.2, customerTerminalAtOffice: true },
    ],
  },
  tradeRegister: {
    service: {
      fi: 'Kaupparekisterin muutosilmoitus (esimerkki)',
      sv: 'Ändringsanmälan till handelsregistret (exempel)',
      en: 'Notification of changes to the trade register (example)',
    },
    tiers: [
      { channel: 'ELECTRONIC', fee: 90, costs: { handling: 70.5, systems: 19.5 } },
      { channel: 'PAPER', fee: 120, previousFee: 120, costs: { handling: 98, scanning: 14, archive: 8 } },
    ],
  },
  associationRegister: {
    service: {
      fi: 'Yhdistysrekisterin muutosilmoitus (esimerkki)',
      sv: 'Ändringsanmälan till föreningsregistret (exempel)',
      en: 'Notification of changes to the register of associations (example)',
    },
    tiers: [
      { channel: 'ELECTRONIC', fee: 20, fullCost: 22 },
      { channel: 'PAPER', fee: 38, previousFee: 40, fullCost: 41 },
    ],
  },
};
