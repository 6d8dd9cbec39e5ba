import { SCHEDULES, SCHEDULE_ZONE, STEPS } from '#shared/contracts/pipeline';
import { DOORS } from '#shared/contracts/routes';
import { TABLES } from '#shared/contracts/tables';

/** The page of tables that infra, the runner and the docs share, as Markdown. */
export function reference(): string {
  return `# Reference

Made from \`shared/contracts\` by \`npm run docs:generate\`; infra and the local runner read the same tables.

## Calls

${table(['Call', 'For', 'Door', 'What'], calls())}

## Doors

${table(
  ['Door', 'When it is shut'],
  Object.entries(DOORS).map(([name, { impact }]) => [name, impact]),
)}

## Steps

Each has a queue with dead letters and a worker.

${table(['Step', 'Hears', 'Writes', 'Nudges', 'When it stops'], steps())}

## Schedules

Times are ${SCHEDULE_ZONE}.

${table(
  ['Schedule', 'When', 'When it stops'],
  Object.entries(SCHEDULES).map(([name, { expression, impact }]) => [name, `\`${expression}\``, impact]),
)}

## Tables

${table(['Table', 'Indexes', 'Holds'], tables())}
`;
}

function calls(): string[][] {
  return Object.entries(DOORS).flatMap(([door, { operations }]) =>
    operations.map(({ method, path, caller, summary }) => [`\`${method} ${path}\``, caller, door, summary]),
  );
}

function steps(): string[][] {
  return Object.entries(STEPS).map(([name, { hears, writes, nudges, impact }]) => [
    name,
    hears.join(', '),
    writes.join(', '),
    nudges.join(', '),
    impact,
  ]);
}

function tables(): string[][] {
  return Object.entries(TABLES).map(([name, { indexes, holds }]) => {
    const described = indexes.map(({ name: index, partitionKey, sortKey }) => `${index} (${partitionKey}, ${sortKey})`);
    return [name, described.join(', '), holds];
  });
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
