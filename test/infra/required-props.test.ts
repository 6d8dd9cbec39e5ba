import { describe, expect, it } from 'vitest';
import type { EnvironmentOf, HubFunctionProps } from '#infra/constructs/hub-function';
import type { ImpactAlarmProps } from '#infra/constructs/impact-alarm';
import { checkIndexConfig } from '#shared/contracts/config/check-index';

/** Each `@ts-expect-error` fails the type check when the line below it compiles. */
describe('what a function is made from', () => {
  type Environment = EnvironmentOf<typeof checkIndexConfig>;

  it('compiles with every variable its config names', () => {
    const whole: Environment = { MESSAGES_TABLE: 'messages', WAKE_SHARDS: '128' };
    expect(Object.keys(whole)).toEqual(Object.keys(checkIndexConfig.shape));
  });

  it('does not compile with a variable left out', () => {
    // @ts-expect-error WAKE_SHARDS is missing
    const less: Environment = { MESSAGES_TABLE: 'messages' };
    expect(less).toBeDefined();
  });

  it('does not compile with a variable misspelt', () => {
    // @ts-expect-error WAKE_SHARD is none of its variables
    const misspelt: Environment = { MESSAGES_TABLE: 'messages', WAKE_SHARD: '128' };
    expect(misspelt).toBeDefined();
  });

  it('does not compile without its impact', () => {
    type Props = Pick<HubFunctionProps<typeof checkIndexConfig>, 'name' | 'impact'>;
    // @ts-expect-error impact is missing
    const silent: Props = { name: 'schedule/check-index' };
    // @ts-expect-error impact is missing
    const mute: Pick<ImpactAlarmProps, 'threshold' | 'impact'> = { threshold: 1 };
    expect([silent, mute]).toHaveLength(2);
  });

  it('does not compile under a name that no door, worker or schedule has', () => {
    // @ts-expect-error there is no such door
    const name: HubFunctionProps<typeof checkIndexConfig>['name'] = 'api/back-door';
    expect(name).toBeDefined();
  });
});
