import { consentBody, recordBody } from '#functions/_shell/consent-body';
import type { Answer } from '#functions/_shell/http';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { versionIn } from '#functions/_shell/if-match';
import { problemAnswer } from '#functions/_shell/refusals';
import {
  askForEmailCode,
  setConsent,
  showConsent,
  showConsentHistory,
  verifyEmail as verifyCall,
} from '#shared/contracts/me/consent';
import { type ConsentPorts, type ConsentView, makeChangeConsent } from '#shared/flow/consent/change-consent';
import { makeConsentHistory } from '#shared/flow/consent/consent-history';
import { makeVerifyEmail } from '#shared/flow/consent/verify-email';
import type { Acting } from '#shared/flow/mandate/who-acts';

/** Records on one page of the register. */
const PAGE = 50;

/** The general consent: shown, chosen, its address verified, its changes told. */
export function consentCalls(ports: ConsentPorts, caller: Authenticate<Acting>): Bound[] {
  const { consentOf, setConsent: set } = makeChangeConsent(ports);
  const consentHistory = makeConsentHistory(ports);
  return [
    bind(showConsent, caller, async (_, { recipientId }) => consentAnswer(await consentOf(recipientId))),
    bind(setConsent, caller, async ({ body, request }, acting) => {
      const seen = versionIn(request.headers['if-match']);
      if (seen === undefined) return problemAnswer(request, 'precondition-required');
      const changed = await set(acting, { ...body, seenVersion: seen });
      return changed.ok ? consentAnswer(changed.value) : problemAnswer(request, 'consent-stale');
    }),
    bind(showConsentHistory, caller, async ({ query }, { recipientId }) => {
      const after = query.after === undefined ? undefined : Number(query.after);
      const { records, next } = await consentHistory(recipientId, { after, limit: PAGE });
      return { status: 200, json: { records: records.map(recordBody), next: next?.toString() } };
    }),
    ...verificationCalls(ports, caller),
  ];
}

function verificationCalls(ports: ConsentPorts, caller: Authenticate<Acting>): Bound[] {
  const { askForCode, verifyEmail } = makeVerifyEmail(ports);
  return [
    bind(verifyCall, caller, async ({ body, request }, acting) => {
      const verified = await verifyEmail(acting, body.code);
      return verified.ok ? consentAnswer(verified.value) : problemAnswer(request, verified.refusal.kind);
    }),
    bind(askForEmailCode, caller, async ({ request }, acting) => {
      const asked = await askForCode(acting);
      if (asked.ok) return { status: 204 };
      return problemAnswer(request, asked.refusal.kind === 'too-many-codes' ? 'too-many' : 'nothing-to-verify');
    }),
  ];
}

function consentAnswer(view: ConsentView): Answer {
  return { status: 200, headers: { etag: `"${view.version}"` }, json: consentBody(view) };
}
