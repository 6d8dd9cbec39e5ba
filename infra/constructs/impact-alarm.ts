import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import type { Surroundings } from '#infra/surroundings';

export interface ImpactAlarmProps {
  readonly surroundings: Pick<Surroundings, 'alarmTopic'>;
  readonly metric: IMetric;
  /** Value from which on it rings, in the unit of the metric. */
  readonly threshold: number;
  /** What a citizen or an authority notices. Printed on the alarm: whoever is woken reads it first. */
  readonly impact: string;
  /** @default at or above the threshold */
  readonly rings?: 'at-or-above' | 'below';
  /** Periods of the metric that must be over the threshold, of as many. @default 1 */
  readonly periods?: number;
  /** What it means that nothing was measured. @default nothing is wrong */
  readonly silence?: 'fine' | 'alarming';
}

/** An alarm that says who is hurt. */
export class ImpactAlarm extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, props: ImpactAlarmProps) {
    super(scope, id);
    this.alarm = new Alarm(this, 'Alarm', {
      alarmDescription: `Impact: ${props.impact}`,
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator:
        props.rings === 'below'
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: props.silence === 'alarming' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const tell = new SnsAction(props.surroundings.alarmTopic);
    this.alarm.addAlarmAction(tell);
    this.alarm.addOkAction(tell);
  }
}
