import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { serviceId, tenantId } from '#shared/domain/message/ids';
import { rowId } from '#shared/domain/programme/fields';
import { SUPPRESSED } from '#shared/domain/programme/report';
import { targetGroup } from '#shared/domain/programme/registry/service';
import { COST_POOLS } from '#shared/domain/traffic/figures';
import { month } from '#shared/domain/traffic/month';
import { measure } from '#shared/domain/traffic/service-month';
import { trend } from '#shared/domain/traffic/trend';
import { calendarDate } from '#shared/kernel/time';

/** A month, or any day of it. */
const monthOrDay = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$/, 'must be a month such as 2026-11'));
const rate = z.nullable(z.number());
const toldCount = z.union([z.int(), z.literal(SUPPRESSED)]);

const rates = z.object({
  electronicSharePct: rate,
  consentCoveragePct: rate,
  mailboxCoveragePct: rate,
  fallbackRatePct: rate,
  undeliverableRatePct: rate,
  obligationNotMetRatePct: rate,
  windowExpiryRatePct: rate,
  openedRatePct: rate,
  unopenedRatePct: rate,
});

const shareBy = { sharePct: rate, ground: z.enum(['COUNTED', 'TREND', 'NOT_KNOWN']) };

const groupTraffic = z.object({
  group: targetGroup,
  months: z.array(
    z.object({
      month,
      isWhole: z.boolean(),
      counts: z.partialRecord(measure, toldCount),
      rates,
      cost: z.object({
        electronicCents: rate,
        letterCents: rate,
        receiptLetterCents: rate,
        totalCents: rate,
        /** Channels whose unit cost the calendar does not have: what they cost is `null`, and so is the total. */
        notEntered: z.array(z.enum(COST_POOLS)),
      }),
    }),
  ),
  trend: z.optional(trend),
  against: z.object({
    targets: z.array(
      z.object({
        service: rowId,
        targetDate: calendarDate,
        ...shareBy,
        verdict: z.enum(['REACHED', 'IN_TIME', 'LATE', 'NOT_BY_THIS_TREND', 'NOT_KNOWN']),
      }),
    ),
    milestones: z.array(
      z.object({
        plan: rowId,
        text: z.string(),
        due: calendarDate,
        achievedOn: z.optional(calendarDate),
        ...shareBy,
      }),
    ),
  }),
});

const trafficView = z
  .object({
    from: month,
    to: month,
    isUpToDate: z.boolean(),
    services: z.array(z.object({ serviceId, programmeServices: z.array(rowId), groups: z.array(groupTraffic) })),
    next: z.optional(tenantId),
  })
  .register(z.globalRegistry, {
    id: 'Traffic',
    description: `What the deliveries of services say, by month of Helsinki. Counts of people that are too small to tell are "${SUPPRESSED}", and rates that would give them away null.`,
  });

export const showTraffic = operation({
  operationId: 'showTraffic',
  front: 'programme',
  method: 'GET',
  path: '/programme/v1/traffic',
  summary:
    'What the deliveries of a service say: channels, causes of paper, cost, trend, and how it stands to the plan',
  description:
    'The ministry sees every service, an authority its own. What is new is counted first; `isUpToDate` false: ask again.',
  caller: 'programme',
  params: nothing,
  query: z.object({
    service: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
    from: z.optional(monthOrDay),
    to: z.optional(monthOrDay),
    after: z.optional(tenantId),
  }),
  body: nothing,
  responses: {
    200: { description: 'The traffic.', schema: trafficView },
    ...problemResponses('body-invalid', 'unauthorized', 'role-missing', 'not-found'),
  },
});

export const recountTraffic = operation({
  operationId: 'recountTraffic',
  front: 'programme',
  method: 'POST',
  path: '/programme/v1/traffic/recounts',
  summary: 'Count the traffic of an authority again from its feeds',
  description: 'For the ministry. Counts as much as one call can; `isDone` false: ask again, and it goes on.',
  caller: 'programme',
  params: nothing,
  query: nothing,
  body: z.object({ tenantId }),
  responses: {
    200: { description: 'How far it came.', schema: z.object({ pages: z.int(), isDone: z.boolean() }) },
    ...problemResponses('body-invalid', 'unauthorized', 'role-missing', 'not-found'),
  },
});
