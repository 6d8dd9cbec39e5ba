import { legalBasisOfConsent } from '#shared/domain/consent/consent-record';
import type { Gate } from '#shared/domain/consent/gate';
import type { ConsentView } from '#shared/flow/consent/change-consent';
import type { OpenedRecord } from '#shared/flow/consent/consent-history';

/** A consent as its owner is shown it. */
export function consentBody({ gate, email, version }: ConsentView) {
  if (!gate || gate.consent.action === 'NONE') return NONE(version);
  const { electronic, language, consent } = gate;
  return {
    electronic,
    email,
    ...(electronic ? standingOf(gate) : {}),
    language,
    since: consent.at,
    givenAt: consent.givenAt,
    version,
    source: consent.source,
    textVersion: consent.textVersion,
    legalBasis: legalBasisOfConsent(consent),
    expires: consent.expiresOn,
  };
}

/** What is known of the address. */
function standingOf({ email, emailUsable, emailVerifiedAt, emailProblem }: Gate) {
  const emailVerified = email === undefined ? undefined : emailVerifiedAt !== undefined;
  return { emailUsable, emailVerified, emailProblem };
}

const NONE = (version: number) => ({ electronic: false, language: 'fi', version, source: 'NONE' }) as const;

/** One change of the register as its owner is shown it: in which role it was made, and not by whom. */
export function recordBody({ record, email, reason, provenance }: OpenedRecord) {
  const { version, action, at, givenAt, language, source, actor, textVersion, expiresOn } = record;
  const { role, assurance, mandateId } = actor;
  return {
    version,
    action,
    at,
    givenAt,
    email,
    language,
    source,
    by: { role, assurance, mandateId },
    textVersion,
    legalBasis: legalBasisOfConsent(record),
    expires: expiresOn,
    reason,
    provenance,
  };
}
