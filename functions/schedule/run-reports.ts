import type { Context } from 'aws-lambda';
import { dynamo } from '#functions/_shell/clients';
import { metric } from '#functions/_shell/log';
import { mailer } from '#functions/_shell/mailer';
import { reportStores } from '#functions/_shell/reports';
import { sealer } from '#functions/_shell/sealer';
import { ownDataStores, tenantStore } from '#functions/_shell/stores';
import { makeDynamoRunMarks } from '#shared/adapters/dynamodb/run-marks';
import { makeDynamoTallies } from '#shared/adapters/dynamodb/tallies';
import { makeDynamoTrafficCounts } from '#shared/adapters/dynamodb/traffic-counts';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { runReportsConfig } from '#shared/contracts/config/run-reports';
import { BUILDERS } from '#shared/flow/programme/builders';
import { makeReadProgramme } from '#shared/flow/programme/read-programme';
import { makeTrafficUntil } from '#shared/flow/programme/read-traffic';
import { makeReadSupport } from '#shared/flow/digital-support/read-support';
import { makeRunReports } from '#shared/flow/programme/run-reports';
import { makeCountOverdue, totalOverdue } from '#shared/flow/own-data/count-overdue';
import { SECOND, helsinkiDay } from '#shared/kernel/time';

const config = runReportsConfig.parse(process.env);

const stores = reportStores(config);
const place = { client: dynamo(), tableName: config.PROGRAMME_TABLE };
const traffic = makeDynamoTrafficCounts({ client: dynamo(), tableName: config.TRAFFIC_TABLE });

const tenants = tenantStore(config);
const overdueOn = makeCountOverdue({ tenants, ...ownDataStores(config) });

const runReports = makeRunReports({
  ...stores,
  marks: makeDynamoRunMarks(place),
  programmeAsOf: makeReadProgramme(stores),
  trafficUntil: makeTrafficUntil({ tenants, traffic }),
  supportOf: makeReadSupport({ ...stores, tallies: makeDynamoTallies(place) }),
  overdueOn,
  builders: BUILDERS,
  mailer: mailer(config),
  sealer: sealer(config),
  ids: systemIds,
  clock: systemClock,
  reportLink: config.REPORT_LINK,
});

/** What is left when it is nearly over is for the next run. */
const LAST_SECONDS = 45 * SECOND;

/** A single machine has no end of time. */
export const handler = async (_: unknown, context: Partial<Context>): Promise<{ idleUntil?: string }> => {
  const hasTime = () => (context.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY) > LAST_SECONDS;
  const { made, sent, failed, idleUntil } = await runReports(hasTime);
  metric('ReportsMade', made, 'Count');
  metric('ReportsMailed', sent, 'Count');
  metric('ReportMailsFailed', failed, 'Count');
  metric('DataRequestsOverdue', totalOverdue(await overdueOn(helsinkiDay(systemClock()))), 'Count');
  return { idleUntil };
};
