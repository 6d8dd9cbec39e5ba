import { type Counter, atDesk } from '#functions/_shell/calls/point/at-desk';
import { consentBody } from '#functions/_shell/consent-body';
import type { Answer, HttpRequest } from '#functions/_shell/http';
import type { Bound } from '#functions/_shell/http-door';
import { versionIn } from '#functions/_shell/if-match';
import { problemAnswer } from '#functions/_shell/refusals';
import { setVisitorsConsent, showVisitorsConsent } from '#shared/contracts/point/consent';
import { type ConsentPorts, type ConsentView, makeChangeConsent } from '#shared/flow/consent/change-consent';
import type { Desk } from '#shared/flow/service-point/desk';

/** The visitor's consent: shown, given, changed and withdrawn. */
export function deskConsentCalls(ports: ConsentPorts, counter: Counter): Bound[] {
  const { consentOf, setConsent } = makeChangeConsent(ports);
  return [
    atDesk(showVisitorsConsent, counter, async (_, desk) =>
      consentAnswer(desk, await consentOf(desk.visitor.recipientId)),
    ),
    atDesk(setVisitorsConsent, { ...counter, refusedFirst }, async ({ body, request }, desk) => {
      const seenVersion = versionIn(request.headers['if-match']) ?? -1;
      const changed = await setConsent(desk.visitor, { ...body, seenVersion });
      return changed.ok ? consentAnswer(desk, changed.value) : problemAnswer(request, 'consent-stale');
    }),
  ];

  async function refusedFirst(request: HttpRequest, { visitor }: Desk): Promise<Answer | undefined> {
    const seen = versionIn(request.headers['if-match']);
    if (seen === undefined) return problemAnswer(request, 'precondition-required');
    const { version } = await consentOf(visitor.recipientId);
    return version === seen ? undefined : problemAnswer(request, 'consent-stale');
  }
}

function consentAnswer({ isProtected }: Desk, view: ConsentView): Answer {
  const shown = isProtected ? { ...view, email: undefined } : view;
  return { status: 200, headers: { etag: `"${view.version}"` }, json: consentBody(shown) };
}
