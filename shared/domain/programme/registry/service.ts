import * as z from 'zod/mini';
import { serviceId } from '#shared/domain/message/ids';
import { texts } from '#shared/domain/programme/words';
import { code, count, line, paragraph, rowId, webAddress, year } from '#shared/domain/programme/fields';
import { calendarDate } from '#shared/kernel/time';

export const targetGroup = z.enum(['PERSON', 'BUSINESS']);
export type TargetGroup = z.infer<typeof targetGroup>;

export const offeringStatus = z.enum(['IN_USE', 'IN_DEVELOPMENT', 'PLANNED', 'RETIRED']);
export type OfferingStatus = z.infer<typeof offeringStatus>;

/** A service as it is offered to one group (REQ-227). */
export const offering = z.object({
  targetGroup,
  status: offeringStatus,
  /** A year or a day. */
  availableFrom: z.optional(z.union([year, calendarDate])),
  digitalOnlyFrom: z.optional(calendarDate),
  /** When it is to be digital only. */
  targetDate: z.optional(calendarDate),
  /** Share of it that can be done digitally, per cent. */
  digitalDegree: z.optional(z.int().check(z.minimum(0), z.maximum(100))),
});
export type Offering = z.infer<typeof offering>;

/** An information page or a project is known as such and not admitted (REQ-240, REQ-243). */
export const serviceType = z.enum(['E_SERVICE', 'GUIDANCE', 'BOT', 'INFORMATION', 'PROJECT']);

/** @see REQ-081, REQ-082 */
export const guidanceChannel = z.enum(['CHAT', 'CHATBOT', 'PHONE', 'SOCIAL', 'EMAIL', 'WEB_FORM']);
export type GuidanceChannel = z.infer<typeof guidanceChannel>;

export const criterion = z.enum(['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9', 'K10']);
export const criterionResult = z.object({
  result: z.enum(['MET', 'NOT_MET', 'NOT_APPLICABLE']),
  /** Why a criterion does not apply (REQ-254). */
  reason: z.optional(line),
  evidence: z.optional(line),
});

/** A decision at management level to join, by title and never by name (REQ-256). */
export const decisionToJoin = z.object({
  date: z.optional(calendarDate),
  diaryReference: z.optional(line),
  decisionMakerTitle: z.optional(line),
});

export const ptvCheck = z.enum(['CONFIRMED', 'UNKNOWN', 'UNCHECKED']);
export type PtvCheck = z.infer<typeof ptvCheck>;

/** A service of an authority (domain.md 4.1). */
export const service = z.object({
  organisationId: rowId,
  /** Authorities that carry it out together with it (REQ-218). */
  coOwners: z.optional(z.array(rowId)),
  names: texts,
  description: z.optional(texts),
  type: z._default(serviceType, 'E_SERVICE'),
  interactive: z._default(z.boolean(), true),
  startsDigital: z._default(z.boolean(), true),
  hasApi: z.optional(z.boolean()),
  apiOnly: z._default(z.boolean(), false),
  /** Its id in the national service catalogue (REQ-248). */
  ptvId: z.optional(z.uuid()),
  /** Whether the catalogue knows it; told by the hub. UNCHECKED: nobody could be asked. */
  ptv: z.optional(ptvCheck),
  address: z.optional(webAddress),
  offerings: z._default(z.array(offering), []),
  lifeEvents: z._default(z.array(code), []),
  businessEvents: z._default(z.array(code), []),
  languages: z.optional(z.array(z.string().check(z.regex(/^[a-z]{2,3}$/)))),
  /** How else it can be used: desk, phone, post (REQ-116). */
  alternativeChannels: z.optional(z.array(z.enum(['DESK', 'PHONE', 'POST']))),
  supportForms: z.optional(z.array(code)),
  guidanceChannels: z.optional(z.array(guidanceChannel)),
  /** Hours within which guidance answers (REQ-083). */
  guidanceAnswersInHours: z.optional(count),
  /** Machine-readable end of its bot, whether it hands over to people (REQ-099), and the rest of its checklist. */
  bot: z.optional(
    z.object({
      endpoint: z.optional(webAddress),
      handsOver: z.optional(z.boolean()),
      disclosesAutomation: z.optional(z.boolean()),
      contentCheckedOn: z.optional(calendarDate),
      givesTranscript: z.optional(z.boolean()),
      /** The unit that answers for it. */
      owner: z.optional(line),
      decides: z.optional(z.boolean()),
    }),
  ),
  contactEmail: z.optional(z.email()),
  /** Statute by which it is digital only already (REQ-174). */
  legalBasisDigitalOnly: z.optional(line),
  suomiFiMessagesAdopted: z.optional(z.boolean()),
  valtuudetAdopted: z.optional(z.array(line)),
  onBehalfSupported: z.optional(z.boolean()),
  mixedAudience: z.optional(z.boolean()),
  buildingPermits: z.optional(z.boolean()),
  practiceEnvironment: z.optional(z.boolean()),
  accessibility: z.optional(z.enum(['COMPLIANT', 'PARTLY', 'NOT_COMPLIANT', 'NOT_ASSESSED'])),
  quality: z.optional(z.enum(['COMPLIANT', 'PARTLY', 'NOT_COMPLIANT', 'NOT_ASSESSED'])),
  onceOnly: z.optional(z.boolean()),
  predecessorRoadmap2017Id: z.optional(line),
  managementDecision: z.optional(decisionToJoin),
  proposedAt: z.optional(calendarDate),
  criteria: z.optional(z.partialRecord(criterion, criterionResult)),
  /** Survey rounds it was told of in; absent: every round. */
  surveyRounds: z.optional(z.array(rowId)),
  /** From when businesses have to use it (REQ-187). */
  obligationFrom: z.optional(calendarDate),
  /** Services of the hub in whose name its mail goes. */
  hubServices: z.optional(z.array(serviceId)),
  note: z.optional(paragraph),
});
export type Service = z.infer<typeof service>;
