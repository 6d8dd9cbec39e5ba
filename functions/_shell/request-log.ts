import type middy from '@middy/core';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { faultOf, log } from '#functions/_shell/log';
import { systemClock } from '#shared/adapters/system/clock';
import { elapsed, type Instant } from '#shared/kernel/time';

/**
 * The outermost shell of a door: one line for each request, with its route and never its content; and for a fault the
 * answer the front has for it.
 */
export function requestLog<Response extends { readonly statusCode?: number }>(
  door: string,
  onFault: (event: APIGatewayProxyEvent) => Response,
): middy.MiddlewareObj<APIGatewayProxyEvent, Response> {
  const started = new WeakMap<APIGatewayProxyEvent, Instant>();
  const line = ({ httpMethod, resource, requestContext }: APIGatewayProxyEvent) => ({
    event: 'request',
    door,
    operation: `${httpMethod} ${resource}`,
    traceId: requestContext.requestId,
  });
  const took = (event: APIGatewayProxyEvent) => {
    const now = systemClock();
    return elapsed(started.get(event) ?? now, now);
  };

  return {
    before: ({ event }) => {
      started.set(event, systemClock());
    },
    after: ({ event, response }) => {
      log({ level: 'info', ...line(event), status: response?.statusCode, ms: took(event) });
    },
    onError: (request) => {
      log({
        level: 'error',
        ...line(request.event),
        status: 502,
        ms: took(request.event),
        fault: faultOf(request.error),
      });
      request.response = onFault(request.event);
    },
  };
}
