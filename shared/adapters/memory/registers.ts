import type { BusinessRecord, PersonRecord } from '#shared/domain/registers/person';
import type { BusinessRegister, PopulationRegister, RegisterEntry } from '#shared/ports/registers';

/** For tests. Passes the same contract suite as the registers the hub keeps itself. */
export function makeMemoryRegisters(): {
  readonly people: PopulationRegister;
  readonly businesses: BusinessRegister;
  readonly entry: RegisterEntry;
} {
  const persons = new Map<string, PersonRecord>();
  const organisations = new Map<string, BusinessRecord>();
  return {
    people: {
      find: async (code) => structuredClone(persons.get(code)),
      wardsOf: async (code) => idsWhere(persons, ({ guardians = [] }) => guardians.includes(code)),
    },
    businesses: {
      find: async (id) => structuredClone(organisations.get(id)),
      representedBy: async (code) =>
        idsWhere(organisations, ({ representatives = [] }) => representatives.some(({ id }) => id === code)),
    },
    entry: {
      enterPerson: async (code, person) => {
        persons.set(code, structuredClone(person));
      },
      enterBusiness: async (id, business) => {
        organisations.set(id, structuredClone(business));
      },
    },
  };
}

function idsWhere<T>(rows: ReadonlyMap<string, T>, isNamed: (row: T) => boolean): string[] {
  return [...rows].flatMap(([id, row]) => (isNamed(row) ? [id] : []));
}
