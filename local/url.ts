import type { IncomingMessage } from 'node:http';

/** Where a request goes. Two slashes at the beginning are a path that nobody has, not the name of a host. */
export function urlOf({ url = '/' }: Pick<IncomingMessage, 'url'>): URL {
  return url.startsWith('/') ? new URL(`http://hub${url}`) : new URL(url, 'http://hub');
}
