import type { PageDoorPorts } from '#functions/_shell/visits/page-door';
import { type WhoActsPorts, makeWhoActs } from '#shared/flow/who-acts';
import { ok } from '#shared/kernel/result';

/** Whom a visit acts for, by the same rules as a bearer: its seal stands for the token that began it. */
export function actingInVisit(ports: Omit<WhoActsPorts, 'identification'>): PageDoorPorts['actingIn'] {
  return async ({ person, onBehalfOf }) => {
    const whoActs = makeWhoActs({ ...ports, identification: { verify: async () => ok(person) } });
    return whoActs('', onBehalfOf);
  };
}
