import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { AlarmTopic } from '#infra/constructs/alarm-topic';
import { DocumentsBucket } from '#infra/constructs/documents-bucket';
import { EvidenceVault } from '#infra/constructs/evidence-vault';
import { hubKey } from '#infra/constructs/hub-key';
import { HubTable } from '#infra/constructs/hub-table';
import { logKey } from '#infra/constructs/log-key';
import { noticeRuleArns } from '#infra/constructs/notice-mail';
import { StepQueue } from '#infra/constructs/step-queue';
import { SystemPool } from '#infra/constructs/system-pool';
import { type Holdings, variablesFor } from '#infra/holdings';
import type { StageSettings } from '#infra/stages';
import { type Surroundings, constructId } from '#infra/surroundings';
import { TENANT_TOOL_VARIABLES, outputNameOf } from '#shared/contracts/config/outputs';
import type { StepName } from '#shared/contracts/pipeline';
import type { TableName } from '#shared/contracts/tables';

export interface HubStackProps extends StackProps {
  readonly settings: StageSettings;
}

/** Everything that holds something: tables, documents, queues, credentials, keys. The other stacks can be made anew. */
export class DataStack extends Stack {
  readonly surroundings: Surroundings;
  readonly holdings: Holdings;

  constructor(scope: Construct, id: string, { settings, ...props }: HubStackProps) {
    super(scope, id, props);
    this.surroundings = {
      settings,
      alarmTopic: new AlarmTopic(this, 'Alarms', settings).topic,
      logKey: logKey(this, 'LogKey', settings),
    };
    const queues = this.queues();
    this.holdings = {
      tables: this.tables(),
      queues,
      documents: new DocumentsBucket(this, 'Documents', { settings, uploads: queues['prepare-upload'] }),
      contentKey: hubKey(this, 'ContentKey', { settings, protects: 'contents' }),
      systems: new SystemPool(this, 'Systems', settings),
      evidence: new EvidenceVault(this, 'Evidence', settings),
    };
    this.tellOperators();
    queues['record-notice-event'].admit({ service: 'events.amazonaws.com', sources: noticeRuleArns(settings) });
  }

  /** What the tool that admits authorities reads to reach this hub (local/tenant/environment.ts). */
  private tellOperators(): void {
    const variables: Readonly<Record<string, string>> = variablesFor(this.holdings, this.surroundings.settings);
    const outputs = new Construct(this, 'Outputs');
    for (const variable of TENANT_TOOL_VARIABLES) {
      const name = outputNameOf(variable);
      new CfnOutput(outputs, name, { value: variables[variable] ?? '' }).overrideLogicalId(name);
    }
  }

  private tables(): Holdings['tables'] {
    const table = (name: TableName) =>
      new HubTable(this, `${constructId(name)}Table`, { name, surroundings: this.surroundings });
    return {
      messages: table('messages'),
      recipients: table('recipients'),
      mandates: table('mandates'),
      feed: table('feed'),
      letters: table('letters'),
      tenants: table('tenants'),
      'own-data': table('own-data'),
      registers: table('registers'),
      programme: table('programme'),
      traffic: table('traffic'),
      keys: table('keys'),
    };
  }

  private queues(): Holdings['queues'] {
    const queue = (step: StepName) => new StepQueue(this, constructId(step), { step, surroundings: this.surroundings });
    return {
      'prepare-upload': queue('prepare-upload'),
      'expire-attachment': queue('expire-attachment'),
      'end-retention': queue('end-retention'),
      'route-message': queue('route-message'),
      'deliver-electronically': queue('deliver-electronically'),
      'record-notice-event': queue('record-notice-event'),
      'remind-recipient': queue('remind-recipient'),
      'settle-service': queue('settle-service'),
      'follow-withdrawal': queue('follow-withdrawal'),
      'order-print': queue('order-print'),
      'release-hold': queue('release-hold'),
      'publish-events': queue('publish-events'),
      'tell-consent': queue('tell-consent'),
      'tend-own-data': queue('tend-own-data'),
    };
  }
}
