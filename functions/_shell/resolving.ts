import { agentsIn } from '#functions/_shell/agents';
import { dynamo } from '#functions/_shell/clients';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { type ResolvePorts, type ResolveRecipients, makeResolveRecipients } from '#shared/flow/resolve-recipients';
import type { RecipientAliases } from '#shared/ports/mailboxes';
import type { Sealer } from '#shared/ports/sealer';

interface ResolvingConfig {
  readonly REGISTERS_TABLE: string;
  readonly MANDATES_TABLE: string;
}

interface ResolvingPorts extends Pick<ResolvePorts, 'settings' | 'clock'> {
  readonly aliases: RecipientAliases;
  readonly sealer: Sealer;
}

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
