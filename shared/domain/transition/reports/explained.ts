import type { LateLevel, ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { Texts } from '#shared/domain/programme/words';
import { RECEIVERS } from '#shared/domain/transition/reports/codes';

/** What the colours of an authority mean, by the rules of domain.md 4.2. */
export function coloursExplained({ redAfterDays }: Pick<ProgrammeCalendar, 'redAfterDays'>): Texts {
  return {
    fi: `Punainen: suunnitelma on myöhässä, välitavoite on yli ${redAfterDays} päivää myöhässä tai palvelun tavoitepäivä on siirtymäajan jälkeen ilman hyväksyttyä poikkeusta. Keltainen: välitavoite tai toimenpide on myöhässä, tai lainsäädännön esteellä ei ole vastuuministeriötä. Vihreä: ei mitään näistä.`,
    sv: `Röd: planen är försenad, ett delmål är över ${redAfterDays} dagar försenat eller måldagen för en tjänst infaller efter övergångstiden utan godkänt undantag. Gul: ett delmål eller en åtgärd är försenad, eller ett hinder i lagstiftningen har inget ansvarigt ministerium. Grön: inget av detta.`,
  };
}

/** What the steps of escalation mean: how long after the deadline, and who is told. */
export function levelsExplained({ lateLevels }: Pick<ProgrammeCalendar, 'lateLevels'>): Texts {
  const levels = lateLevels.toSorted((a, b) => a.level - b.level);
  const list = (language: 'fi' | 'sv', days: string) =>
    levels.map((each) => `${each.level} = ${receiverOf(each, language)} (${each.days} ${days})`).join(', ');
  return {
    fi: `Eskalaatiotaso kertoo, kenen tietoon myöhästyminen on tullut ja kuinka monta päivää määräajan jälkeen: ${list('fi', 'pv')}.`,
    sv: `Eskaleringsnivån anger vem som har fått veta om förseningen och hur många dagar efter tidsfristen: ${list('sv', 'd')}.`,
  };
}

function receiverOf({ to }: LateLevel, language: 'fi' | 'sv'): string {
  const name = RECEIVERS[to][language];
  return name.charAt(0).toLowerCase() + name.slice(1);
}
