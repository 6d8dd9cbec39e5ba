import type { Organisation } from '#shared/domain/programme/registry/organisation';
import type { Row } from '#shared/domain/programme/row';
import type { Texts } from '#shared/domain/programme/words';
import { type Carriers, carriersOn } from '#shared/domain/transition/carriers';
import type { CalendarDate } from '#shared/kernel/time';

/**
 * What an organisation was called on a day, by whichever of its names it is asked for: the register of 2019 says
 * Väestörekisterikeskus, the one of 2021 Digi- ja väestötietovirasto. One that is not known is called by its id.
 *
 * @see I-15, TR-15
 */
export function nameAt(organisations: readonly Row<Organisation>[], id: string, day: CalendarDate): Texts {
  return nameIn(carriersOn(organisations, day), id);
}

export function nameIn(carriers: Carriers, id: string): Texts {
  return carriers.get(id)?.names ?? { fi: id };
}
