import { statusOf } from '#functions/_shell/calls/pages/writing';
import type { Bound } from '#functions/_shell/http-door';
import type { PageDoor, PageDoorPorts, Visiting } from '#functions/_shell/visits/page-door';
import type { Shown } from '#functions/_shell/visits/shown';
import { pageOfActing, sendActing } from '#shared/contracts/pages/mailbox';
import type { PowerRegister } from '#shared/ports/powers';
import type { Sealer } from '#shared/ports/sealer';
import { EMPTY, type Filled } from '#web/forms';
import { type Party, actingPage } from '#web/pages/acting';

export interface ActingPorts {
  readonly sealer: Sealer;
  /** Names whom the person may act for, as far as the registers can be asked; others the person names. */
  readonly powers: PowerRegister;
}

/** Whose mailbox is looked at: one's own, or one of a party that the person represents. The register is asked each time. */
export function actingCalls(
  { sealer, powers, actingIn }: ActingPorts & Pick<PageDoorPorts, 'actingIn'>,
  door: PageDoor,
): Bound[] {
  /** Parties by names that mean nothing outside this visit: a code of somebody stands in no page. */
  const partiesOf = async ({ visit }: Visiting) => {
    const { known, complete } = await powers.principalsOf(visit.person.id);
    const principals = new Map(known.map(({ id, name }) => [id, name]));
    const parties = Array.from(principals, async ([id, name]): Promise<Party & { readonly id: string }> => {
      const digest = await sealer.digest('visit-form', `${visit.visitId}/${id}`);
      return { id, name, party: digest.slice(0, 32) };
    });
    return { parties: await Promise.all(parties), complete };
  };

  const show = async (visiting: Visiting, filled: Filled): Promise<Shown> => {
    const { owner, onBehalf } = visiting.acting;
    const view = { owner: owner.name, isOwn: onBehalf === undefined, ...(await partiesOf(visiting)), filled };
    return { page: actingPage(visiting.frame, view), status: statusOf(filled) };
  };

  const askedIn = async (visiting: Visiting): Promise<string> => {
    const { form, visit } = visiting;
    if (form('own') === 'yes') return visit.person.id;
    const chosen = (await partiesOf(visiting)).parties.find(({ party }) => party === form('party'));
    return chosen?.id ?? (form('mandate') || form('onBehalfOf').trim().toUpperCase());
  };

  return [
    door.visited(pageOfActing, async (visiting) => show(visiting, EMPTY)),
    door.visited(sendActing, async (visiting) => {
      const asked = await askedIn(visiting);
      const onBehalfOf = asked === visiting.visit.person.id ? undefined : asked;
      const chosen = await actingIn({ ...visiting.visit, onBehalfOf });
      if (!chosen.ok)
        return show(visiting, { values: { onBehalfOf: visiting.form('onBehalfOf') }, wrong: ['onBehalfOf'] });
      return { to: '', change: { onBehalfOf, matter: undefined, notice: 'acting' } };
    }),
  ];
}
