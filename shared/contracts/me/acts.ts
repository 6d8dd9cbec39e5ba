import type { AccessAct } from '#shared/domain/access/access-entry';
import type { Act } from '#shared/domain/mandate/acts';

export interface CallForAnother {
  readonly act: Act;
  /** Entered in the principal's log before the call does anything; absent where the flow enters it itself. */
  readonly entered?: AccessAct;
}

/**
 * What each call of the recipients' front is, when it is made on behalf of another: who has no power that covers it is
 * refused. A call that does not stand here is for the person alone.
 *
 * @see REQ-121, REQ-124; 571/2016 § 20
 */
export const CALLS_FOR_ANOTHER: Readonly<Record<string, CallForAnother>> = {
  'GET /me/v1/messages': { act: 'READ_MAIL' },
  'POST /me/v1/messages/searches': { act: 'READ_MAIL' },
  'GET /me/v1/messages/counts': { act: 'READ_MAIL' },
  'GET /me/v1/threads/{rootMessageId}': { act: 'READ_MAIL' },
  'GET /me/v1/messages/{messageId}': { act: 'READ_MAIL' },
  'POST /me/v1/messages/{messageId}/receipt': { act: 'READ_MAIL' },
  'GET /me/v1/messages/{messageId}/receipt-of-arrival': { act: 'READ_MAIL' },
  'DELETE /me/v1/messages/{messageId}': { act: 'DELETE_MAIL' },
  'POST /me/v1/messages/{messageId}/restore': { act: 'DELETE_MAIL' },
  'GET /me/v1/messages/{messageId}/attachments/{attachmentId}': { act: 'READ_MAIL' },
  'GET /me/v1/decisions/{messageId}': { act: 'READ_MAIL' },
  'POST /me/v1/messages/{messageId}/replies': { act: 'ANSWER' },
  'POST /me/v1/attachments': { act: 'ANSWER' },
  'POST /me/v1/messages': { act: 'WRITE' },
  'GET /me/v1/consent': { act: 'SEE_CONSENT', entered: 'CONSENT_SHOWN' },
  'GET /me/v1/consent-offers/{token}': { act: 'SEE_CONSENT', entered: 'CONSENT_SHOWN' },
  'PUT /me/v1/consent': { act: 'CHANGE_CONSENT', entered: 'CONSENT_CHANGED' },
  'GET /me/v1/consent/history': { act: 'SEE_CONSENT', entered: 'CONSENT_SHOWN' },
  'POST /me/v1/consent/email-verification': { act: 'CHANGE_CONSENT', entered: 'CONSENT_CHANGED' },
  'POST /me/v1/consent/email-codes': { act: 'CHANGE_CONSENT', entered: 'CONSENT_CHANGED' },
  'GET /me/v1/matters': { act: 'CHOOSE_FOR_MATTERS', entered: 'MATTER_SHOWN' },
  'GET /me/v1/matters/{serviceId}/{matterId}': { act: 'CHOOSE_FOR_MATTERS', entered: 'MATTER_SHOWN' },
  'PUT /me/v1/matters/{serviceId}/{matterId}': { act: 'CHOOSE_FOR_MATTERS', entered: 'MATTER_CHANGED' },
  'DELETE /me/v1/matters/{serviceId}/{matterId}': { act: 'CHOOSE_FOR_MATTERS', entered: 'MATTER_CHANGED' },
  'POST /me/v1/data-requests': { act: 'ASK_OWN_DATA', entered: 'DATA_REQUESTED' },
  'GET /me/v1/data-requests': { act: 'ASK_OWN_DATA', entered: 'DATA_REQUESTS_SHOWN' },
  'GET /me/v1/data-requests/{requestId}': { act: 'ASK_OWN_DATA', entered: 'DATA_REQUESTS_SHOWN' },
  'GET /me/v1/mandates': { act: 'SEE_MANDATES', entered: 'MANDATES_SHOWN' },
  'POST /me/v1/mandates': { act: 'GIVE_MANDATES', entered: 'MANDATE_REGISTERED' },
  'POST /me/v1/mandates/{mandateId}/acceptance': { act: 'GIVE_MANDATES', entered: 'MANDATE_REGISTERED' },
  'POST /me/v1/mandates/{mandateId}/refusal': { act: 'GIVE_MANDATES', entered: 'MANDATE_CANCELLED' },
  'DELETE /me/v1/mandates/{mandateId}': { act: 'GIVE_MANDATES', entered: 'MANDATE_CANCELLED' },
};

/** What is about a person's own data: refused by that name, with what to do instead (REQ-124, REQ-160). */
export const OWN_DATA_RESOURCES: readonly string[] = [
  '/me/v1/access-log',
  '/me/v1/data-requests',
  '/me/v1/data-requests/{requestId}',
  '/me/v1/erasures',
  '/me/v1/export',
];
