import {
  type ConsentOffer,
  OFFER_LIFETIME,
  readOffer,
  writeOffer,
} from '#shared/domain/electronic-first/consent-offer';
import { returnAddress } from '#shared/domain/electronic-first/return-address';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { Language } from '#shared/domain/message/hub-fields';
import type { ServiceId } from '#shared/domain/message/ids';
import type { Authority, AuthorityService, SendingSystem } from '#shared/domain/tenancy/tenant';
import { type Result, ok, refuse } from '#shared/kernel/result';
import { type Clock, type Instant, after } from '#shared/kernel/time';
import type { Sealer } from '#shared/ports/sealer';
import type { Tenants } from '#shared/ports/tenants';

export interface OfferReaderPorts {
  readonly tenants: Tenants;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

export interface OfferPorts extends OfferReaderPorts {
  /** Address of the sign-in page. */
  readonly noticeLink: string;
}

export interface OfferRequest {
  readonly serviceId: ServiceId;
  readonly returnUrl: string;
  readonly language?: Language;
}

export interface OfferLink {
  readonly link: string;
  readonly expiresAt: Instant;
}

export interface OfferRefused {
  readonly kind: 'offer-refused';
  readonly problems: readonly FieldProblem[];
}

export interface OfferUnknown {
  readonly kind: 'offer-unknown';
}

/** An offer as the person it is shown to sees it. */
export interface ShownOffer {
  readonly offer: ConsentOffer;
  readonly service: AuthorityService;
  readonly authority: Authority | undefined;
}

/**
 * Makes a link by which a service offers its user, while the matter is at hand, to get mail electronically from now on. The
 * link carries the offer itself, signed, so nothing is stored of whoever may follow it.
 *
 * @see REQ-142, domain.md 3.10 (consent offer)
 */
export function makeOfferConsent({ tenants, sealer, noticeLink, clock }: OfferPorts) {
  return async function offerConsent(
    system: SendingSystem,
    { serviceId, returnUrl, language }: OfferRequest,
  ): Promise<Result<OfferLink, OfferRefused>> {
    const service = system.services.includes(serviceId) ? await tenants.service(serviceId) : undefined;
    if (service?.tenantId !== system.tenantId) return refusedAt('serviceId', 'is not a service of this system');
    const address = returnAddress(returnUrl, service.returnHosts ?? []);
    if (!address.ok) return refusedAt('returnUrl', address.refusal.rule);
    const expiresAt = after(clock(), OFFER_LIFETIME);
    const written = writeOffer({ serviceId, returnUrl: address.value, language, expiresAt });
    const link = new URL(noticeLink);
    link.searchParams.set('offer', `${written}.${await signatureOf(sealer, written)}`);
    return ok({ link: link.href, expiresAt });
  };
}

/** Reads an offer by the token of its link: one that is not ours, is over or leads to a host given up since is none. */
export function makeReadConsentOffer({ tenants, sealer, clock }: OfferReaderPorts) {
  return async function readConsentOffer(token: string): Promise<Result<ShownOffer, OfferUnknown>> {
    const [written = '', signature] = token.split('.');
    const isOurs = signature === (await signatureOf(sealer, written));
    const offer = isOurs ? readOffer(written) : undefined;
    if (!offer || offer.expiresAt <= clock()) return refuse({ kind: 'offer-unknown' });
    const service = await tenants.service(offer.serviceId);
    if (!service || !returnAddress(offer.returnUrl, service.returnHosts ?? []).ok)
      return refuse({ kind: 'offer-unknown' });
    return ok({ offer, service, authority: await tenants.authority(service.tenantId) });
  };
}

async function signatureOf(sealer: Sealer, written: string): Promise<string> {
  return (await sealer.digest('consent-offer', written)).slice(0, 32);
}

function refusedAt(field: string, rule: string): Result<never, OfferRefused> {
  return refuse({ kind: 'offer-refused', problems: [{ field, rule }] });
}
