import { credentialCalls } from '#functions/_shell/calls/credentials';
import { systemCredentials } from '#functions/_shell/credentials';
import { httpDoor } from '#functions/_shell/http-door';
import { credentialsConfig } from '#shared/contracts/config/credentials';

const config = credentialsConfig.parse(process.env);

export const handler = httpDoor('credentials', credentialCalls(systemCredentials(config)));
