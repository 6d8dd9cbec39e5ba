import { type Directory, directoryOf } from '#shared/domain/digital-support/directory';
import { type SupportFound, type SupportWish, findSupport } from '#shared/domain/digital-support/search';
import { type CountedNeed, needIn, needKey, needOf } from '#shared/domain/digital-support/unmet-need';
import { makeReadRegisters } from '#shared/flow/digital-support/support-rows';
import { makeRemembered } from '#shared/flow/remember';
import { type Clock, type Instant, MINUTE, helsinkiDay } from '#shared/kernel/time';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { Tallies } from '#shared/ports/tallies';

export interface SupportPorts {
  /** Those of digital support. */
  readonly rows: ProgrammeRows;
  readonly tallies: Tallies;
  readonly clock: Clock;
}

/** Series of the tallies in which unmet needs are counted. */
export const NEEDS = 'unmet-needs';

/** Searches without an answer that are counted in a minute: of the same need, and of all. */
const MOST_OF_ONE = 20;
const MOST_OF_ALL = 600;

/** Reads the directory anew at most this often, and whenever somebody here has changed it. */
const FRESH_FOR = MINUTE;

/** The directory as this process knows it: a change made elsewhere is found within a minute. */
export function makeKnownDirectory({ rows, clock }: Pick<SupportPorts, 'rows' | 'clock'>) {
  return makeRemembered((now) => readDirectory(rows, now), { clock, freshFor: FRESH_FOR });
}
export type KnownDirectory = ReturnType<typeof makeKnownDirectory>;

/** The directory as it stands at a moment. @param rows those of digital support */
export async function readDirectory(rows: ProgrammeRows, now: Instant): Promise<Directory> {
  const registers = makeReadRegisters(rows, now);
  const [providers, centres, terms] = await Promise.all([
    registers.providers(),
    registers.centres(),
    registers.terms(),
  ]);
  return directoryOf({ providers, centres, terms });
}

/** Finds who supports, and counts what nobody was found for (REQ-080, REQ-100, TR-17). */
export function makeFindSupport({ tallies, clock }: SupportPorts, directory: KnownDirectory) {
  return async (wish: SupportWish): Promise<SupportFound> => {
    const known = await directory.read();
    const found = findSupport(known, wish);
    if (!found.met) await note(needKey(needOf(known, wish, found)));
    return found;
  };

  async function note(need: string): Promise<void> {
    const now = clock();
    const span = now.slice(0, 'yyyy-mm-ddThh:mm'.length);
    if (!(await tallies.draw(`${NEEDS}#${need}`, { span, most: MOST_OF_ONE }))) return;
    if (!(await tallies.draw(NEEDS, { span, most: MOST_OF_ALL }))) return;
    await tallies.add(NEEDS, monthOf(now), need);
  }
}

/** The month in Helsinki at a moment, `2020-07`. */
export function monthOf(moment: Instant): string {
  return helsinkiDay(moment).slice(0, 'yyyy-mm'.length);
}

/** Needs counted in some months, the most frequent first. */
export async function countedNeeds(tallies: Tallies, months: readonly string[]): Promise<readonly CountedNeed[]> {
  const counted = await Promise.all(
    months.map(async (month) =>
      [...(await tallies.of(NEEDS, month))].map(([key, count]) => ({ ...needIn(key), month, count })),
    ),
  );
  return counted.flat().sort((a, b) => b.count - a.count || (sortName(a) < sortName(b) ? -1 : 1));
}

function sortName(need: CountedNeed): string {
  return `${need.month}#${needKey(need)}`;
}
