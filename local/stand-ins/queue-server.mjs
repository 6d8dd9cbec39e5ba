import { buildApp } from 'fauxqs';

/** Serves SQS's calls from memory on one address. */
export async function openQueueServer(host) {
  const app = buildApp({ logger: false, host });
  const endpoint = await app.listen({ host, port: 0 });
  return { endpoint, stop: () => app.close() };
}
