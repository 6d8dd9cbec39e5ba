import type { Programme } from '#shared/domain/programme/programme';
import type { Instant } from '#shared/kernel/time';

type ProgrammeAsOf = (moment: Instant) => Promise<Programme>;

/**
 * Serves a run over several moments with as few readings as it can. What was on record at the last of them was so at every
 * moment since its newest entry, for rows are never removed and never entered in the past: it is read first, and an earlier
 * moment only where something was entered after it.
 *
 * @param last no moment that is asked for is after it
 */
export function readAsNeeded(programmeAsOf: ProgrammeAsOf, last: Instant): ProgrammeAsOf {
  let atLast: Promise<Programme> | undefined;
  return async (moment) => {
    atLast ??= programmeAsOf(last);
    const programme = await atLast;
    const { newestEntry } = programme;
    const isSame = moment === last || (newestEntry !== undefined && newestEntry <= moment);
    return isSame ? programme : programmeAsOf(moment);
  };
}
