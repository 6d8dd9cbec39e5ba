import type { HubPorts } from '#test/builders/world-hub';

/** The process is gone: nothing it was about to do happens. */
export class ProcessDied extends Error {
  override readonly name = 'ProcessDied';
}

/** `before`: the call never reaches what it was made to; `after`: it takes effect, and nobody hears so. */
export type Death = 'before' | 'after';

interface Fate {
  /** The call at which the process dies, counted from 1. */
  readonly at: number;
  readonly death: Death;
}

/** Outside things whose calls count; clock, chance and keys are the process's own. */
const OUTSIDE: ReadonlySet<string | symbol> = new Set<keyof HubPorts | 'bucket'>([
  'bucket',
  'messages',
  'deliveries',
  'attachments',
  'inbound',
  'contents',
  'holds',
  'aliases',
  'gates',
  'entries',
  'accessLog',
  'mandates',
  'dataRequests',
  'erasures',
  'trash',
  'correspondence',
  'feed',
  'days',
  'signer',
  'shelf',
  'printHouse',
  'batches',
  'postalGates',
  'handOver',
  'tenants',
  'traffic',
  'people',
  'businesses',
  'powers',
  'index',
  'documents',
  'mailer',
  'nudger',
]);

/** The same ports, through which the process dies at one of its calls. */
export function mortal<Ports extends HubPorts>(ports: Ports, { at, death }: Fate): Ports {
  let calls = 0;
  const isDead = () => calls >= at;

  return watched(ports, async (call) => {
    if (isDead()) throw new ProcessDied();
    calls += 1;
    const dying = isDead();
    if (dying && death === 'before') throw new ProcessDied();
    const answer = await call();
    if (dying) throw new ProcessDied();
    return answer;
  });
}

/** The same ports, with something around every call to what is outside. */
export function watched<Ports extends HubPorts>(
  ports: Ports,
  through: (call: () => unknown) => Promise<unknown>,
): Ports {
  function around<T extends object>(port: T): T {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function' || name === 'due') return member;
        return (...given: unknown[]) => through(() => Reflect.apply(member, target, given));
      },
    });
  }

  return new Proxy(ports, {
    get: (target, name) => {
      const port: unknown = Reflect.get(target, name);
      return OUTSIDE.has(name) && typeof port === 'object' && port !== null ? around(port) : port;
    },
  });
}
