import { CALLS_FOR_ANOTHER } from '#shared/contracts/me/acts';
import type { AccessAct } from '#shared/domain/access/access-entry';
import type { Act } from '#shared/domain/mandate/acts';

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

/** What a call is for a visitor who stands in for another: what the same call is for them at the recipients' front. */
export function actInPlace(call: string): Act | undefined {
  return CALLS_FOR_ANOTHER[call.replace(' /point/', ' /me/')]?.act;
}
