import * as z from 'zod/mini';
import { count, line, rowId } from '#shared/domain/programme/fields';
import { envelope } from '#shared/domain/message/paper';
import { calendarDate } from '#shared/kernel/time';

/** What is paid for: a message that stands in a mailbox, or a letter by its class. */
export const tariffProduct = z.enum(['ELECTRONIC', 'LETTER', 'LETTER_ADVICE_OF_RECEIPT']);
export type TariffProduct = z.infer<typeof tariffProduct>;

/** Prices begin with a month: what was counted by months can then be priced without a rest. */
const firstOfMonth = calendarDate.check(z.refine((day) => day.endsWith('-01'), 'must be the first day of a month'));

/**
 * One line of a price list: what a message or a letter costs its sender from a day on. A condition that is absent holds for
 * any. The list of an organisation goes before the general one, and one with more conditions before one with fewer.
 *
 * @see REQ-126, REQ-134
 */
export const tariff = z.object({
  product: tariffProduct,
  /** Whose price it is; absent: everybody's. */
  organisationId: z.optional(rowId),
  /** The authority's own name of who pays, as its letters give it. */
  costPool: z.optional(line),
  envelope: z.optional(envelope),
  colour: z.optional(z.boolean()),
  duplex: z.optional(z.boolean()),
  /** Outside Finland. */
  abroad: z.optional(z.boolean()),
  /** Cents without tax for one: the message, or the letter with its envelope and postage. */
  itemCents: count,
  /** Cents without tax for each sheet of a letter. */
  sheetCents: z._default(count, 0),
  /** Value added tax, per mille: `255` is 25.5 %. */
  vatPerMille: z.int().check(z.minimum(0), z.maximum(1000)),
  validFrom: firstOfMonth,
  /** The first day on which it holds no more, where nothing else takes its place. */
  endsBefore: z.optional(firstOfMonth),
});
export type Tariff = z.infer<typeof tariff>;
