import { consentHistoryCall } from '#functions/_shell/calls/pages/consent-history';
import { emailCodeCalls } from '#functions/_shell/calls/pages/email-code';
import { notFound } from '#functions/_shell/calls/pages/names';
import type { ShowOffer } from '#functions/_shell/calls/pages/reading';
import { statusOf } from '#functions/_shell/calls/pages/writing';
import type { Bound } from '#functions/_shell/http-door';
import type { Form } from '#functions/_shell/visits/form';
import type { PageDoor, Visiting } from '#functions/_shell/visits/page-door';
import type { Shown } from '#functions/_shell/visits/shown';
import { emailAddress } from '#shared/domain/consent/email-address';
import { optedOutUntil } from '#shared/domain/consent/opt-out';
import {
  pageOfConsent,
  pageOfWithdrawal,
  sendConsent,
  sendOfferedConsent,
  sendWithdrawal,
} from '#shared/contracts/pages/mailbox';
import { choicesFor } from '#shared/domain/electronic-first/choices';
import { type Language, language as languages } from '#shared/domain/message/hub-fields';
import { type ConsentPorts, type ConsentView as Kept, makeChangeConsent } from '#shared/flow/consent/change-consent';
import { type OfferReaderPorts, makeReadConsentOffer } from '#shared/flow/consent/offer-consent';
import { helsinkiDay } from '#shared/kernel/time';
import { EMPTY, type Filled } from '#web/forms';
import { type ConsentView, consentPage, withdrawalPage } from '#web/pages/consent';
import { offerPage } from '#web/pages/offer';

export type ConsentPagePorts = ConsentPorts & OfferReaderPorts;

/** The general consent: given, changed, withdrawn, and given to the offer of a service. */
export function consentCalls(ports: ConsentPagePorts, door: PageDoor): Bound[] {
  const { consentOf, lettersUntil, setConsent } = makeChangeConsent(ports);

  const showConsent = async ({ acting, frame }: Visiting, filled: Filled): Promise<Shown> => {
    const view = viewOf(await consentOf(acting.recipientId), filled, frame.language);
    return { page: consentPage(frame, view), status: statusOf(filled) };
  };
  const showStale = async ({ acting, frame }: Visiting): Promise<Shown> => {
    const view = viewOf(await consentOf(acting.recipientId), EMPTY, frame.language);
    return { page: consentPage({ ...frame, self: '/consent' }, { ...view, isStale: true }), status: 412 };
  };
  return [
    ...emailCodeCalls(ports, door, showConsent),
    consentHistoryCall(ports, door),
    door.visited(pageOfConsent, async (visiting) => showConsent(visiting, EMPTY)),
    door.visited(sendConsent, async (visiting) => {
      const { acting, form } = visiting;
      const { filled, wish } = wishIn(form);
      if (!wish) return showConsent(visiting, filled);
      const before = await consentOf(acting.recipientId);
      const set = await setConsent(acting, { electronic: true, ...wish });
      if (!set.ok) return showStale(visiting);
      return { to: '/consent', change: { notice: before.gate?.electronic === true ? 'emailChanged' : 'consentGiven' } };
    }),
    door.visited(pageOfWithdrawal, async ({ acting, frame }) => {
      const { gate, version } = await consentOf(acting.recipientId);
      if (gate?.electronic !== true) return { to: '/consent' };
      return { page: withdrawalPage(frame, { version, lettersUntil: lettersUntil(gate, acting) }) };
    }),
    door.visited(sendWithdrawal, async (visiting) => {
      const { acting, form, frame } = visiting;
      const language = (await consentOf(acting.recipientId)).gate?.language ?? frame.language;
      const set = await setConsent(acting, { electronic: false, language, seenVersion: versionIn(form) });
      if (!set.ok) return showStale(visiting);
      const isForGood = set.value.gate === undefined || optedOutUntil(set.value.gate) === undefined;
      return { to: '/consent', change: { notice: isForGood ? 'consentWithdrawn' : 'mailboxClosed' } };
    }),
    door.visited(sendOfferedConsent, async (visiting) => answerOffer(ports, visiting)),
  ];
}

/** What the form of a consent asks for; no wish where it is filled in wrong. */
function wishIn(form: Form) {
  const [email, language] = [form('email').trim(), languages.safeParse(form('language'))];
  const isRight = emailAddress.safeParse(email).success;
  const filled: Filled = { values: { email, language: language.data }, wrong: isRight ? [] : ['email'] };
  const wish = isRight ? { email, language: language.data ?? 'fi', seenVersion: versionIn(form) } : undefined;
  return { filled, wish } as const;
}

/** Version a form was shown with; what is no number was never a version. */
function versionIn(form: Form): number {
  return /^\d{1,9}$/.test(form('version')) ? Number(form('version')) : -1;
}

/** Before anything was ever chosen, notices come in the language of the page. */
function viewOf(kept: Kept, filled: Filled, language: Language): ConsentView {
  const { gate, version, email } = kept;
  if (!gate || gate.consent.action === 'NONE')
    return { electronic: false, emailUsable: true, language, version, filled };
  const { electronic, emailUsable, emailVerifiedAt, language: chosen, consent } = gate;
  const isVerified = emailVerifiedAt !== undefined;
  const lettersUntil = optedOutUntil(gate);
  return {
    electronic,
    email,
    emailUsable,
    isVerified,
    language: chosen,
    since: helsinkiDay(consent.at),
    lettersUntil,
    version,
    filled,
  };
}

/** Shows an offer, to who is signed in and to who is not yet. */
export function makeShowOffer(ports: ConsentPagePorts): ShowOffer {
  return async ({ request, frame, acting }) =>
    offerShown(ports, { token: request.query['offer'] ?? '', frame, acting }, EMPTY);
}

interface OfferAsked extends Pick<Visiting, 'frame'>, Partial<Pick<Visiting, 'acting'>> {
  readonly token: string;
}

async function offerShown(
  ports: ConsentPagePorts,
  { token, frame, acting }: OfferAsked,
  filled: Filled,
): Promise<Shown> {
  const found = await makeReadConsentOffer(ports)(token);
  if (!found.ok) return notFound({ frame });
  const { offer, service, authority } = found.value;
  const kept = acting && (await makeChangeConsent(ports).consentOf(acting.recipientId));
  const consent = kept && viewOf(kept, filled, frame.language);
  const view = {
    token,
    service: service.name[frame.language],
    authority: authority?.name[frame.language] ?? '',
    returnUrl: offer.returnUrl,
    choices: choicesFor(frame.language, consent?.electronic ?? false),
    consent,
  };
  return { page: offerPage(frame, view), status: statusOf(filled), leadsTo: new URL(offer.returnUrl).origin };
}

/** The consent is in force before the person is back at the service (REQ-142). */
async function answerOffer(ports: ConsentPagePorts, { form, acting, frame }: Visiting): Promise<Shown> {
  const token = form('offer');
  const asked = { token, frame: { ...frame, self: `?offer=${encodeURIComponent(token)}` }, acting };
  const found = await makeReadConsentOffer(ports)(token);
  if (!found.ok) return notFound({ frame });
  const { filled, wish } = wishIn(form);
  if (!wish) return offerShown(ports, asked, filled);
  const set = await makeChangeConsent(ports).setConsent(acting, { electronic: true, ...wish });
  if (set.ok) return { away: found.value.offer.returnUrl };
  return { ...(await offerShown(ports, asked, EMPTY)), status: 412 };
}
