import { consentImportCalls } from '#functions/_shell/calls/consent-imports';
import { keyRotationCalls } from '#functions/_shell/calls/key-rotations';
import { postalGateCalls } from '#functions/_shell/calls/postal-gate';
import { ownLimitCalls, postalLimitCalls } from '#functions/_shell/calls/postal-limits';
import { postiCredentialsCalls } from '#functions/_shell/calls/posti-credentials';
import { exceptionCalls, outageCalls } from '#functions/_shell/calls/ruling';
import { dynamo } from '#functions/_shell/clients';
import { httpDoor } from '#functions/_shell/http-door';
import { nudger } from '#functions/_shell/nudger';
import { operatorCaller } from '#functions/_shell/operator-caller';
import { keyRotations, sealer } from '#functions/_shell/sealer';
import { recipientStores } from '#functions/_shell/stores';
import { systemCaller } from '#functions/_shell/system-caller';
import { makeDynamoLetterShelf } from '#shared/adapters/dynamodb/letter-shelf';
import { makeDynamoPostiAccounts } from '#shared/adapters/dynamodb/posti-accounts';
import { makeDynamoPostalGates } from '#shared/adapters/dynamodb/postal-gates';
import { makeDynamoTenants } from '#shared/adapters/dynamodb/tenants';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { rulingConfig } from '#shared/contracts/config/ruling';
import { fieldProblems } from '#shared/contracts/field-problems';

const config = rulingConfig.parse(process.env);

const letters = { client: dynamo(), tableName: config.LETTERS_TABLE };

const ports = {
  ...recipientStores(config),
  postalGates: makeDynamoPostalGates(letters),
  shelf: makeDynamoLetterShelf(letters),
  accounts: makeDynamoPostiAccounts(letters),
  tenants: makeDynamoTenants({ client: dynamo(), tableName: config.TENANTS_TABLE, clock: systemClock }),
  sealer: sealer(config),
  rotations: keyRotations(config),
  ids: systemIds,
  nudger: nudger(config),
  clock: systemClock,
  explain: fieldProblems,
};
const operator = operatorCaller(config);
const system = systemCaller(config);

export const handler = httpDoor('ruling', [
  ...exceptionCalls(ports, system),
  ...postiCredentialsCalls(ports, system),
  ...outageCalls(ports, operator),
  ...postalGateCalls(ports, operator),
  ...postalLimitCalls(ports, operator),
  ...ownLimitCalls(ports, system),
  ...keyRotationCalls(ports, operator),
  ...consentImportCalls(ports, operator),
]);
