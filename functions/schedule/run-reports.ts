import type { Context } from 'aws-lambda';
import { dynamo } from '#functions/_shell/clients';
import { metric } from '#functions/_shell/log';
import { mailer } from '#functions/_shell/mailer';
import { reportStores } from '#functions/_shell/reports';
import { sealer } from '#functions/_shell/sealer';
import { tenantStore } from '#functions/_shell/stores';
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
import { SECOND } from '#shared/kernel/time';

const config = runReportsConfig.parse(process.env);

const stores = reportStores(config);
const place = { client: dynamo(), tableName: config.PROGRAMME_TABLE };
const traffic = makeDynamoTrafficCounts({ client: dynamo(), tableName: config.TRAFFIC_TABLE });

const runReports = makeRunReports({
  ...stores,
  marks: makeDynamoRunMarks(place),
  programmeAsOf: makeReadProgramme(stores),
  trafficUntil: makeTrafficUntil({ tenants: tenantStore(config), traffic }),
  supportOf: makeReadSupport({ ...stores, tallies: makeDynamoTallies(place) }),
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
  return { idleUntil };
};
