import type { ConsentView } from '#shared/flow/change-consent';

/** A consent as its owner is shown it. */
export function consentBody({ gate, email, version }: ConsentView) {
  if (!gate || gate.consent.action === 'NONE') return NONE(version);
  const { electronic, emailUsable, language, consent } = gate;
  return {
    electronic,
    email,
    emailUsable: electronic ? emailUsable : undefined,
    language,
    since: consent.at,
    version,
    source: consent.source,
  };
}

const NONE = (version: number) => ({ electronic: false, language: 'fi', version, source: 'NONE' }) as const;
