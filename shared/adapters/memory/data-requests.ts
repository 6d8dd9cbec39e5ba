import type { DataRequest } from '#shared/domain/own-data/data-request';
import { type DataRequests, type RequestLine, type RequestPage, placeOf } from '#shared/ports/data-requests';

const lineOf = ({ recipientId, requestId, receivedAt, tenantId }: DataRequest): RequestLine => ({
  recipientId,
  requestId,
  receivedAt,
  tenantId,
});

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryDataRequests(): DataRequests {
  const requests = new Map<string, DataRequest>();
  const newestFirst = (belongs: (each: DataRequest) => boolean, { after, limit }: RequestPage) =>
    [...requests.values()]
      .filter((each) => belongs(each) && (after === undefined || placeOf(each) < after))
      .sort((a, b) => (placeOf(a) > placeOf(b) ? -1 : 1))
      .slice(0, limit)
      .map((each) => structuredClone(each));
  return {
    enter: async (request) => {
      if (!requests.has(request.requestId)) requests.set(request.requestId, structuredClone(request));
    },
    read: async (id) => structuredClone(requests.get(id)),
    change: async (request) => {
      const held = requests.get(request.requestId)?.version === request.version - 1;
      if (held) requests.set(request.requestId, structuredClone(request));
      return held;
    },
    ofRecipient: async (id, page) => newestFirst(({ recipientId }) => recipientId === id, page),
    before: async (id, moment, { after, limit }) =>
      [...requests.values()]
        .filter(({ recipientId, receivedAt }) => recipientId === id && receivedAt < moment)
        .filter((each) => after === undefined || placeOf(each) > after)
        .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
        .slice(0, limit)
        .map((request) => structuredClone({ ...lineOf(request), request })),
    remove: async ({ requestId }) => {
      requests.delete(requestId);
    },
    ofTenant: async (id, page) => newestFirst(({ tenantId }) => tenantId === id, page),
    openOf: async (id, { after, limit }) =>
      [...requests.values()]
        .filter(({ tenantId, answer }) => tenantId === id && !answer)
        .filter((each) => after === undefined || placeOf(each) > after)
        .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
        .slice(0, limit)
        .map((each) => structuredClone(each)),
  };
}
