import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { metric } from '#functions/_shell/log';
import { programmeStore } from '#functions/_shell/stores';
import { makeDynamoRunMarks } from '#shared/adapters/dynamodb/run-marks';
import { systemClock } from '#shared/adapters/system/clock';
import { refreshRoadmapConfig } from '#shared/contracts/config/refresh-roadmap';
import { makeReadProgramme } from '#shared/flow/programme/read-programme';
import { makeRefreshRoadmap } from '#shared/flow/programme/refresh-roadmap';

const config = refreshRoadmapConfig.parse(process.env);

const refreshRoadmap = makeRefreshRoadmap({
  programmeAt: makeReadProgramme({ rows: programmeStore(config) }),
  documents: documentStore(config),
  marks: makeDynamoRunMarks({ client: dynamo(), tableName: config.PROGRAMME_TABLE }),
  clock: systemClock,
});

export const handler = async (): Promise<void> => {
  metric('RoadmapsDrawn', (await refreshRoadmap()) ? 1 : 0, 'Count');
};
