import type * as z from 'zod/mini';
import { material, supportContacts, training } from '#shared/domain/digital-support/registry/activity';
import { assistantTopic } from '#shared/domain/digital-support/registry/assistant-topic';
import { supportCentre } from '#shared/domain/digital-support/registry/centre';
import { membership, pilot, regionNeed } from '#shared/domain/digital-support/registry/network';
import { supportProvider } from '#shared/domain/digital-support/registry/provider';
import { supportTerm } from '#shared/domain/digital-support/terms';
import type { Row } from '#shared/domain/programme/row';

/** Every register of digital support, by its name in the API; references come after what they refer to. */
export const SUPPORT_KINDS = {
  terms: supportTerm,
  centres: supportCentre,
  providers: supportProvider,
  'region-needs': regionNeed,
  memberships: membership,
  pilots: pilot,
  'support-contacts': supportContacts,
  materials: material,
  trainings: training,
  'assistant-topics': assistantTopic,
} as const;

export type SupportKind = keyof typeof SUPPORT_KINDS;
export type SupportFields<K extends SupportKind> = z.infer<(typeof SUPPORT_KINDS)[K]>;
export type SupportRow<K extends SupportKind> = Row<SupportFields<K>>;

export const SUPPORT_KIND_NAMES: readonly SupportKind[] = Object.keys(SUPPORT_KINDS).filter(
  (name): name is SupportKind => name in SUPPORT_KINDS,
);
