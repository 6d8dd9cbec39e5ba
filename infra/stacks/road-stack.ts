import { Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { FONTS_IN_LAMBDA, copyFonts } from '#infra/bundling/letter-fonts';
import {
  type EnvironmentOf,
  type EnvironmentSchema,
  type HubFunction,
  WHOLE_CORE,
} from '#infra/constructs/hub-function';
import { NoticeMail } from '#infra/constructs/notice-mail';
import { QueueWorker, type QueueWorkerProps } from '#infra/constructs/queue-worker';
import { ScheduleDoor } from '#infra/constructs/schedule-door';
import { type Holdings, queueUrls, variablesFor } from '#infra/holdings';
import type { HubStackProps } from '#infra/stacks/data-stack';
import { statementsFor } from '#infra/statements';
import { type Surroundings, constructId } from '#infra/surroundings';
import { countTrafficConfig } from '#shared/contracts/config/count-traffic';
import { checkIndexConfig } from '#shared/contracts/config/check-index';
import { cutBatchesConfig } from '#shared/contracts/config/cut-batches';
import { deliverElectronicallyConfig } from '#shared/contracts/config/deliver-electronically';
import { endRetentionConfig } from '#shared/contracts/config/end-retention';
import { expireAttachmentConfig } from '#shared/contracts/config/expire-attachment';
import { followRelayConfig } from '#shared/contracts/config/follow-relay';
import { followWithdrawalConfig } from '#shared/contracts/config/follow-withdrawal';
import { moveHashesConfig } from '#shared/contracts/config/move-hashes';
import { orderPrintConfig } from '#shared/contracts/config/order-print';
import { prepareUploadConfig } from '#shared/contracts/config/prepare-upload';
import { publishEventsConfig } from '#shared/contracts/config/publish-events';
import { recordNoticeEventConfig } from '#shared/contracts/config/record-notice-event';
import { refreshRoadmapConfig } from '#shared/contracts/config/refresh-roadmap';
import { releaseHoldConfig } from '#shared/contracts/config/release-hold';
import { remindRecipientConfig } from '#shared/contracts/config/remind-recipient';
import { routeMessageConfig } from '#shared/contracts/config/route-message';
import { runReportsConfig } from '#shared/contracts/config/run-reports';
import { sealEvidenceConfig } from '#shared/contracts/config/seal-evidence';
import { settleServiceConfig } from '#shared/contracts/config/settle-service';
import { sweepConfig } from '#shared/contracts/config/sweep';
import { tendOwnDataConfig } from '#shared/contracts/config/tend-own-data';
import { tellConsentConfig } from '#shared/contracts/config/tell-consent';
import { SCHEDULES, STEPS, type ScheduleName, type StepName } from '#shared/contracts/pipeline';

export interface RoadStackProps extends HubStackProps {
  readonly surroundings: Surroundings;
  readonly holdings: Holdings;
}

/** What a worker is made from besides the table of steps. */
interface WorkerParts<Config extends EnvironmentSchema> extends Pick<
  QueueWorkerProps<Config>,
  'atOnce' | 'memory' | 'bundleFiles'
> {
  readonly config: Config;
  readonly environment: EnvironmentOf<Config>;
}

/** What a schedule is made from besides the table of schedules. */
interface ScheduleParts<Config extends EnvironmentSchema> {
  readonly config: Config;
  readonly environment: EnvironmentOf<Config>;
  readonly silence: Duration;
  /** In MB. @default as HubFunction */
  readonly memory?: number;
}

/** Print orders made at the same time: each holds a whole letter in memory. */
const PRESSES_AT_ONCE = 10;

/** The road of a message: a worker for each step, the clock, and the mail that notices leave by. */
export class RoadStack extends Stack {
  readonly workers: Readonly<Record<StepName, HubFunction>>;
  readonly schedules: Readonly<Record<ScheduleName, HubFunction>>;
  private readonly surroundings: Surroundings;
  private readonly holdings: Holdings;

  constructor(scope: Construct, id: string, { surroundings, holdings, ...props }: RoadStackProps) {
    super(scope, id, props);
    this.surroundings = surroundings;
    this.holdings = holdings;
    new NoticeMail(this, 'Notices', { surroundings, queue: holdings.queues['record-notice-event'] });
    this.workers = this.makeWorkers();
    this.schedules = this.makeSchedules();
  }

  private makeWorkers(): RoadStack['workers'] {
    const common = variablesFor(this.holdings, this.surroundings.settings);
    const atOnce = this.surroundings.settings.mailersAtOnce;
    const nudging = (step: StepName) => ({ ...common, QUEUES: queueUrls(this, this.holdings, STEPS[step].nudges) });
    return {
      'prepare-upload': this.worker('prepare-upload', { config: prepareUploadConfig, environment: common }),
      'expire-attachment': this.worker('expire-attachment', { config: expireAttachmentConfig, environment: common }),
      'end-retention': this.worker('end-retention', { config: endRetentionConfig, environment: common }),
      'route-message': this.worker('route-message', {
        config: routeMessageConfig,
        environment: nudging('route-message'),
      }),
      'deliver-electronically': this.worker('deliver-electronically', {
        config: deliverElectronicallyConfig,
        environment: nudging('deliver-electronically'),
        atOnce,
      }),
      'record-notice-event': this.worker('record-notice-event', {
        config: recordNoticeEventConfig,
        environment: nudging('record-notice-event'),
      }),
      'remind-recipient': this.worker('remind-recipient', {
        config: remindRecipientConfig,
        environment: nudging('remind-recipient'),
        atOnce,
      }),
      'settle-service': this.worker('settle-service', {
        config: settleServiceConfig,
        environment: nudging('settle-service'),
      }),
      'follow-withdrawal': this.worker('follow-withdrawal', {
        config: followWithdrawalConfig,
        environment: nudging('follow-withdrawal'),
      }),
      'order-print': this.worker('order-print', {
        config: orderPrintConfig,
        environment: { ...nudging('order-print'), FONTS: FONTS_IN_LAMBDA },
        atOnce: PRESSES_AT_ONCE,
        memory: 2048,
        bundleFiles: copyFonts,
      }),
      'release-hold': this.worker('release-hold', { config: releaseHoldConfig, environment: nudging('release-hold') }),
      'publish-events': this.worker('publish-events', { config: publishEventsConfig, environment: common }),
      'tend-own-data': this.worker('tend-own-data', {
        config: tendOwnDataConfig,
        environment: common,
      }),
      'tell-consent': this.worker('tell-consent', { config: tellConsentConfig, environment: common, atOnce }),
    };
  }

  private worker<Config extends EnvironmentSchema>(step: StepName, parts: WorkerParts<Config>): HubFunction {
    const { surroundings, holdings } = this;
    const duty = { name: `worker/${step}`, nudges: STEPS[step].nudges, worksOff: step } as const;
    const permissions = statementsFor(duty, holdings, surroundings.settings);
    const queue = holdings.queues[step];
    return new QueueWorker(this, constructId(step), { ...parts, step, queue, permissions, surroundings }).worker;
  }

  private makeSchedules(): RoadStack['schedules'] {
    const common = variablesFor(this.holdings, this.surroundings.settings);
    return {
      sweep: this.schedule('sweep', {
        config: sweepConfig,
        environment: { ...common, QUEUES: queueUrls(this, this.holdings, SCHEDULES.sweep.nudges) },
        silence: Duration.minutes(5),
      }),
      'check-index': this.schedule('check-index', {
        config: checkIndexConfig,
        environment: common,
        silence: Duration.days(1),
      }),
      'seal-evidence': this.schedule('seal-evidence', {
        config: sealEvidenceConfig,
        environment: common,
        silence: Duration.days(1),
      }),
      'count-traffic': this.schedule('count-traffic', {
        config: countTrafficConfig,
        environment: common,
        silence: Duration.hours(6),
      }),
      'run-reports': this.schedule('run-reports', {
        config: runReportsConfig,
        environment: common,
        memory: WHOLE_CORE,
        silence: Duration.days(1),
      }),
      'cut-batches': this.schedule('cut-batches', {
        config: cutBatchesConfig,
        environment: { ...common, QUEUES: queueUrls(this, this.holdings, SCHEDULES['cut-batches'].nudges) },
        silence: Duration.hours(1),
      }),
      'follow-relay': this.schedule('follow-relay', {
        config: followRelayConfig,
        environment: { ...common, QUEUES: queueUrls(this, this.holdings, SCHEDULES['follow-relay'].nudges) },
        silence: Duration.hours(6),
      }),
      'move-hashes': this.schedule('move-hashes', {
        config: moveHashesConfig,
        environment: common,
        silence: Duration.hours(6),
      }),
      'refresh-roadmap': this.schedule('refresh-roadmap', {
        config: refreshRoadmapConfig,
        environment: common,
        memory: WHOLE_CORE,
        silence: Duration.hours(1),
      }),
    };
  }

  private schedule<Config extends EnvironmentSchema>(name: ScheduleName, parts: ScheduleParts<Config>): HubFunction {
    const { surroundings, holdings } = this;
    const duty = { name: `schedule/${name}`, nudges: SCHEDULES[name].nudges } as const;
    const permissions = statementsFor(duty, holdings, surroundings.settings);
    return new ScheduleDoor(this, constructId(name), { ...parts, name, permissions, surroundings }).door;
  }
}
