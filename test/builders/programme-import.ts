import { noCatalogue } from '#shared/adapters/catalogue/own-catalogue';
import { makeMemoryIds } from '#shared/adapters/memory/ids';
import { makeMemoryProgrammeRows } from '#shared/adapters/memory/programme-rows';
import { fieldProblems } from '#shared/contracts/field-problems';
import { tenantId } from '#shared/domain/message/ids';
import { KIND_NAMES } from '#shared/domain/programme/kinds';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { type ImportResult, makeImportRows } from '#shared/flow/programme/import-rows';
import { programmeRegisters } from '#shared/flow/programme/programme-registers';
import { everyRow } from '#shared/flow/programme/record-book';
import { type Instant, instant } from '#shared/kernel/time';
import type { ServiceCatalogue } from '#shared/ports/service-catalogue';

const NO_TENANTS = { service: async () => undefined };

export const MINISTRY: ProgrammeRole = { role: 'MINISTRY' };

export function authority(tenant: string): ProgrammeRole {
  return { role: 'AUTHORITY', tenantId: tenantId.parse(tenant) };
}

/** Registers in memory, and imports into them. */
export function importWorld(now = '2020-03-02T08:00:00.000Z', catalogue: ServiceCatalogue = noCatalogue) {
  const rows = makeMemoryProgrammeRows();
  const clock: { now: Instant } = { now: instant.parse(now) };
  const ports = { rows, ids: makeMemoryIds({ epoch: 1, alone: true }), clock: () => clock.now };
  const enter = makeImportRows(
    ports,
    programmeRegisters({ ...ports, catalogue, tenants: NO_TENANTS, explain: fieldProblems }),
  );

  return {
    rows,
    moveTo: (moment: string) => {
      clock.now = instant.parse(moment);
    },
    json: async (body: unknown, role = MINISTRY, dryRun = false): Promise<ImportResult> =>
      enter({ source: { form: 'json', text: JSON.stringify(body) }, role, dryRun }),
    csv: async (kind: string, text: string, role = MINISTRY): Promise<ImportResult> =>
      enter({ source: { form: 'csv', kind, text }, role, dryRun: false }),
    /** Everything that is on record. */
    onRecord: async () => (await Promise.all(KIND_NAMES.map(async (kind) => everyRow(rows, kind)))).flat(),
  };
}

export const anOrganisation = { id: 'met', names: { fi: 'Metsävirasto' }, type: 'STATE' } as const;

export const aService = {
  id: 'met-1',
  organisationId: 'met',
  names: { fi: 'Hakkuuilmoitus' },
  managementDecision: { date: '2019-02-01' },
  offerings: [{ targetGroup: 'BUSINESS', status: 'IN_USE' }],
} as const;
