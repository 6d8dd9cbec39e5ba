import { randomBytes } from 'node:crypto';

/** Keeps wrapped keys by name. The first one put under a name stays. */
export interface KeyStore {
  read(name: string): Promise<Uint8Array | undefined>;
  /** @returns the wrapped key that stands under the name now */
  putIfAbsent(name: string, wrapped: Uint8Array): Promise<Uint8Array>;
}

/** Protects keys at rest: KMS where deployed, a master key in a local file elsewhere. `name` is bound into the wrap. */
export interface KeyWrapper {
  wrap(name: string, key: Uint8Array): Promise<Uint8Array>;
  unwrap(name: string, wrapped: Uint8Array): Promise<Uint8Array>;
}

/** Gives the key of a name, 32 bytes; made when it is first asked for. */
export type KeyRing = (name: string) => Promise<Uint8Array>;

export interface KeyRingParts {
  readonly store: KeyStore;
  readonly wrapper: KeyWrapper;
  /** Names read along with the first key that is asked for: a store that batches reads makes one call of them. */
  readonly standing?: readonly string[];
}

/** A ring over a store and a wrapper; keys stay in memory for the life of the process. */
export function makeKeyRing({ store, wrapper, standing = [] }: KeyRingParts): KeyRing {
  const known = new Map<string, Promise<Uint8Array>>();
  let ahead: ReadonlyMap<string, Promise<Uint8Array | undefined>> | undefined;

  return async function keyOf(name) {
    const key = known.get(name) ?? fetch(name);
    known.set(name, key);
    try {
      return await key;
    } catch (fault) {
      known.delete(name);
      throw fault;
    }
  };

  async function fetch(name: string): Promise<Uint8Array> {
    const wrapped = (await read(name)) ?? (await store.putIfAbsent(name, await wrapper.wrap(name, randomBytes(32))));
    return wrapper.unwrap(name, wrapped);
  }

  /** What was read ahead in vain is read again: it may have been made since, or the store was away. */
  async function read(name: string): Promise<Uint8Array | undefined> {
    ahead ??= readAhead(name);
    return (await ahead.get(name)) ?? store.read(name);
  }

  function readAhead(first: string) {
    const names = standing.filter((name) => name !== first);
    return new Map(names.map((name) => [name, store.read(name).catch(() => undefined)] as const));
  }
}
