import { roadmapCalls } from '#functions/_shell/calls/roadmap';
import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { httpDoor } from '#functions/_shell/http-door';
import { programmeStore } from '#functions/_shell/stores';
import { makeDynamoRunMarks } from '#shared/adapters/dynamodb/run-marks';
import { systemClock } from '#shared/adapters/system/clock';
import { roadmapConfig } from '#shared/contracts/config/roadmap';
import { makeReadProgramme } from '#shared/flow/programme/read-programme';

const config = roadmapConfig.parse(process.env);

const ports = {
  programmeAt: makeReadProgramme({ rows: programmeStore(config) }),
  documents: documentStore(config),
  marks: makeDynamoRunMarks({ client: dynamo(), tableName: config.PROGRAMME_TABLE }),
  clock: systemClock,
};

export const handler = httpDoor('roadmap', roadmapCalls(ports));
