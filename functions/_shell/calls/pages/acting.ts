import { statusOf } from '#functions/_shell/calls/pages/writing';
import type { Bound } from '#functions/_shell/http-door';
import type { PageDoor, PageDoorPorts, Visiting } from '#functions/_shell/visits/page-door';
import type { Shown } from '#functions/_shell/visits/shown';
import { pageOfActing, sendActing } from '#shared/contracts/pages/mailbox';
import { EMPTY, type Filled } from '#web/forms';
import { actingPage } from '#web/pages/acting';

/** Whose mailbox is looked at: one's own, or one of a party that the person represents. The register is asked each time. */
export function actingCalls({ actingIn }: Pick<PageDoorPorts, 'actingIn'>, door: PageDoor): Bound[] {
  const show = ({ acting, frame }: Visiting, filled: Filled): Shown => {
    const view = { owner: acting.owner.name, isOwn: acting.onBehalf === undefined, filled };
    return { page: actingPage(frame, view), status: statusOf(filled) };
  };
  return [
    door.visited(pageOfActing, async (visiting) => show(visiting, EMPTY)),
    door.visited(sendActing, async (visiting) => {
      const { form, visit } = visiting;
      const asked = form('onBehalfOf').trim().toUpperCase();
      const onBehalfOf = form('own') === 'yes' || asked === visit.person.id ? undefined : asked;
      const chosen = await actingIn({ ...visit, onBehalfOf });
      if (!chosen.ok) return show(visiting, { values: { onBehalfOf: asked }, wrong: ['onBehalfOf'] });
      return { to: '', change: { onBehalfOf, matter: undefined, notice: 'acting' } };
    }),
  ];
}
