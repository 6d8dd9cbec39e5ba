import type { AccessAct } from '#shared/domain/access/access-entry';

/**
 * What an official may do within a visit, each with what the visitor's log tells of it. What does not stand here no
 * official does: nothing of messages is here.
 *
 * @see 571/2016 § 10 to 10 c; REQ-024, REQ-123
 */
export const DESK_ACTS: Readonly<Record<string, AccessAct>> = {
  'GET /point/v1/consent': 'CONSENT_SHOWN',
  'PUT /point/v1/consent': 'CONSENT_CHANGED',
  'GET /point/v1/mandates': 'MANDATES_SHOWN',
  'POST /point/v1/mandates': 'MANDATE_REGISTERED',
  'DELETE /point/v1/mandates/{mandateId}': 'MANDATE_CANCELLED',
  'GET /point/v1/matters': 'MATTER_SHOWN',
  'PUT /point/v1/matters/{serviceId}/{matterId}': 'MATTER_CHANGED',
  'DELETE /point/v1/matters/{serviceId}/{matterId}': 'MATTER_CHANGED',
};
