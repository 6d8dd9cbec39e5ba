import { SUPPORT_KINDS } from '#shared/domain/digital-support/kinds';
import { textsAt } from '#shared/domain/programme/texts-at';
import type { Explain } from '#shared/domain/row-import/read-rows';
import type { Registers } from '#shared/flow/programme/import-rows';

/** Fields that name rows of other registers. */
const REFERENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  memberships: { providerId: 'providers' },
  'support-contacts': { providerId: 'providers' },
  trainings: { materialIds: 'materials' },
};

/** The registers of digital support, for the import of their rows by whoever keeps them all. */
export function supportRegisters(explain: Explain): Registers {
  return {
    schemas: SUPPORT_KINDS,
    namesIn: ({ kind, fields }) =>
      Object.entries(REFERENCES[kind] ?? {}).flatMap(([path, named]) =>
        textsAt(fields, path).map(({ field, text }) => ({ field, kind: named, id: text })),
      ),
    foreign: () => [],
    judge: async (rows) => ({ errors: [], warnings: [], rows }),
    explain,
  };
}
