import { actingCalls } from '#functions/_shell/calls/pages/acting';
import { consentCalls, makeShowOffer } from '#functions/_shell/calls/pages/consent';
import { matterCalls } from '#functions/_shell/calls/pages/matters';
import { readingCalls } from '#functions/_shell/calls/pages/reading';
import { signingInCalls } from '#functions/_shell/calls/pages/signing-in';
import { writingCalls } from '#functions/_shell/calls/pages/writing';
import { dynamo } from '#functions/_shell/clients';
import { documentStore } from '#functions/_shell/documents';
import { fileDoor } from '#functions/_shell/http-door';
import { nudger } from '#functions/_shell/nudger';
import { sealer } from '#functions/_shell/sealer';
import { signInProvider } from '#functions/_shell/sign-in';
import { messageStores, recipientStores, tenantStore } from '#functions/_shell/stores';
import { actingInVisit } from '#functions/_shell/visits/acting-in-visit';
import { placeOf } from '#functions/_shell/visits/page-answer';
import { makePageDoor } from '#functions/_shell/visits/page-door';
import { makeOwnRegisters } from '#shared/adapters/dynamodb/registers';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { systemSecrets } from '#shared/adapters/system/secrets';
import { pagesConfig } from '#shared/contracts/config/pages';
import { makeKeepVisit } from '#shared/flow/keep-visit';

const config = pagesConfig.parse(process.env);
const common = { sealer: sealer(config), clock: systemClock };
const registers = makeOwnRegisters({ client: dynamo(), tableName: config.REGISTERS_TABLE, sealer: common.sealer });

const ports = {
  ...messageStores(config),
  ...recipientStores(config),
  ...common,
  tenants: tenantStore(config),
  people: registers.people,
  documents: documentStore(config),
  ids: systemIds,
  nudger: nudger(config),
  // Forms of the pages carry no files: what has been uploaded elsewhere is prepared there.
  prepareUpload: async () => undefined,
};

const visits = makeKeepVisit({ ...common, secrets: systemSecrets });
const actingIn = actingInVisit({ ...ports, businesses: registers.businesses });
const door = makePageDoor({ visits, place: placeOf(config), actingIn });

export const handler = fileDoor('pages', [
  ...readingCalls(ports, door, makeShowOffer(ports)),
  ...writingCalls(ports, door),
  ...consentCalls(ports, door),
  ...matterCalls(ports, door),
  ...actingCalls({ actingIn }, door),
  ...signingInCalls({ visits, provider: signInProvider(config) }, door),
]);
