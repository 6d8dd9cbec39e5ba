import type { Channel } from '#shared/domain/message/decision';
import type { Cents } from '#shared/domain/pricing/delivery-costs';
import { type CostLine, type MonthCounted, costsOfMonth, sumOfCents } from '#shared/domain/pricing/month-costs';
import type { Tariffs } from '#shared/domain/pricing/price';

/** What has been counted of an authority on days of one month. */
export interface UsageCounted extends MonthCounted {
  readonly deliveries: number;
  readonly channels: Readonly<Record<UsedChannel, number>>;
}

/** Where a message is first sent. */
type UsedChannel = Extract<Channel, 'ELECTRONIC' | 'LETTER' | 'LETTER_ADVICE_OF_RECEIPT' | 'MANUAL' | 'UNDELIVERABLE'>;

/** What one payer paid for one product. */
export interface UsageLine extends Cents, Pick<CostLine, 'product' | 'items' | 'sheets'> {
  /** The authority's own name of who pays; absent: none was given, as with every message in a mailbox. */
  readonly costPool?: string;
}

export interface Usage {
  /** Deliveries that were first sent anywhere: a child and a guardian are two. */
  readonly messages: number;
  readonly channels: Readonly<Record<UsedChannel, number>>;
  /** Deliveries that went on paper after the mailbox. */
  readonly fallbacks: number;
  /** Deliveries that stood in a mailbox, less those that went on paper after it. */
  readonly avoidedLetters: number;
  readonly costs: { readonly lines: readonly UsageLine[]; readonly total: Cents };
}

/** What an authority used, and what it cost by the tariffs of each month. Each thing counts on the day it happened. */
export function usageOf(counted: readonly UsageCounted[], tariffs: Tariffs): Usage {
  const sum = (of: (each: UsageCounted) => number) => counted.reduce((all, each) => all + of(each), 0);
  const channel = (name: UsedChannel) => sum(({ channels }) => channels[name]);
  const fallbacks = sum(({ fallback }) => fallback);
  const lines = byPayer(counted.flatMap((each) => costsOfMonth(each, tariffs, each.first).lines));
  return {
    messages: sum(({ deliveries }) => deliveries),
    channels: {
      ELECTRONIC: channel('ELECTRONIC'),
      LETTER: channel('LETTER'),
      LETTER_ADVICE_OF_RECEIPT: channel('LETTER_ADVICE_OF_RECEIPT'),
      MANUAL: channel('MANUAL'),
      UNDELIVERABLE: channel('UNDELIVERABLE'),
    },
    fallbacks,
    avoidedLetters: Math.max(0, sum(({ stored }) => stored) - fallbacks),
    costs: { lines, total: sumOfCents(lines) },
  };
}

function byPayer(lines: readonly CostLine[]): UsageLine[] {
  const payers = Map.groupBy(lines, ({ costPool, product }) => JSON.stringify([costPool ?? '', product]));
  return [...payers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, same]) => {
      const [first] = same;
      if (!first) return [];
      const { product, costPool } = first;
      const items = same.reduce((all, each) => all + each.items, 0);
      const sheets = same.reduce((all, each) => all + each.sheets, 0);
      return [{ ...(costPool === undefined ? {} : { costPool }), product, items, sheets, ...sumOfCents(same) }];
    });
}
