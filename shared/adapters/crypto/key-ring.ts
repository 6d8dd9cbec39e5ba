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

/** A ring over a store and a wrapper; keys stay in memory for the life of the process. */
export function makeKeyRing({ store, wrapper }: { readonly store: KeyStore; readonly wrapper: KeyWrapper }): KeyRing {
  const known = new Map<string, Promise<Uint8Array>>();

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
    const wrapped =
      (await store.read(name)) ?? (await store.putIfAbsent(name, await wrapper.wrap(name, randomBytes(32))));
    return wrapper.unwrap(name, wrapped);
  }
}
