import type { CalendarDate, Instant } from '#shared/kernel/time';
import { helsinkiDay } from '#shared/kernel/time';
import { clockOn } from '#shared/kernel/calendar';

/** How figures are written in Finland, in every language: `1 234,5 %`, `30.6.2020`. Spaces within do not break. */
const SPACE = '\u00A0';
const MINUS = '\u2212';

/** @param decimals most of them; zeros at the end are left out */
export function numberText(value: number, decimals = 2): string {
  const [whole = '', part = ''] = Math.abs(value).toFixed(decimals).split('.');
  const digits = part.replace(/0+$/, '');
  return signed(value, grouped(whole) + (digits === '' ? '' : `,${digits}`));
}

/** @param value 0 to 100 */
export function percentText(value: number): string {
  return `${numberText(value, 1)}${SPACE}%`;
}

/** @param cents whole ones */
export function moneyText(cents: number): string {
  const [whole = '', part = ''] = (Math.abs(cents) / 100).toFixed(2).split('.');
  return `${signed(cents, `${grouped(whole)},${part}`)}${SPACE}€`;
}

/** `2020-06-30` as `30.6.2020`. */
export function dateText(day: CalendarDate | string): string {
  const [, year, month, number] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  return year === undefined ? day : `${Number(number)}.${Number(month)}.${year}`;
}

/** `30.6.2020 6.00`, by the clock in Helsinki. */
export function momentText(moment: Instant): string {
  const [hour, minute = ''] = clockOn(moment).split('.');
  return `${dateText(helsinkiDay(moment))} ${Number(hour)}.${minute}`;
}

function grouped(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, SPACE);
}

/** What rounds to nothing has no sign. */
function signed(value: number, text: string): string {
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}
