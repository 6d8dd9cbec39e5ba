import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { StageSettings } from '#infra/stages';

/** What every construct stands among: the stage's settings, where alarms are told, the key logs are encrypted with. */
export interface Surroundings {
  readonly settings: StageSettings;
  readonly alarmTopic: ITopic;
  readonly logKey: IKey;
}

/** `route-message` as `RouteMessage`, the form of construct ids. */
export function constructId(name: string): string {
  return name.replaceAll(/(^|[-/])([a-z])/g, (...[, , letter]: string[]) => (letter ?? '').toUpperCase());
}
