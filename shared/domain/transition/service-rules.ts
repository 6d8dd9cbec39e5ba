import type { ManagementDecision } from '#shared/domain/programme/registry/quality';
import type { Service } from '#shared/domain/programme/registry/service';
import { admit } from '#shared/domain/transition/admission';
import { mayOblige } from '#shared/domain/transition/obligation';

/**
 * Why a service is not entered, however it comes in: it does not come to the roadmap, or businesses are to be obliged to use
 * what is not there for them.
 *
 * @param decisions any decisions; those of the service's own organisations that name it count: another's word does not bind them
 * @returns pointers and rules; empty where nothing stands in its way
 * @see REQ-187, REQ-240 to REQ-243
 */
export function serviceProblems(
  service: Service & { readonly id: string },
  decisions: readonly ManagementDecision[],
): readonly { readonly pointer: string; readonly rule: string }[] {
  const carriers = [service.organisationId, ...(service.coOwners ?? [])];
  const theirs = decisions.filter(({ organisationId }) => carriers.includes(organisationId));
  const admitted = admit(service, theirs);
  const obliged = service.obligationFrom === undefined ? undefined : mayOblige(service);
  return [...(admitted.ok ? [] : admitted.refusal.problems), ...(obliged?.ok === false ? [obliged.refusal] : [])].map(
    ({ pointer, rule }) => ({ pointer, rule }),
  );
}
