import { agentsIn } from '#functions/_shell/agents';
import { dynamo } from '#functions/_shell/clients';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import {
  type ResolvePorts,
  type ResolveRecipients,
  makeResolveRecipients,
} from '#shared/flow/delivery/resolve-recipients';

interface ResolvingConfig {
  readonly REGISTERS_TABLE: string;
  readonly MANDATES_TABLE: string;
}

type ResolvingPorts = Pick<ResolvePorts, 'settings' | 'clock' | 'aliases' | 'matters' | 'sealer'>;

/** To whom a message goes, as registers and mandates say. */
export function resolvingWith(config: ResolvingConfig, ports: ResolvingPorts): ResolveRecipients {
  const registers = makeOwnRegisters({
    client: dynamo(),
    tableName: config.REGISTERS_TABLE,
    sealer: ports.sealer,
  });
  const asked = { ...ports, ...registers };
  return makeResolveRecipients({ ...asked, powers: agentsIn(config, asked) });
}
