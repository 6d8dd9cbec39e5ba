import type { Answer } from '#functions/_shell/http';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { showCosts } from '#shared/contracts/hub/costs';
import { showUsage } from '#shared/contracts/hub/usage';
import type { CostLine } from '#shared/domain/pricing/month-costs';
import type { UsageLine } from '#shared/domain/pricing/usage';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { type MonthCostPorts, makeShowMonthCosts } from '#shared/flow/pricing/show-month-costs';
import { makeShowUsage } from '#shared/flow/pricing/show-usage';
import { daysBetween } from '#shared/kernel/calendar';
import { safeCell, writeCsv } from '#shared/kernel/csv';
import type { Days } from '#shared/ports/traffic-counts';

/** What messages and letters cost an authority. */
export function costCalls(ports: MonthCostPorts, caller: Authenticate<SendingSystem>): Bound[] {
  const show = makeShowMonthCosts(ports);
  const usageOn = makeShowUsage(ports);
  return [
    bind(showCosts, caller, async ({ query: { month, format } }, { tenantId }) => {
      const costs = await show(tenantId, month);
      return format === 'csv' ? csvAnswer(costs.lines, COSTS) : { status: 200, json: costs };
    }),
    bind(showUsage, caller, async ({ query: { from, to, format }, request }, { tenantId }) => {
      const rule = ruleBroken({ from, to });
      if (rule !== undefined) return problemAnswer(request, 'body-invalid', { fields: [{ field: 'to', rule }] });
      const usage = await usageOn(tenantId, { from, to });
      return format === 'csv' ? csvAnswer(usage.costs.lines, USAGE) : { status: 200, json: usage };
    }),
  ];
}

/** Days that one call tells of. */
const MOST_DAYS = 366;

function ruleBroken({ from, to }: Days): string | undefined {
  if (to < from) return 'must not be before from';
  return daysBetween(from, to) < MOST_DAYS ? undefined : `must be within ${MOST_DAYS} days`;
}

const COSTS = [
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

const USAGE = [
  'costPool',
  'product',
  'items',
  'sheets',
  'netCents',
  'vatCents',
] as const satisfies readonly (keyof UsageLine)[];

function csvAnswer<Line extends object>(lines: readonly Line[], columns: readonly (keyof Line & string)[]): Answer {
  const text = writeCsv([
    [...columns],
    ...lines.map((line) => columns.map((name) => safeCell(String(line[name] ?? '')))),
  ]);
  return { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' }, text };
}
