import type { PageDoorPorts } from '#functions/_shell/visits/page-door';
import { type Acting, type WhoActsPorts, makeWhoActs } from '#shared/flow/mandate/who-acts';
import { ok } from '#shared/kernel/result';

/**
 * Whom a visit acts for, by the same rules as a bearer: its seal stands for the token that began it.
 *
 * @param identified what being identified brings about
 */
export function actingInVisit(
  ports: Omit<WhoActsPorts, 'identification'>,
  identified: (acting: Acting) => Promise<void>,
): PageDoorPorts['actingIn'] {
  return async ({ person, onBehalfOf }) => {
    const whoActs = makeWhoActs({ ...ports, identification: { verify: async () => ok(person) } });
    const acting = await whoActs('', onBehalfOf);
    if (acting.ok) await identified(acting.value);
    return acting;
  };
}
