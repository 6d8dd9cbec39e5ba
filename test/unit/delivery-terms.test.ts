import { describe, expect, it } from 'vitest';
import { termsOf } from '#shared/flow/delivery-terms';
import type { HubFields } from '#shared/domain/message/hub-fields';
import { SETTINGS, decisionOf, electronicPartOf } from '#test/builders/domain';

const electronic = electronicPartOf();
const contentOf = (hub?: HubFields) => ({ electronic, hub, documents: [] });
const QUIET = electronicPartOf({
  notifications: { ...electronic.notifications, unreadMessageNotification: { reminder: 'No reminders' } },
});
const OVERRIDE = { legalBasis: '434/2003 § 59', approvedBy: 'Viranhaltija' };

describe('the terms of a delivery', () => {
  it('are none where nobody asks for anything', () => {
    expect(termsOf(contentOf(), SETTINGS, decisionOf())).toBeUndefined();
    expect(termsOf({ documents: [] }, SETTINGS, decisionOf())).toBeUndefined();
  });

  it.each<[string, HubFields, object]>([
    ['an appeal period', { appealPeriod: { days: 30 } }, { appealPeriod: { days: 30 } }],
    ['no reminder of what only informs', { informational: true }, { noReminders: true }],
    [
      'what was sent as ordinary against the law',
      { obligating: true, obligatingOverride: OVERRIDE },
      { obligatingOverridden: true },
    ],
  ])('keep %s', (_, hub, terms) => {
    expect(termsOf(contentOf(hub), SETTINGS, decisionOf())).toEqual(terms);
  });

  it('keep that the sender wants no reminders', () => {
    expect(termsOf({ electronic: QUIET, documents: [] }, SETTINGS, decisionOf())).toEqual({ noReminders: true });
  });

  it('keep that the recipient is an authority, and no other kind', () => {
    const to = (recipientKind: 'AUTHORITY' | 'COMPANY') => decisionOf({ facts: { mailbox: 'NONE', recipientKind } });
    expect(termsOf(contentOf(), SETTINGS, to('AUTHORITY'))).toEqual({ recipientKind: 'AUTHORITY' });
    expect(termsOf(contentOf(), SETTINGS, to('COMPANY'))).toBeUndefined();
  });

  it('keep what the operator has chosen, where it is not the default', () => {
    const chosen = { windowRoll: 'NONE', withdrawalTriggersFallback: false, assumePostedAfter: 0 } as const;
    expect(termsOf(contentOf(), { ...SETTINGS, ...chosen }, decisionOf())).toEqual(chosen);
  });
});
