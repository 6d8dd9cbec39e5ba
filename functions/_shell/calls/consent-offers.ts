import { consentBody } from '#functions/_shell/consent-body';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { offerConsent } from '#shared/contracts/hub/consent-offers';
import { showConsentOffer } from '#shared/contracts/me/consent-offer';
import { languageOf } from '#shared/contracts/problems';
import { choicesFor } from '#shared/domain/electronic-first/choices';
import type { SendingSystem } from '#shared/domain/tenancy/tenant';
import { type ConsentPorts, makeChangeConsent } from '#shared/flow/consent/change-consent';
import {
  type OfferPorts,
  type OfferReaderPorts,
  makeOfferConsent,
  makeReadConsentOffer,
} from '#shared/flow/consent/offer-consent';
import type { Acting } from '#shared/flow/mandate/who-acts';

/** A service offers its user to get mail electronically. */
export function offerCalls(ports: OfferPorts, caller: Authenticate<SendingSystem>): Bound[] {
  const offer = makeOfferConsent(ports);
  return [
    bind(offerConsent, caller, async ({ body, request }, system) => {
      const offered = await offer(system, body);
      if (offered.ok) return { status: 201, json: offered.value };
      return problemAnswer(request, 'body-invalid', { fields: offered.refusal.problems });
    }),
  ];
}

/** What somebody sees of such an offer. */
export function shownOfferCalls(ports: OfferReaderPorts & ConsentPorts, caller: Authenticate<Acting>): Bound[] {
  const readOffer = makeReadConsentOffer(ports);
  const { consentOf } = makeChangeConsent(ports);
  return [
    bind(showConsentOffer, caller, async ({ params: { token }, request }, { recipientId }) => {
      const found = await readOffer(token);
      if (!found.ok) return problemAnswer(request, 'not-found');
      const { offer, service, authority } = found.value;
      const { language = languageOf(request.headers['accept-language']), returnUrl, expiresAt } = offer;
      const consent = consentBody(await consentOf(recipientId));
      const json = {
        service: service.name[language],
        authority: authority?.name[language] ?? '',
        language,
        returnUrl,
        expiresAt,
        choices: choicesFor(language, consent.electronic),
        consent,
      };
      return { status: 200, headers: { etag: `"${consent.version}"` }, json };
    }),
  ];
}
