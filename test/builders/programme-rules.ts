import { noCatalogue } from '#shared/adapters/catalogue/own-catalogue';
import { KINDS, type Kind } from '#shared/domain/programme/kinds';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { makeRegisters } from '#shared/flow/programme/registers';
import { instant } from '#shared/kernel/time';
import type { ServiceCatalogue } from '#shared/ports/service-catalogue';
import { aService, anOrganisation, authority, importWorld } from '#test/builders/programme-import';

export const OWN = authority('metsa');
export const NOTE = { organisationId: 'met', period: '2020-H1', ministryNote: 'Suunnitelma puuttuu.' };

/** Registers with an organisation, a service, a round and a note, into which a row goes alone or by an import. */
export async function rulesWorld(catalogue: ServiceCatalogue = noCatalogue) {
  const { rows, json } = importWorld('2020-03-02T08:00:00.000Z', catalogue);
  await json({
    organisations: [
      { ...anOrganisation, tenantId: 'metsa' },
      { ...anOrganisation, id: 'ves', tenantId: 'vesi' },
    ],
    services: [{ ...aService, proposedAt: '2020-01-31' }],
    'survey-rounds': [{ id: 'k', year: 2019, questions: [{ id: 'koko', text: { fi: 'Koko?' }, kind: 'NUMBER' }] }],
    exceptions: [{ id: 'ratkaistu', organisationId: 'met', ground: 'FOREIGN', decision: 'REJECTED' }],
    'follow-ups': [
      { id: 'n', ...NOTE },
      { id: 'muiden', ...NOTE, organisationId: 'ves' },
    ],
  });
  const registers = makeRegisters({
    rows,
    catalogue,
    tenants: { authority: async () => undefined, service: async () => undefined },
    clock: () => instant.parse('2020-03-02T08:00:00.000Z'),
  });
  const alone = async (kind: Kind, { id, ...fields }: Sent, role: ProgrammeRole) => {
    const seen = (await rows.read(kind, id)) ? ('any' as const) : undefined;
    const entered = await registers.enter(role, { kind, id, fields: KINDS[kind].parse(fields), seen });
    if (entered.ok) return { errors: [], warnings: entered.value.warnings.map(codeOf) };
    return { errors: 'problems' in entered.refusal ? entered.refusal.problems.map(codeOf) : [], warnings: [] };
  };
  const together = async (kind: Kind, row: object, role: ProgrammeRole) => {
    const { errors, warnings } = await json({ [kind]: [row] }, role);
    const plain = ({ pointer, rule }: { pointer: string; rule: string }) =>
      codeOf({ field: pointer.split('/').slice(3).join('.'), rule });
    return { errors: errors.map(plain), warnings: warnings.map(plain) };
  };
  return { rows, json, alone, together };
}

/** A row as somebody sends it. */
export interface Sent {
  readonly id: string;
  readonly [field: string]: unknown;
}

const codeOf = ({ field, rule }: { readonly field: string; readonly rule: string }) => `${field} ${rule.split(':')[0]}`;
