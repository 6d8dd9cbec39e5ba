import type { Authenticate } from '#functions/_shell/http-door';
import { type KeyConfig, keyCaller } from '#functions/_shell/key-caller';
import { ok, refuse } from '#shared/kernel/result';

export interface PrintProvider {
  readonly name: string;
}

/** Print providers, by the key in `x-api-key`. */
export function providerCaller(config: KeyConfig): Authenticate<PrintProvider> {
  const holderOf = keyCaller(config);
  return async (request) => {
    const holder = await holderOf(request);
    return holder?.type === 'print-provider' ? ok({ name: holder.name }) : refuse({ kind: 'unauthorized' });
  };
}
