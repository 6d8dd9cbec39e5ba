import { type MobileOverlap, overlapsOf } from '#shared/domain/compliance/mobile-overlap';
import { type OwnDataOffer, ownDataOf } from '#shared/domain/compliance/own-data';
import type { Organisation } from '#shared/domain/programme/registry/organisation';
import type { MobileApp, PricedChannel } from '#shared/domain/programme/registry/pricing';
import type { Service } from '#shared/domain/programme/registry/service';
import type { Row } from '#shared/domain/programme/row';
import type { Texts } from '#shared/domain/programme/words';

/** What the check of a service's fees has found. */
export interface FeeFinding {
  readonly code: string;
  readonly level: 'WARN' | 'BLOCK';
  readonly channels: readonly PricedChannel[];
  readonly rule: Texts;
  readonly legalBasis: readonly string[];
}

/** A service as it is checked: what other rooms say of it is handed in. */
export interface CheckedService {
  readonly service: Row<Service>;
  readonly guidance: 'COMPLIANT' | 'NON_COMPLIANT';
  /** What its bot lacks; empty where it has none too. */
  readonly botGaps: readonly Texts[];
  readonly fees: readonly FeeFinding[];
}

/** An authority with what is checked of it. */
export interface AuthorityFile {
  readonly organisation: Row<Organisation>;
  readonly services: readonly CheckedService[];
  readonly apps: readonly Row<MobileApp>[];
  /** Requests for own data that it has left without an answer past their last day. */
  readonly overdueRequests: number;
}

/** Everything that is to be mended at an authority. */
export interface AuthorityFindings extends AuthorityFile {
  readonly unguided: readonly CheckedService[];
  readonly poorBots: readonly CheckedService[];
  readonly ownData: OwnDataOffer;
  readonly overlaps: readonly MobileOverlap[];
}

export function findingsOf(file: AuthorityFile): AuthorityFindings {
  return {
    ...file,
    unguided: file.services.filter(({ guidance }) => guidance === 'NON_COMPLIANT'),
    poorBots: file.services.filter(({ botGaps }) => botGaps.length > 0),
    ownData: ownDataOf(file.organisation),
    overlaps: overlapsOf(file.apps),
  };
}

/** How many fees are found wanting at a level. */
export function feesAt({ services }: AuthorityFindings, level: FeeFinding['level']): number {
  return services.reduce((sum, { fees }) => sum + fees.filter((each) => each.level === level).length, 0);
}
