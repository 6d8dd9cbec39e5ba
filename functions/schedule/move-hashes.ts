import { dynamo } from '#functions/_shell/clients';
import { metric } from '#functions/_shell/log';
import { keyRotations, sealer } from '#functions/_shell/sealer';
import { makeDynamoAliases } from '#shared/adapters/dynamodb/mailboxes';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { systemClock } from '#shared/adapters/system/clock';
import { moveHashesConfig } from '#shared/contracts/config/move-hashes';
import { makeAliasRows } from '#shared/flow/delivery/recipient-ids';
import { makeMoveHashes } from '#shared/flow/rotation/rotate-key';

/** Most rows a run moves: a few minutes' work. */
const MOST = 50_000;

const config = moveHashesConfig.parse(process.env);
const seals = sealer(config);
const aliases = makeDynamoAliases({ client: dynamo(), tableName: config.RECIPIENTS_TABLE });

const moveHashes = makeMoveHashes({
  rotations: keyRotations(config),
  rows: [
    makeAliasRows({ aliases, sealer: seals }),
    makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: seals }).rows,
  ],
  clock: systemClock,
  most: MOST,
});

export const handler = async (): Promise<void> => {
  metric('HashesMoved', await moveHashes(), 'Count');
};
