import type { ReportLanguage } from '#shared/domain/programme/words';
import { dateText } from '#shared/kernel/formats';

const MONTHS: Readonly<Record<ReportLanguage, readonly string[]>> = {
  fi: ['tammi', 'helmi', 'maalis', 'huhti', 'touko', 'kesä', 'heinä', 'elo', 'syys', 'loka', 'marras', 'joulu'],
  sv: [
    ...['januari', 'februari', 'mars', 'april', 'maj', 'juni'],
    ...['juli', 'augusti', 'september', 'oktober', 'november', 'december'],
  ],
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
};

const MONTH_END: Readonly<Record<ReportLanguage, string>> = { fi: 'kuu', sv: '', en: '' };
const WEEK: Readonly<Record<ReportLanguage, string>> = { fi: 'viikko', sv: 'vecka', en: 'week' };

/**
 * A period as people say it.
 *
 * @param period `2020-07`, `2020-W27`, `2020-Q3`, `2020-H1`, `2020` or a day; another text stays as it is
 * @returns `heinäkuu 2020`, `viikko 27/2020`, `heinä–syyskuu 2020`, `tammi–kesäkuu 2020`, `2020`, `1.7.2020`
 */
export function periodText(period: string, language: ReportLanguage): string {
  const [, year, part, number] = /^(\d{4})-([WQH]?)(\d{1,2})$/.exec(period) ?? [];
  if (year === undefined) return dateText(period);
  if (part === 'W') return `${WEEK[language]} ${Number(number)}/${year}`;
  const months = part === 'Q' ? 3 : part === 'H' ? 6 : 1;
  const last = Number(number) * months;
  const names = MONTHS[language].slice(last - months, last);
  const [from, to] = [names[0], names.at(-1)];
  if (from === undefined || names.length < months) return period;
  return `${from === to ? from : `${from}–${to}`}${MONTH_END[language]} ${year}`;
}

/** A month in a sentence: `heinäkuussa 2020`, `i juli 2020`. @param month `2020-07` */
export function inMonth(month: string): readonly [fi: string, sv: string] {
  return [periodText(month, 'fi').replace(' ', 'ssa '), `i ${periodText(month, 'sv')}`];
}
