import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import type { Operator } from '#functions/_shell/operator-caller';
import { problemAnswer } from '#functions/_shell/refusals';
import { openKeyRotation, showKeyRotation } from '#shared/contracts/hub/key-rotations';
import { type RotateKeyPorts, makeRotateKey } from '#shared/flow/rotation/rotate-key';

/** The operator changes the key of the hashes of codes, and follows the change. */
export function keyRotationCalls(ports: RotateKeyPorts, caller: Authenticate<Operator>): Bound[] {
  const { rotate, showRotation } = makeRotateKey(ports);
  return [
    bind(openKeyRotation, caller, async ({ body, request }) => {
      const opened = await rotate(body.version);
      if (!opened.ok) return problemAnswer(request, 'conflict');
      return { status: opened.value.isNew ? 201 : 200, json: opened.value.view };
    }),
    bind(showKeyRotation, caller, async () => ({ status: 200, json: await showRotation() })),
  ];
}
