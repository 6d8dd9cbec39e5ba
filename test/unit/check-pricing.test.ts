import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRICING_EXAMPLES } from '#local/samples/pricing';
import { checkPricing } from '#shared/domain/pricing/check-pricing';
import { PRICING_RULES } from '#shared/domain/pricing/rules';
import { type PricedTier, tiersOn } from '#shared/domain/pricing/tier';
import { pricedChannel } from '#shared/domain/programme/registry/pricing';
import { calendarDate } from '#shared/kernel/time';

const LIMITS = { reasonableFeeDifferencePct: 50 };
const checked = (...tiers: PricedTier[]) => checkPricing(tiers, LIMITS);
const codes = (...tiers: PricedTier[]) => checked(...tiers).findings.map(({ code }) => code);

const ELECTRONIC: PricedTier = { channel: 'ELECTRONIC', fee: 8, fullCost: 8 };
const PAPER: PricedTier = { channel: 'PAPER', fee: 10, fullCost: 10 };
const VISIT: PricedTier = { channel: 'VISIT', fee: 10, fullCost: 10, customerTerminalAtOffice: true };

describe('fees by channel', () => {
  it('that follow the costs are in order', () => {
    expect(checked(ELECTRONIC, PAPER, VISIT)).toEqual({ result: 'OK', findings: [] });
  });

  it.each(Object.entries(PRICING_EXAMPLES))('of the example of a %s are in order (REQ-137)', (_, { tiers }) => {
    expect(checkPricing(tiers, LIMITS)).toEqual({ result: 'OK', findings: [] });
  });

  it('are blocked while electronic service is free and paper is not (TR-16)', () => {
    const { result, findings } = checked({ ...ELECTRONIC, fee: 0 }, PAPER);
    expect(result).toBe('BLOCK');
    expect(findings[0]).toMatchObject({ code: 'FREE_ELECTRONIC_PAID_PAPER', channels: ['ELECTRONIC', 'PAPER'] });
    expect(codes({ ...ELECTRONIC, fee: 0.01 }, PAPER)).not.toContain('FREE_ELECTRONIC_PAID_PAPER');
    expect(codes({ ...ELECTRONIC, fee: 0 }, { ...PAPER, fee: 0 })).toEqual([]);
  });

  it.each([
    ['at the cost', 10, []],
    ['a cent above it', 10.01, ['FEE_ABOVE_COST']],
    ['below it', 9.99, []],
  ] as const)('%s of the channel', (_, fee, expected) => {
    expect(codes({ channel: 'PAPER', fee, fullCost: 10 })).toEqual(expected);
    expect(codes({ channel: 'PAPER', fee, costs: { handling: 3.3, postage: 3.3, other: 3.4 } })).toEqual(expected);
  });

  it.each([
    ['is named where it is less than its mail', 1.09, ['COSTS_BELOW_MAIL']],
    ['may be as much as its mail', 1.1, []],
  ] as const)('the cost of a channel %s', (_, fullCost, expected) => {
    const limits = { ...LIMITS, mailCents: { PAPER: 110 } };
    const { findings } = checkPricing([{ channel: 'PAPER', fee: 1, fullCost }], limits);
    expect(findings.map(({ code }) => code)).toEqual(expected);
    expect(codes({ channel: 'PAPER', fee: 1, fullCost })).toEqual([]);
  });

  it('are blocked where the traditional one has gone up', () => {
    expect(codes(ELECTRONIC, { ...PAPER, previousFee: 9.99 })).toEqual(['TRADITIONAL_FEE_RAISED']);
    expect(codes(ELECTRONIC, { ...VISIT, previousFee: 9.99 })).toEqual(['TRADITIONAL_FEE_RAISED']);
    expect(codes(ELECTRONIC, { ...PAPER, previousFee: 10 })).toEqual([]);
    expect(codes({ ...ELECTRONIC, previousFee: 7 }, PAPER)).toEqual([]);
  });

  it('that give a discount ask for a customer terminal at the office', () => {
    const without = { ...VISIT, customerTerminalAtOffice: false };
    expect(checked(ELECTRONIC, without)).toMatchObject({
      result: 'BLOCK',
      findings: [{ code: 'NO_CUSTOMER_TERMINAL', channels: ['ELECTRONIC', 'VISIT'], legalBasis: ['PeVL 35/2010 vp'] }],
    });
    const untold = { ...VISIT, customerTerminalAtOffice: undefined };
    expect(checked(ELECTRONIC, untold)).toMatchObject({
      result: 'WARN',
      findings: [{ code: 'CUSTOMER_TERMINAL_UNKNOWN' }],
    });
    expect(codes({ ...ELECTRONIC, fee: 10, fullCost: 10 }, without)).toEqual([]);
  });

  it.each([
    [5, []],
    [4.99, ['DIFFERENCE_ABOVE_LIMIT']],
  ] as const)('of which the electronic one is %s of 10 euros', (fee, expected) => {
    expect(codes({ ...ELECTRONIC, fee }, PAPER)).toEqual(expected);
  });

  it('may differ as much as the programme says', () => {
    const tiers = [{ ...ELECTRONIC, fee: 1 }, PAPER];
    expect(checkPricing(tiers, { reasonableFeeDifferencePct: 90 }).findings).toEqual([]);
    expect(checkPricing(tiers, { reasonableFeeDifferencePct: 89 }).result).toBe('WARN');
  });

  it('lead away from the electronic channel where it is the dearer one', () => {
    expect(codes({ ...ELECTRONIC, fee: 10.5, fullCost: 11 }, PAPER)).toEqual(['ELECTRONIC_DEARER']);
  });

  it('can not be compared with costs that are not told, or not told alike', () => {
    expect(checked({ channel: 'PAPER', fee: 10 })).toMatchObject({
      result: 'WARN',
      findings: [{ code: 'COSTS_MISSING' }],
    });
    expect(codes({ ...PAPER, costs: {} })).toEqual([]);
    expect(codes({ ...PAPER, costs: { handling: 9 } })).toEqual(['COSTS_DISAGREE']);
  });
});

describe('a pricing rule', () => {
  it.each(Object.entries(PRICING_RULES))('%s is told in Finnish, Swedish and English, with its basis', (_, each) => {
    expect([each.rule.fi, each.rule.sv, each.rule.en].filter((words) => (words ?? '') === '')).toEqual([]);
    expect(each.legalBasis.length).toBeGreaterThan(0);
  });
});

describe('tiers on record', () => {
  const tier = (fee: number, validFrom?: string) => ({
    channel: 'PAPER' as const,
    fee,
    validFrom: validFrom === undefined ? undefined : calendarDate.parse(validFrom),
  });
  const feeOn = (day: string) =>
    tiersOn([tier(12, '2021-01-01'), tier(10), tier(14, '2022-01-01')], calendarDate.parse(day)).map(({ fee }) => fee);

  it('are those in force on the day', () => {
    expect([feeOn('2020-12-31'), feeOn('2021-01-01'), feeOn('2022-06-30')]).toEqual([[10], [12], [14]]);
  });
});

const cents = fc.integer({ min: 0, max: 100_000 });
const anyTier = fc.record({
  channel: fc.constantFrom(...pricedChannel.options),
  fee: cents.map((each) => each / 100),
  fullCost: cents.map((each) => each / 100),
});
const anyTiers = fc.uniqueArray(anyTier, { selector: ({ channel }) => channel });

describe('whatever the fees', () => {
  it('the result is the worst of the findings', () => {
    fc.assert(
      fc.property(anyTiers, (tiers) => {
        const { result, findings } = checkPricing(tiers, LIMITS);
        const levels = new Set<string>(findings.map(({ level }) => level));
        expect(result).toBe(levels.has('BLOCK') ? 'BLOCK' : levels.has('WARN') ? 'WARN' : 'OK');
      }),
    );
  });

  it('the order of the tiers changes nothing', () => {
    fc.assert(
      fc.property(anyTiers, (tiers) => {
        const told = (each: readonly PricedTier[]) =>
          new Set(checkPricing(each, LIMITS).findings.map(({ code }) => code));
        expect(told([...tiers].reverse())).toEqual(told(tiers));
      }),
    );
  });

  it('a fee is above its cost exactly when it is so in cents', () => {
    fc.assert(
      fc.property(cents, cents, (fee, fullCost) => {
        const { findings } = checked({ channel: 'PHONE', fee: fee / 100, fullCost: fullCost / 100 });
        expect(findings.some(({ code }) => code === 'FEE_ABOVE_COST')).toBe(fee > fullCost);
      }),
    );
  });
});
