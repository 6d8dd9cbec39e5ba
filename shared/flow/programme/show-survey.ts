import type * as z from 'zod/mini';
import { KINDS } from '#shared/domain/programme/kinds';
import type { Programme } from '#shared/domain/programme/programme';
import type { SurveyRound } from '#shared/domain/programme/registry/survey';
import type { Table } from '#shared/domain/programme/report';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import type { Row } from '#shared/domain/programme/row';
import { type Aggregates, aggregatesOf, servicesCounted } from '#shared/domain/survey/aggregates';
import { responseData } from '#shared/domain/survey/response-data';
import type { RoundMaterial } from '#shared/domain/survey/round';
import { asRow } from '#shared/flow/programme/read-programme';
import { everyRow } from '#shared/flow/programme/record-book';
import { type Result, ok, refuse } from '#shared/kernel/result';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

export interface SurveyPorts {
  readonly rows: Pick<ProgrammeRows, 'read' | 'list'>;
}

/** There is no such round, or it is not for the one who asks. */
export interface RoundNotFound {
  readonly kind: 'not-found';
}

/** Figures and answers of the survey's rounds. Figures are for everybody, answers where the round says so. */
export function makeShowSurvey({ rows }: SurveyPorts) {
  return {
    aggregates: async (roundId: string): Promise<Result<Aggregates, RoundNotFound>> => {
      const material = await read(roundId);
      if (!material) return refuse({ kind: 'not-found' });
      const rounds = await all('survey-rounds', KINDS['survey-rounds']);
      return ok(aggregatesOf(material, servicesBefore(material, rounds)));
    },

    answers: async (roundId: string, { role }: ProgrammeRole): Promise<Result<Table, RoundNotFound>> => {
      const material = await read(roundId);
      const collects = role === 'MINISTRY' || role === 'COLLECTOR';
      if (!material || !(collects || material.round.answersPublic === true)) return refuse({ kind: 'not-found' });
      return ok(responseData(material, await all('survey-answers', KINDS['survey-answers'])));
    },
  };

  async function read(roundId: string): Promise<RoundMaterial | undefined> {
    const row = await rows.read('survey-rounds', roundId);
    if (!row) return undefined;
    const [organisations, services, volumes] = await Promise.all([
      all('organisations', KINDS.organisations),
      all('services', KINDS.services),
      all('volumes', KINDS.volumes),
    ]);
    return { round: asRow(KINDS['survey-rounds'], row), organisations, services, volumes };
  }

  async function all<T extends z.ZodMiniObject>(kind: string, schema: T): Promise<readonly Row<z.infer<T>>[]> {
    return (await everyRow(rows, kind)).map((row) => asRow(schema, row));
  }
}

/** What a round is told from, out of everything on record. */
export function materialOf({ rows }: Programme, round: Row<SurveyRound>): RoundMaterial {
  return { round, organisations: rows.organisations, services: rows.services, volumes: rows.volumes };
}

/** Services of the round before: as it is told, or else as they are counted where it is on record. */
export function servicesBefore(material: RoundMaterial, rounds: readonly Row<SurveyRound>[]): number | undefined {
  const { previousRound } = material.round;
  if (previousRound?.services !== undefined) return previousRound.services;
  const before = rounds.find(({ id }) => id === previousRound?.id);
  return before && servicesCounted({ ...material, round: before });
}
