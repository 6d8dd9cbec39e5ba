import type { FieldProblem } from '#shared/domain/message/field-problem';
import { CATALOGUE_ROWS, catalogueService } from '#shared/domain/programme/catalogue';
import { KINDS, KIND_NAMES } from '#shared/domain/programme/kinds';
import { referencesOf } from '#shared/domain/programme/references';
import type { ImportError } from '#shared/domain/row-import/import-error';
import { foreignRows } from '#shared/domain/row-import/ownership';
import type { Explain } from '#shared/domain/row-import/read-rows';
import { type ImportedRow, pointerOf } from '#shared/domain/row-import/rows';
import type { Registers } from '#shared/flow/programme/import-rows';
import { CALENDAR, calendarIn } from '#shared/flow/programme/read-programme';
import { type GroundPorts, gatherGround } from '#shared/flow/programme/row-ground';
import { PTV_UNCHECKED, judge } from '#shared/flow/programme/row-rules';

interface Parts extends GroundPorts {
  readonly explain: Explain;
}

/** The registers of the transition programme, for the import of their rows, and the hub's own list of the catalogue. */
export function programmeRegisters({ explain, ...ports }: Parts): Registers {
  return {
    schemas: { ...KINDS, [CATALOGUE_ROWS]: catalogueService },
    namesIn: ({ kind, fields }) =>
      KIND_NAMES.filter((name) => name === kind).flatMap((name) => referencesOf(name, fields)),
    foreign: foreignRows,
    explain,
    judge: async (imported, { role, at }) => {
      const calendar = calendarIn(await ports.rows.read(CALENDAR.kind, CALENDAR.id));
      const ground = await gatherGround(ports, imported, { caller: role, at, calendar, badSplit: 'REFUSED' });
      const judged = imported.map((row) => ({ row, ...judge(row, ground) }));
      return {
        rows: judged.map(({ row, fields }) => ({ ...row, fields })),
        errors: judged.flatMap(({ row, problems }) => problems.map((problem) => errorAt(row, problem))),
        warnings: uncheckedOnce(judged.flatMap(({ row, warnings }) => warnings.map((each) => errorAt(row, each)))),
      };
    },
  };
}

function errorAt({ row, pointer }: ImportedRow, { field, rule }: FieldProblem): ImportError {
  return { row, pointer: pointer + (field === '' ? '' : pointerOf(field.split('.'))), rule };
}

/** That the catalogue is away is told once for all rows, so that it hides nothing else. */
function uncheckedOnce(warnings: readonly ImportError[]): readonly ImportError[] {
  const { unchecked = [], others = [] } = Object.groupBy(warnings, ({ rule }) =>
    rule === PTV_UNCHECKED ? 'unchecked' : 'others',
  );
  const [first, ...more] = unchecked;
  if (!first) return others;
  return [
    ...others,
    { ...first, rule: more.length > 0 ? `${first.rule}, nor of ${more.length} more rows` : first.rule },
  ];
}
