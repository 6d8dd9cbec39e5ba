import type { Mandate } from '#shared/domain/mandate/mandate';
import type { Theme } from '#shared/domain/mandate/themes';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import { formOfId } from '#shared/domain/message/identity-code';
import type { PowerScope } from '#shared/domain/message/power';
import { addDays, momentOn } from '#shared/kernel/calendar';
import { type CalendarDate, type Instant, later } from '#shared/kernel/time';

/** A party as its giver names it: identity code or business id, and name. */
export interface MandateParty {
  readonly id: string;
  readonly name: string;
}

/** A mandate as its giver asks for it; the dates are days in Helsinki, both inclusive. */
export interface MandateWish {
  readonly holder: MandateParty;
  readonly scope: PowerScope;
  readonly themes: readonly Theme[];
  readonly mayReceiveService: boolean;
  /** Absent: from its acceptance on. */
  readonly validFrom?: CalendarDate | undefined;
  /** Absent: until it is cancelled. */
  readonly validTo?: CalendarDate | undefined;
}

interface Surroundings {
  readonly principal: string;
  readonly today: CalendarDate;
  /** Themes the operator has switched on. */
  readonly inUse: readonly Theme[];
}

/** What is wrong with a wish, by field; nothing of it depends on who is in a register. */
export function problemsOf(
  { holder, themes, validFrom, validTo }: MandateWish,
  { principal, today, inUse }: Surroundings,
): FieldProblem[] {
  const wrong = (field: string, rule: string, isWrong: boolean) => (isWrong ? [{ field, rule }] : []);
  const first = validFrom === undefined ? today : later(validFrom, today);
  return [
    ...wrong('holder.id', 'is no identity code or business id', formOfId(holder.id) === undefined),
    ...wrong('holder.id', 'is the giver of the mandate', holder.id === principal),
    ...wrong('validTo', 'is before the mandate begins', validTo !== undefined && validTo < first),
    ...themes.flatMap((theme, i) => wrong(`themes.${i}`, 'is not in use', !inUse.includes(theme))),
  ];
}

/** The period in instants: a mandate to a date ends when that day does in Helsinki. */
export function periodOf({ validFrom, validTo }: MandateWish, at: Instant): Pick<Mandate, 'validFrom' | 'validTo'> {
  return {
    validFrom: validFrom === undefined ? at : momentOn(validFrom),
    validTo: validTo === undefined ? undefined : momentOn(addDays(validTo, 1)),
  };
}
