import type { Row } from '#shared/domain/programme/row';
import { ok, refuse } from '#shared/kernel/result';
import { type Instant, later } from '#shared/kernel/time';
import type { NewRow, ProgrammeRows } from '#shared/ports/programme-rows';

const PAGE = 100;

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryProgrammeRows(): ProgrammeRows {
  /** Versions of each row, oldest first, by kind and id. */
  const kinds = new Map<string, Map<string, Row[]>>();
  const done = new Set<string>();
  const of = (kind: string) => {
    const rows = kinds.get(kind) ?? new Map<string, Row[]>();
    kinds.set(kind, rows);
    return rows;
  };
  const newest = (kind: string, id: string) => of(kind).get(id)?.at(-1);

  return {
    read: async (kind, id) => structuredClone(newest(kind, id)),

    put: async (row, { at, follows }) => {
      const was = newest(row.kind, row.id);
      return was?.version === follows ? ok(enter(row, at)) : refuse({ kind: 'row-changed', version: was?.version });
    },

    list: async (kind, after = '') => {
      const ids = [...of(kind).keys()].filter((id) => id > after).sort();
      const rows = ids.slice(0, PAGE).flatMap((id) => structuredClone(newest(kind, id)) ?? []);
      return ids.length > PAGE ? { rows, next: ids[PAGE - 1] } : { rows };
    },

    asOf: async (kind, moment) => {
      const versions = [...of(kind).keys()].sort().map((id) => of(kind).get(id) ?? []);
      return versions.flatMap((rows) => structuredClone(rows.findLast(({ enteredAt }) => enteredAt <= moment)) ?? []);
    },

    putAll: async (importId, rows, at) => {
      if (done.has(importId)) return;
      done.add(importId);
      for (const row of rows) enter(row, at);
    },
  };

  function enter({ kind, id, fields }: NewRow, at: Instant): Row {
    const versions = of(kind).get(id) ?? [];
    const enteredAt = later(at, versions.at(-1)?.enteredAt ?? at);
    const row = structuredClone({ ...fields, id, version: versions.length + 1, enteredAt });
    of(kind).set(id, [...versions, row]);
    return structuredClone(row);
  }
}
