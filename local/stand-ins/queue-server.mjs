import { buildApp } from 'fauxqs';

/** Serves SQS's calls from memory on one address, and counts for each queue how often something was put on it. */
export async function openQueueServer(host) {
  const app = buildApp({ logger: false, host });
  const arrivals = new Map();
  app.addHook('preHandler', (request, _, done) => {
    if (String(request.headers['x-amz-target']).includes('SendMessage')) {
      const queue = request.body.QueueUrl.split('/').at(-1);
      arrivals.set(queue, (arrivals.get(queue) ?? 0) + 1);
    }
    done();
  });
  const endpoint = await app.listen({ host, port: 0 });
  return { endpoint, arrivals: (queue) => arrivals.get(queue) ?? 0, stop: () => app.close() };
}
