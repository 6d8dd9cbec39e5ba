import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MailboxSearch, contains, firstNameSought, isPast, mayBeSought } from '#shared/domain/mailbox/search';
import { entryName } from '#shared/domain/mailbox/entry';
import { momentOn } from '#shared/kernel/calendar';
import { calendarDate, instant, instantAt, millisecondsOf } from '#shared/kernel/time';
import { OTHER_SERVICE, SERVICE } from '#test/builders/messages';

const INBOX: MailboxSearch = { folder: 'INBOX' };
const day = (text: string) => calendarDate.parse(text);
const received = (text: string) => ({ serviceId: SERVICE, receivedAt: instant.parse(text) });

describe('a search by day', () => {
  const search = { ...INBOX, from: day('2026-11-23'), to: day('2026-11-24') };

  it.each([
    ['2026-11-22T21:59:59.999Z', false],
    ['2026-11-22T22:00:00.000Z', true],
    ['2026-11-24T21:59:59.999Z', true],
    ['2026-11-24T22:00:00.000Z', false],
  ])('counts the days of Helsinki: what came at %s is found: %s', (moment, found) => {
    expect(mayBeSought(search, received(moment))).toBe(found);
  });

  it('begins the list where what is sought can stand, and ends it where nothing can any more', () => {
    const anyMoment = fc
      .integer({ min: millisecondsOf(momentOn(day('2026-11-01'))), max: millisecondsOf(momentOn(day('2026-12-31'))) })
      .map(instantAt);
    fc.assert(
      fc.property(anyMoment, (receivedAt) => {
        if (!mayBeSought(search, { serviceId: SERVICE, receivedAt })) return;
        const name = entryName(receivedAt, '4217-1');
        expect(name < (firstNameSought(search) ?? '')).toBe(true);
        expect(isPast(search, name)).toBe(false);
      }),
    );
  });

  it('that names no day begins at the beginning and has no end', () => {
    expect(firstNameSought(INBOX)).toBeUndefined();
    expect(isPast(INBOX, entryName(momentOn(day('1999-01-01')), '1-1'))).toBe(false);
  });
});

describe('a search', () => {
  it('by service finds what that service sent', () => {
    const line = received('2026-11-23T10:00:00.000Z');
    expect(mayBeSought({ ...INBOX, serviceId: SERVICE }, line)).toBe(true);
    expect(mayBeSought({ ...INBOX, serviceId: OTHER_SERVICE }, line)).toBe(false);
  });

  it.each([
    ['Päätös varhaiskasvatusmaksusta', 'PÄÄTÖS', true],
    ['Päätös varhaiskasvatusmaksusta', 'maksu', true],
    ['Päätös  varhaiskasvatusmaksusta', ' päätös varhais', true],
    ['Päätös varhaiskasvatusmaksusta', 'paatos', false],
    ['Päätös', undefined, true],
  ])('in “%s” for “%s” finds: %s', (text, words, found) => {
    expect(contains(text, words)).toBe(found);
  });
});
