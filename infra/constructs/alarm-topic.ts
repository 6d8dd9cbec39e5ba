import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import { Aws } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { hubKey } from '#infra/constructs/hub-key';
import type { StageSettings } from '#infra/stages';

/** Where alarms are told: an encrypted topic, and the operator's e-mail address where one is given. */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, settings: StageSettings) {
    super(scope, id);
    const key = hubKey(this, 'Key', { settings, protects: 'alarms' });
    const alarms = new ServicePrincipal('cloudwatch.amazonaws.com');
    // In the policy of a key the resource * is that key. Whose alarms may use it is said by the topic.
    key.addToResourcePolicy(
      new PolicyStatement({ principals: [alarms], actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: ['*'] }),
    );
    this.topic = new Topic(this, 'Topic', { masterKey: key, displayName: `Viestiväylä ${settings.stage}` });
    const about = { actions: ['sns:Publish'], resources: [this.topic.topicArn] };
    const ours = { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } };
    this.topic.addToResourcePolicy(new PolicyStatement({ ...about, principals: [alarms], conditions: ours }));
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        ...about,
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        conditions: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
    if (settings.alarmEmail !== undefined) {
      new Subscription(this, 'Operator', {
        topic: this.topic,
        protocol: SubscriptionProtocol.EMAIL,
        endpoint: settings.alarmEmail,
      });
    }
  }
}
