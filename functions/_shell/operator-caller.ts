import type { Authenticate } from '#functions/_shell/http-door';
import { type KeyConfig, keyCaller } from '#functions/_shell/key-caller';
import { ok, refuse } from '#shared/kernel/result';

export interface Operator {
  readonly name: string;
}

/** Who runs the hub, by the key in `x-api-key`. */
export function operatorCaller(config: KeyConfig): Authenticate<Operator> {
  const holderOf = keyCaller(config);
  return async (request) => {
    const holder = await holderOf(request);
    return holder?.type === 'operator' ? ok({ name: holder.name }) : refuse({ kind: 'unauthorized' });
  };
}
