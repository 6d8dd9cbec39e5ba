import type { Bound } from '#functions/_shell/http-door';
import type { PageDoor, Visiting } from '#functions/_shell/visits/page-door';
import type { Shown } from '#functions/_shell/visits/shown';
import { sendEmailCode, sendNewCode } from '#shared/contracts/pages/email-code';
import type { ConsentPorts } from '#shared/flow/consent/change-consent';
import { makeVerifyEmail } from '#shared/flow/consent/verify-email';
import type { Filled } from '#web/forms';

const WRONG: Filled = { values: {}, wrong: ['code'] };

/** Showing that mail reaches the address for notices: consent is in force without it (REQ-036). */
export function emailCodeCalls(
  ports: ConsentPorts,
  door: PageDoor,
  showConsent: (visiting: Visiting, filled: Filled) => Promise<Shown>,
): Bound[] {
  const { askForCode, verifyEmail } = makeVerifyEmail(ports);
  return [
    door.visited(sendEmailCode, async (visiting) => {
      const told = visiting.form('code').replaceAll(/\s/g, '');
      const verified = await verifyEmail(visiting.acting, told);
      return verified.ok ? { to: '/consent', change: { notice: 'emailVerified' } } : showConsent(visiting, WRONG);
    }),
    door.visited(sendNewCode, async ({ acting }) => {
      const asked = await askForCode(acting);
      return { to: '/consent', change: { notice: asked.ok ? 'codeSent' : 'codesSpent' } };
    }),
  ];
}
