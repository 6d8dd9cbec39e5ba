import type { CallForAnother } from '#shared/contracts/me/acts';

/**
 * What each page is, when the mailbox of another is looked at: the same acts as on the recipients' front.
 *
 * @see REQ-121, REQ-124
 */
export const PAGES_FOR_ANOTHER: Readonly<Record<string, CallForAnother>> = {
  'GET /mailbox': { act: 'READ_MAIL' },
  'GET /mailbox/messages/{messageId}': { act: 'READ_MAIL' },
  'POST /mailbox/messages/{messageId}/receipt': { act: 'READ_MAIL' },
  'GET /mailbox/messages/{messageId}/decision': { act: 'READ_MAIL' },
  'GET /mailbox/messages/{messageId}/attachments/{attachmentId}': { act: 'READ_MAIL' },
  'GET /mailbox/messages/{messageId}/reply': { act: 'ANSWER' },
  'POST /mailbox/messages/{messageId}/reply': { act: 'ANSWER' },
  'GET /mailbox/write': { act: 'WRITE' },
  'POST /mailbox/write': { act: 'WRITE' },
  'GET /mailbox/sent': { act: 'READ_MAIL' },
  'GET /mailbox/sent/{messageId}': { act: 'READ_MAIL' },
  'GET /mailbox/deleted': { act: 'READ_MAIL' },
  'POST /mailbox/messages/{messageId}/deletion': { act: 'DELETE_MAIL' },
  'POST /mailbox/messages/{messageId}/restoration': { act: 'DELETE_MAIL' },
  'GET /mailbox/search': { act: 'READ_MAIL' },
  'POST /mailbox/search': { act: 'READ_MAIL' },
  'GET /mailbox/threads/{messageId}': { act: 'READ_MAIL' },
  'GET /mailbox/consent': { act: 'SEE_CONSENT', entered: 'CONSENT_SHOWN' },
  'GET /mailbox/consent/history': { act: 'SEE_CONSENT', entered: 'CONSENT_SHOWN' },
  'POST /mailbox/consent': { act: 'CHANGE_CONSENT', entered: 'CONSENT_CHANGED' },
  'POST /mailbox/consent/code': { act: 'CHANGE_CONSENT', entered: 'CONSENT_CHANGED' },
  'POST /mailbox/consent/code/new': { act: 'CHANGE_CONSENT', entered: 'CONSENT_CHANGED' },
  'GET /mailbox/consent/withdrawal': { act: 'SEE_CONSENT', entered: 'CONSENT_SHOWN' },
  'POST /mailbox/consent/withdrawal': { act: 'CHANGE_CONSENT', entered: 'CONSENT_CHANGED' },
  'POST /mailbox/offer': { act: 'CHANGE_CONSENT', entered: 'CONSENT_CHANGED' },
  'GET /mailbox/matters': { act: 'CHOOSE_FOR_MATTERS', entered: 'MATTER_SHOWN' },
  'POST /mailbox/matters': { act: 'CHOOSE_FOR_MATTERS', entered: 'MATTER_CHANGED' },
  'GET /mailbox/mandates': { act: 'SEE_MANDATES', entered: 'MANDATES_SHOWN' },
  'GET /mailbox/mandates/new': { act: 'GIVE_MANDATES', entered: 'MANDATES_SHOWN' },
  'POST /mailbox/mandates': { act: 'GIVE_MANDATES', entered: 'MANDATE_REGISTERED' },
  'POST /mailbox/mandates/{mandateId}/acceptance': { act: 'GIVE_MANDATES', entered: 'MANDATE_REGISTERED' },
  'POST /mailbox/mandates/{mandateId}/refusal': { act: 'GIVE_MANDATES', entered: 'MANDATE_CANCELLED' },
  'POST /mailbox/mandates/{mandateId}/ending': { act: 'GIVE_MANDATES', entered: 'MANDATE_CANCELLED' },
};

/** Pages about the visit itself: they touch nothing of whom it acts for. */
export const PAGES_OF_THE_VISIT: readonly string[] = [
  'GET /mailbox/acting',
  'POST /mailbox/acting',
  'POST /mailbox/sign-out',
];
