import { KINDS } from '#shared/domain/programme/kinds';
import type { Row } from '#shared/domain/programme/row';
import type { RoundMaterial } from '#shared/domain/survey/round';
import { instant } from '#shared/kernel/time';
import type { ImportBody, ImportRow } from '#local/demo/programme/rows';

/** What the final report of 2019 says of the round (REQ-259 to 266). */
export const PUBLISHED_2019 = {
  authorities: 40,
  services: 224,
  businessInUse: 122,
  businessInDevelopment: 41,
  personInUse: 104,
  personInDevelopment: 42,
  volumeReportedPct: 60,
  splitReportedPct: 54,
  electronicSharePct: 81,
  apiOnly: 20,
  growth: 2,
};

const counter = { last: 0 };
const ENTERED = { version: 1, enteredAt: instant.parse('2019-03-01T08:00:00.000Z') };

/** Rows of an import as they stand on record, for one of its rounds. */
export function roundMaterial(body: ImportBody, roundId = 'round'): RoundMaterial {
  const { organisations = [], services = [], volumes = [] } = body;
  const round = body['survey-rounds']?.find(({ id }) => id === roundId) ?? { id: roundId, year: 2019 };
  return {
    round: entered(round.id, KINDS['survey-rounds'].parse(round)),
    organisations: organisations.map((row) => entered(row.id, KINDS.organisations.parse(row))),
    services: services.map((row) => entered(row.id, KINDS.services.parse(row))),
    volumes: volumes.map((row) => entered(row.id, KINDS.volumes.parse(row))),
  };
}

export function entered<T extends object>(id: string, fields: T): Row<T> {
  return { ...fields, id, ...ENTERED };
}

type Offering = NonNullable<ImportRow<'services'>['offerings']>[number];

export function offeringService(
  id: string,
  offerings: readonly (readonly [Offering['targetGroup'], Offering['status']])[],
  more: Partial<ImportRow<'services'>> = {},
): ImportRow<'services'> {
  return {
    id,
    organisationId: 'one',
    names: { fi: `Palvelu ${id}` },
    offerings: offerings.map(([targetGroup, status]) => ({ targetGroup, status })),
    ...more,
  };
}

export function aVolume(serviceId: string, more: Partial<ImportRow<'volumes'>> = {}): ImportRow<'volumes'> {
  counter.last += 1;
  return { id: `v${counter.last}`, serviceId, year: 2018, ...more };
}
