import * as z from 'zod/mini';
import { decidingPorts } from '#functions/_shell/deciding-ports';
import { queueWorker } from '#functions/_shell/queue-worker';
import { routeMessageConfig } from '#shared/contracts/config/route-message';
import { messageId } from '#shared/domain/message/ids';
import { makeRouteMessage } from '#shared/flow/delivery/route-message';

const config = routeMessageConfig.parse(process.env);

const routeMessage = makeRouteMessage(decidingPorts(config));

export const handler = queueWorker({
  step: 'route-message',
  body: z.strictObject({ id: z.string() }),
  work: async ({ id }) => routeMessage(messageId.parse(Number(id))),
  retryOn: [],
});
