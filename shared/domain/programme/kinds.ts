import type * as z from 'zod/mini';
import { programmeException, obstacle } from '#shared/domain/programme/registry/exceptions';
import { circular, dependency, followUp, programmeItem } from '#shared/domain/programme/registry/follow-up';
import { organisation } from '#shared/domain/programme/registry/organisation';
import { action, plan } from '#shared/domain/programme/registry/plan';
import { mobileApp, pricingTier } from '#shared/domain/programme/registry/pricing';
import { audit, managementDecision, selfAssessment } from '#shared/domain/programme/registry/quality';
import { service } from '#shared/domain/programme/registry/service';
import { surveyAnswer, surveyRound } from '#shared/domain/programme/registry/survey';
import { tariff } from '#shared/domain/programme/registry/tariff';
import { volume } from '#shared/domain/programme/registry/volume';

/** Every register of the programme, by its name in the API, in an order in which each row's references come before it. */
export const KINDS = {
  organisations: organisation,
  'management-decisions': managementDecision,
  services: service,
  'self-assessments': selfAssessment,
  audits: audit,
  volumes: volume,
  obstacles: obstacle,
  exceptions: programmeException,
  'pricing-tiers': pricingTier,
  tariffs: tariff,
  plans: plan,
  actions: action,
  'mobile-apps': mobileApp,
  'survey-rounds': surveyRound,
  'survey-answers': surveyAnswer,
  circulars: circular,
  'follow-ups': followUp,
  dependencies: dependency,
  'programme-items': programmeItem,
} as const;

export type Kind = keyof typeof KINDS;
export type FieldsOf<K extends Kind> = z.infer<(typeof KINDS)[K]>;

/** Names of the registers, in their order. */
export const KIND_NAMES: readonly Kind[] = Object.keys(KINDS).filter((name): name is Kind => name in KINDS);
