import { type ServiceId, serviceId, type TenantId } from '#shared/domain/message/ids';
import { KINDS } from '#shared/domain/programme/kinds';
import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import { managementDecision } from '#shared/domain/programme/registry/quality';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { textsAt } from '#shared/domain/programme/texts-at';
import type { RowName } from '#shared/domain/row-import/references';
import { admit } from '#shared/domain/transition/admission';
import { checkCatalogue } from '#shared/flow/programme/check-catalogue';
import { everyRow, makeRecordBook } from '#shared/flow/programme/record-book';
import type { BadSplit, Ground, JudgedRow } from '#shared/flow/programme/row-rules';
import type { Clock, Instant } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { ServiceCatalogue } from '#shared/ports/service-catalogue';
import type { Tenants } from '#shared/ports/tenants';

export interface GroundPorts {
  readonly rows: Pick<ProgrammeRows, 'read' | 'list'>;
  readonly catalogue: ServiceCatalogue;
  readonly tenants: Pick<Tenants, 'service'>;
  readonly clock: Clock;
}

/** Who enters rows, when, and what an unsound split does to them. */
export interface Entering {
  readonly caller: ProgrammeRole;
  readonly at: Instant;
  readonly calendar: ProgrammeCalendar;
  readonly badSplit: BadSplit;
}

/** Looks up what rows are judged by: one, or all of an import, each thing once. */
export async function gatherGround(
  ports: GroundPorts,
  entered: readonly JudgedRow[],
  entering: Entering,
): Promise<Ground> {
  const book = makeRecordBook(ports.rows);
  const [decisions, owners, ptv] = await Promise.all([
    decisionsFor(ports.rows, entered),
    ownersOf(ports.tenants, entered, entering.caller),
    checkCatalogue(ports, textsOf(entered, 'services', 'ptvId')),
    book.look([...entered, ...namesIn(entered)]),
  ]);
  const together = new Map(entered.map((row) => [keyOf(row), row.fields]));
  return {
    ...entering,
    decisions,
    onRecord: (name) => book.find(name),
    named: (name) => together.get(keyOf(name)) ?? book.find(name),
    ownerOf: (hubService) => owners.get(hubService),
    ptvOf: (id) => ptv.get(id),
  };
}

function keyOf({ kind, id }: RowName): string {
  return `${kind}#${id}`;
}

/** What the rules look at in other rows. */
function namesIn(entered: readonly JudgedRow[]): readonly RowName[] {
  return [
    ...textsOf(entered, 'self-assessments', 'serviceId').map((id) => ({ kind: 'services', id })),
    ...textsOf(entered, 'survey-answers', 'roundId').map((id) => ({ kind: 'survey-rounds', id })),
  ];
}

function textsOf(entered: readonly JudgedRow[], kind: string, path: string): readonly string[] {
  const found = entered.filter((row) => row.kind === kind).flatMap(({ fields }) => textsAt(fields, path));
  return [...new Set(found.map(({ text }) => text))];
}

/** Only services that tell of no decision themselves ask for them. */
async function decisionsFor(rows: GroundPorts['rows'], entered: readonly JudgedRow[]): Promise<Ground['decisions']> {
  const isAsked = entered.some(
    ({ kind, id, fields }) => kind === 'services' && !admit({ ...KINDS.services.parse(fields), id }, []).ok,
  );
  if (!isAsked) return [];
  const here = entered.filter(({ kind }) => kind === 'management-decisions');
  const replaced = new Set(here.map(({ id }) => id));
  const onRecord = (await everyRow(rows, 'management-decisions')).filter(({ id }) => !replaced.has(id));
  return [...here.map(({ fields }) => fields), ...onRecord].map((fields) => managementDecision.parse(fields));
}

/** Whose the services of the hub are that an authority names. */
async function ownersOf(
  tenants: GroundPorts['tenants'],
  entered: readonly JudgedRow[],
  { role }: ProgrammeRole,
): Promise<ReadonlyMap<string, TenantId | undefined>> {
  const asked = role === 'AUTHORITY' ? textsOf(entered, 'services', 'hubServices') : [];
  const ids = asked.flatMap((text): ServiceId[] => {
    const parsed = serviceId.safeParse(text);
    return parsed.success ? [parsed.data] : [];
  });
  return new Map(await Promise.all(ids.map(async (id) => [id, (await tenants.service(id))?.tenantId] as const)));
}
