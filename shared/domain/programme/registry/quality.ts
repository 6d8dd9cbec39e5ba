import * as z from 'zod/mini';
import { line, paragraph, rowId } from '#shared/domain/programme/fields';
import { calendarDate } from '#shared/kernel/time';

const score = z.int().check(z.minimum(1), z.maximum(3));

/** The six areas of the self-assessment tool, each on a scale of three steps (domain.md 2.9). */
export const areaScores = z.object({
  instructions: z.optional(score),
  situation: z.optional(score),
  usability: z.optional(score),
  support: z.optional(score),
  security: z.optional(score),
  engagement: z.optional(score),
});

/** A self-assessment, or an assessment by customers in the same form. @see REQ-208, REQ-231, REQ-246 */
export const selfAssessment = z.object({
  serviceId: rowId,
  by: z._default(z.enum(['SELF', 'CUSTOMER']), 'SELF'),
  proposedAt: z.optional(calendarDate),
  /** Cohort with a due day of its own, by the programme's calendar. */
  cohort: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  /** Follows from the proposal and the cohort; told by the hub. */
  dueAt: z.optional(calendarDate),
  completedAt: z.optional(calendarDate),
  toolVersion: z.optional(line),
  areas: z.optional(areaScores),
  overall: z.optional(score),
  followUpActions: z.optional(z.array(paragraph)),
});
export type SelfAssessment = z.infer<typeof selfAssessment>;

/** A security or accessibility audit (REQ-250). */
export const audit = z.object({
  serviceId: rowId,
  kind: z.enum(['SECURITY', 'ACCESSIBILITY']),
  date: calendarDate,
  auditor: z.optional(line),
  result: z.enum(['PASSED', 'PASSED_WITH_REMARKS', 'FAILED']),
  validUntil: z.optional(calendarDate),
});

/** A decision of an organisation's management to bring services to the roadmap (REQ-256, REQ-267). */
export const managementDecision = z.object({
  organisationId: rowId,
  services: z.array(rowId),
  date: calendarDate,
  diaryReference: z.optional(line),
  decisionMakerTitle: z.optional(line),
});
export type ManagementDecision = z.infer<typeof managementDecision>;
