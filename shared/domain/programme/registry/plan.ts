import * as z from 'zod/mini';
import { priority } from '#shared/domain/programme/priorities';
import { code, count, line, paragraph, rowId } from '#shared/domain/programme/fields';
import { targetGroup } from '#shared/domain/programme/registry/service';
import { calendarDate, instant } from '#shared/kernel/time';

/** Where a plan stands; `MISSING` is an authority without one (domain.md 4.2). */
export const planState = z.enum(['MISSING', 'DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'REVISED', 'LOCKED']);
export type PlanState = z.infer<typeof planState>;

export const plannedOffering = z.object({ serviceId: rowId, targetGroup, targetDate: z.optional(calendarDate) });

/** An intermediate goal (REQ-194). */
export const milestone = z.object({
  id: z.optional(rowId),
  text: line,
  due: calendarDate,
  achievedOn: z.optional(calendarDate),
});
export type Milestone = z.infer<typeof milestone>;

/** A phase by the readiness of users and of the authority (REQ-193). */
export const phase = z.object({
  text: line,
  from: z.optional(calendarDate),
  to: z.optional(calendarDate),
  userReadiness: z.optional(line),
  authorityReadiness: z.optional(line),
});

/** What an authority writes in its plan; where the plan stands follows from submissions and decisions (REQ-190 to 197). */
export const plan = z.object({
  organisationId: rowId,
  /** Target dates; an offering's own one holds where the plan names none. */
  offerings: z._default(z.array(plannedOffering), []),
  phases: z._default(z.array(phase), []),
  milestones: z._default(z.array(milestone), []),
  resources: z.optional(paragraph),
  /** Obstacles in special legislation by their ids; `NONE` or an empty list where there are none. */
  legislationObstacles: z.optional(z.union([z.literal(['NONE', 'none']), z.array(rowId)])),
  exceptionsProposed: z._default(z.array(rowId), []),
  feeTiers: z._default(z.array(rowId), []),
  businessInvolvement: z.optional(paragraph),
  onceOnly: z.optional(paragraph),
  burdenReduction: z.optional(z.object({ text: z.optional(paragraph), eurosPerYear: z.optional(count) })),
});
export type Plan = z.infer<typeof plan>;

/** A step in the life of a plan: who took it is told by its role only. */
export const planStep = z.object({
  type: z.enum(['SUBMITTED', 'RETURNED', 'ACCEPTED']),
  at: instant,
  /** Version of the plan it concerns. */
  version: z.int(),
  note: z.optional(paragraph),
});
export type PlanStep = z.infer<typeof planStep>;

/** @see REQ-220 */
export const action = z.object({
  planId: rowId,
  text: line,
  owner: z.optional(line),
  due: calendarDate,
  state: z._default(z.enum(['OPEN', 'DONE', 'CANCELLED']), 'OPEN'),
  costClass: z.optional(code),
  /** What it furthers: support, guidance, pricing, involvement of businesses … */
  theme: z.optional(code),
  /** Which of the programme's priorities it furthers. */
  priority: z.optional(priority),
});
export type Action = z.infer<typeof action>;

/** An id no plan has: guidance for plans is there. */
export const RESERVED_PLAN = { id: 'template', rule: 'must not be template: guidance for plans is there' } as const;
