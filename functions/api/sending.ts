import { sendingCalls } from '#functions/_shell/calls/sending';
import { httpDoor } from '#functions/_shell/http-door';
import { intakeStores } from '#functions/_shell/intake-stores';
import { nudger } from '#functions/_shell/nudger';
import { onFirstCall } from '#functions/_shell/on-first-call';
import { sealer } from '#functions/_shell/sealer';
import { settings } from '#functions/_shell/settings';
import { systemCaller } from '#functions/_shell/system-caller';
import { systemClock } from '#shared/adapters/system/clock';
import { systemIds } from '#shared/adapters/system/ids';
import { sendingConfig } from '#shared/contracts/config/sending';

const config = sendingConfig.parse(process.env);

const ports = {
  ...intakeStores(config),
  sealer: sealer(config),
  settings: settings(config),
  ids: systemIds,
  nudger: nudger(config),
  clock: systemClock,
};

/** Asked only of who can not be reached. */
const resolveRecipients = onFirstCall(async () => {
  const { resolvingWith } = await import('#functions/_shell/resolving');
  return resolvingWith(config, ports);
});

/** Asked only of a file that its worker has not looked at yet. */
const prepareUpload = onFirstCall(async () => {
  const { preparingWith } = await import('#functions/_shell/preparing');
  return preparingWith(config, ports);
});

export const handler = httpDoor(
  'sending',
  sendingCalls({ ...ports, resolveRecipients, prepareUpload }, systemCaller(config)),
);
