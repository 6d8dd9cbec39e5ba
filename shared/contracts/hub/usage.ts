import * as z from 'zod/mini';
import { cents, showCosts } from '#shared/contracts/hub/costs';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { tariffProduct } from '#shared/domain/programme/registry/tariff';
import { calendarDate } from '#shared/kernel/time';

const usageLine = z.object({
  costPool: z.optional(z.string()),
  product: tariffProduct,
  items: z.int(),
  sheets: z.int(),
  ...cents,
});

const usageView = z
  .object({
    from: calendarDate,
    to: calendarDate,
    /** False: there was more new than one call counts; the next call counts on. */
    isUpToDate: z.boolean(),
    /** Deliveries first sent anywhere: a child and a guardian are two. */
    messages: z.int(),
    /** Where they were first sent. */
    channels: z.object({
      ELECTRONIC: z.int(),
      LETTER: z.int(),
      LETTER_ADVICE_OF_RECEIPT: z.int(),
      MANUAL: z.int(),
      UNDELIVERABLE: z.int(),
    }),
    /** On paper after the mailbox. */
    fallbacks: z.int(),
    /** Stood in a mailbox and did not go on paper after it. */
    avoidedLetters: z.int(),
    /** By who pays; the total is `null` where a line is. */
    costs: z.object({ lines: z.array(usageLine), total: z.object(cents) }),
  })
  .register(z.globalRegistry, {
    id: 'Usage',
    description: 'What an authority used on days in Helsinki, both included; each thing counts on the day it happened.',
  });

export const showUsage = operation({
  front: 'hub',
  caller: 'system',
  operationId: 'showUsage',
  method: 'GET',
  path: '/hub/v1/usage',
  summary: 'What an authority has used on some days: messages, channels, fallbacks, costs, avoided letters',
  description: 'From counts, at most 366 days; `format=csv` gives the lines of costs as CSV.',
  params: nothing,
  query: z.object({ from: calendarDate, to: calendarDate, format: z.optional(z.enum(['json', 'csv'])) }),
  body: nothing,
  responses: {
    200: { description: 'The usage.', schema: usageView },
    ...problemResponses('body-invalid', 'unauthorized'),
  },
});

/** What messages and letters cost. */
export const COST_CALLS = [showCosts, showUsage] as const;
