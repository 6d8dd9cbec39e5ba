import { type Bound, anybody, bind, httpDoor } from '#functions/_shell/http-door';
import { describeApi } from '#shared/contracts/meta';
import document from '../../shared/contracts/openapi.json' with { type: 'json' };

const calls: Bound[] = [bind(describeApi, anybody, async () => ({ status: 200, json: document }))];

export const handler = httpDoor('description', calls);
