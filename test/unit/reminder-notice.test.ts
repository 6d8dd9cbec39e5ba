import { describe, expect, it } from 'vitest';
import { writeNotice } from '#shared/domain/notice/notice';
import { writtenDay } from '#shared/domain/message/written-day';
import { calendarDate } from '#shared/kernel/time';
import { LANGUAGES, LINK, wordingOf } from '#test/builders/domain-notice';

const day = calendarDate.parse('2026-11-30');

describe('a day as it is written', () => {
  it.each([
    ['fi', '2026-11-30', '30.11.2026'],
    ['sv', '2027-01-05', '5.1.2027'],
    ['en', '2026-11-30', '30 November 2026'],
    ['en', '2027-01-05', '5 January 2027'],
    ['en', '2026-12-06', '6 December 2026'],
  ] as const)('in %s', (language, text, written) => {
    expect(writtenDay(calendarDate.parse(text), language)).toBe(written);
  });
});

describe('the notice of a verifiable message', () => {
  it.each([
    ['fi', 'Avaa viesti viimeistään 30.11.2026. Muuten se lähetetään sinulle kirjeenä.'],
    ['sv', 'Öppna meddelandet senast 30.11.2026. Annars skickas det till dig som brev.'],
    ['en', 'Open the message by 30 November 2026 at the latest. Otherwise it is sent to you as a letter.'],
  ] as const)('says in %s until when opening avoids a letter', (language, sentence) => {
    for (const kind of ['VERIFIABLE_NEW', 'VERIFIABLE_REMINDER'] as const) {
      const notice = writeNotice({ kind, language, link: LINK, openBy: day });
      expect([notice.text.includes(sentence), notice.html.includes(sentence)]).toEqual([true, true]);
    }
  });

  it('says so also in the words of the sender', () => {
    const notice = writeNotice({
      kind: 'VERIFIABLE_NEW',
      language: 'fi',
      link: LINK,
      openBy: day,
      custom: wordingOf(),
    });
    expect(notice.text).toContain('30.11.2026');
  });

  it('names no day where there is none', () => {
    for (const language of LANGUAGES)
      expect(writeNotice({ kind: 'NEW', language, link: LINK }).text).not.toMatch(/20\d\d|\{day\}/);
  });
});

describe('a reminder', () => {
  it.each([
    ['fi', 'Muistutus: sinulla on lukematon viesti'],
    ['sv', 'Påminnelse: du har ett oläst meddelande'],
    ['en', 'Reminder: you have an unread message'],
  ] as const)('says in %s that it is one', (language, subject) => {
    expect(writeNotice({ kind: 'REMINDER', language, link: LINK }).subject).toBe(subject);
  });
});
