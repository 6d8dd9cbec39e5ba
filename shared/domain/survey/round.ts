import type { Organisation } from '#shared/domain/programme/registry/organisation';
import type { Service } from '#shared/domain/programme/registry/service';
import type { SurveyRound } from '#shared/domain/programme/registry/survey';
import type { Volume } from '#shared/domain/programme/registry/volume';
import type { Row } from '#shared/domain/programme/row';

/** What a round of the survey is told from. */
export interface RoundMaterial {
  readonly round: Row<SurveyRound>;
  readonly organisations: readonly Row<Organisation>[];
  /** Those that are on the roadmap. */
  readonly services: readonly Row<Service>[];
  readonly volumes: readonly Row<Volume>[];
}

/** The services told of in a round: those that name it, and those that name none. */
export function servicesOfRound({
  round,
  services,
}: Pick<RoundMaterial, 'round' | 'services'>): readonly Row<Service>[] {
  return services.filter(({ surveyRounds }) => surveyRounds?.includes(round.id) ?? true);
}
