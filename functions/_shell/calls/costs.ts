import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { showCosts } from '#shared/contracts/hub/costs';
import type { CostLine } from '#shared/domain/pricing/month-costs';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { type MonthCostPorts, makeShowMonthCosts } from '#shared/flow/show-month-costs';
import { safeCell, writeCsv } from '#shared/kernel/csv';

/** What messages and letters cost an authority. */
export function costCalls(ports: MonthCostPorts, caller: Authenticate<SendingSystem>): Bound[] {
  const show = makeShowMonthCosts(ports);
  return [
    bind(showCosts, caller, async ({ query: { month, format } }, { tenantId }) => {
      const costs = await show(tenantId, month);
      if (format !== 'csv') return { status: 200, json: costs };
      return { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' }, text: csvOf(costs.lines) };
    }),
  ];
}

const COLUMNS = [
  'product',
  'envelope',
  'colour',
  'duplex',
  'abroad',
  'costPool',
  'items',
  'sheets',
  'netCents',
  'vatCents',
] as const satisfies readonly (keyof CostLine)[];

function csvOf(lines: readonly CostLine[]): string {
  return writeCsv([[...COLUMNS], ...lines.map((line) => COLUMNS.map((name) => safeCell(String(line[name] ?? ''))))]);
}
