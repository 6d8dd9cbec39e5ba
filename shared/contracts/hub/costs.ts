import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { envelope } from '#shared/domain/message/paper';
import { tariffProduct } from '#shared/domain/programme/registry/tariff';
import { month } from '#shared/domain/traffic/month';

/** Whole cents without tax, and the tax on them; `null`: no tariff says what it costs, which is not the same as nothing. */
export const cents = { netCents: z.nullable(z.int()), vatCents: z.nullable(z.int()) };

const costLine = z.object({
  product: tariffProduct,
  envelope: z.optional(envelope),
  colour: z.optional(z.boolean()),
  duplex: z.optional(z.boolean()),
  abroad: z.optional(z.boolean()),
  costPool: z.optional(z.string()),
  items: z.int(),
  sheets: z.int(),
  ...cents,
});

const monthCosts = z
  .object({
    month,
    /** False: there was more new than one call counts; the next call counts on. */
    isUpToDate: z.boolean(),
    lines: z.array(costLine),
    total: z.object(cents),
    /** What stayed in mailboxes, against as many ordinary letters of one sheet. */
    saved: z.object(cents),
    /** The whole month at the pace of its days so far; absent: it is over, or has not begun. */
    forecast: z.optional(z.object(cents)),
  })
  .register(z.globalRegistry, { id: 'MonthCosts' });

export const showCosts = operation({
  front: 'hub',
  caller: 'system',
  operationId: 'showCosts',
  method: 'GET',
  path: '/hub/v1/costs',
  summary: 'What a month has cost the authority, by kind of message and letter',
  description: 'From counts; `format=csv` gives the lines as CSV.',
  params: nothing,
  query: z.object({ month, format: z.optional(z.enum(['json', 'csv'])) }),
  body: nothing,
  responses: {
    200: { description: 'The costs.', schema: monthCosts },
    ...problemResponses('body-invalid', 'unauthorized'),
  },
});
