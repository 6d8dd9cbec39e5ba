import type { ChannelFacts } from '#shared/domain/channel/decide-channel';
import type { BusinessFacts } from '#shared/domain/channel/business-duty';
import { ruleSetOf } from '#shared/domain/service-of-document/rule-sets';
import { type Gate, mailboxStatus } from '#shared/domain/consent/gate';
import { postalAddressOf } from '#test/builders/domain';

export const PERSON = { kind: 'PERSON', capacity: 'PRIVATE' } as const;
export const COMPANY = { kind: 'COMPANY', capacity: 'BUSINESS' } as const;

export const AT_AUTHORITY = postalAddressOf({ name: 'Osoite Viranomaiselta' });
export const IN_REGISTER = postalAddressOf({ name: 'Osoite Rekisterissä' });
export const FOR_CONTACT = postalAddressOf({ name: 'Yhteysosoite' });
export const IN_SWEDEN = postalAddressOf({ zipCode: '11122', city: 'STOCKHOLM', countryCode: 'SE' });

export const NO_MAILBOX: ChannelFacts['mailbox'] = { status: 'NONE' };
export const CONSENTED: ChannelFacts['mailbox'] = {
  status: 'ACTIVE',
  consent: { version: 3, electronic: true, withdrawn: false },
  emailUsable: true,
  gateVersion: 7,
};
export const WITHDRAWN: ChannelFacts['mailbox'] = {
  status: 'INACTIVE',
  consent: { version: 4, electronic: false, withdrawn: true },
  emailUsable: false,
  gateVersion: 8,
};
export const EMAIL_DEAD: ChannelFacts['mailbox'] = {
  status: 'INACTIVE',
  consent: { version: 4, electronic: true, withdrawn: false },
  emailUsable: false,
  gateVersion: 8,
};

/** A business has opened it and given an address for notices, and has never consented. */
export const OPENED_ONLY: ChannelFacts['mailbox'] = {
  status: 'INACTIVE',
  open: true,
  emailUsable: true,
  gateVersion: 2,
};

/** What the decision is told of a gate. */
export function mailboxOf(gate: Gate): ChannelFacts['mailbox'] {
  const { consent, electronic, emailUsable, version } = gate;
  return {
    status: mailboxStatus(gate),
    consent: { version: consent.version, electronic, withdrawn: consent.action === 'WITHDRAW' },
    emailUsable,
    gateVersion: version,
  };
}

/** A person with consent, a working e-mail and an address; an ordinary message with both parts. */
export function channelFactsOf(differing: Partial<ChannelFacts> = {}): ChannelFacts {
  return {
    kind: 'ORDINARY',
    recipient: PERSON,
    mailbox: CONSENTED,
    hasElectronicPart: true,
    paperIsVerifiable: false,
    protectionNeed: false,
    statutoryPaperOnly: false,
    obligatingOverridden: false,
    protectionOrder: false,
    addressIsInPdf: false,
    addresses: { AUTHORITY: AT_AUTHORITY, REGISTER: IN_REGISTER },
    ...differing,
  };
}

/** A business of five under a rule set that obliges businesses, written to by a digital service. */
export function businessFactsOf(differing: Partial<BusinessFacts> = {}): BusinessFacts {
  return { obligation: ruleSetOf('wg-2019').obligation, employees: 5, serviceIsDigital: true, ...differing };
}
