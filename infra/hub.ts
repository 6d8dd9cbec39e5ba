import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { acknowledge } from '#infra/nag-acknowledgements';
import { ApiStack } from '#infra/stacks/api-stack';
import { DataStack } from '#infra/stacks/data-stack';
import { RoadStack } from '#infra/stacks/road-stack';
import { WatchStack } from '#infra/stacks/watch-stack';
import { type StageSettings, hubName } from '#infra/stages';

/** The stacks of one hub. */
export interface Hub {
  readonly data: DataStack;
  readonly road: RoadStack;
  readonly api: ApiStack;
  readonly watch: WatchStack;
}

/** Puts a hub into an app: what holds something, the road, what comes in, and the watch over them. */
export function makeHub(app: App, settings: StageSettings): Hub {
  const { stage, account, region, keepsData } = settings;
  const named = (part: string) => ({
    settings,
    stackName: `${hubName(settings)}-${part}`,
    description: `Viestiväylä, ${stage}: ${part}`,
    env: { account, region },
    terminationProtection: keepsData,
    tags: { hub: 'viestivayla', stage },
  });
  const data = new DataStack(app, 'Data', named('data'));
  const { surroundings, holdings } = data;
  const road = new RoadStack(app, 'Road', { ...named('road'), surroundings, holdings });
  const api = new ApiStack(app, 'Api', { ...named('api'), surroundings, holdings });
  const watch = new WatchStack(app, 'Watch', { ...named('watch'), surroundings, holdings, api, road });
  return { data, road, api, watch };
}

/** Has cdk-nag look at everything; synthesis stops at a finding that nobody has acknowledged. */
export function addChecks(app: App, settings: StageSettings): void {
  acknowledge(app, settings);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
}
