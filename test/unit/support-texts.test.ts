import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISCLOSURE, answersTo } from '#shared/domain/digital-support/assistant';
import { BOT_CHECKS, failedBotChecks } from '#shared/domain/digital-support/bot-checklist';
import { goElectronicInsert } from '#shared/domain/digital-support/go-electronic';
import { monthsBetween } from '#shared/domain/digital-support/months';
import {
  CITIZEN_ADVICE,
  generalAdviceIn,
  placeOfAddress,
  supportContactFor,
} from '#shared/domain/digital-support/referral';
import { calendarDate } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { NATIONWIDE, directoryWith, providerRow } from '#test/builders/support';

const LANGUAGES = ['fi', 'sv', 'en'] as const;

describe('the contact a letter names', () => {
  const helsinki = providerRow('helsinki', ['091']);
  const directory = directoryWith([helsinki, providerRow('chat', [], { area: NATIONWIDE })]);

  it.each([
    [{ municipality: '091' }, 'Kirjasto helsinki'],
    [{ postcode: '99980' }, 'Kirjasto helsinki'],
    [{ municipality: '091', language: 'en' }, 'Kansalaisneuvonta'],
    [{ municipality: '091', group: 'BUSINESS' }, 'Kansalaisneuvonta'],
    [{}, 'Kansalaisneuvonta'],
  ])('for %j is %s', (wish, name) => {
    expect(supportContactFor(directory, wish).names.fi).toBe(name);
  });

  it('is one that can be called or visited on the web', () => {
    const unreachable = directoryWith([{ ...helsinki, contact: {} }]);
    expect(supportContactFor(unreachable, { municipality: '091' })).toBe(CITIZEN_ADVICE);
  });

  it.each([
    [{ zipCode: '99980', city: 'HELSINKI' }, { postcode: '99980' }],
    [{ zipCode: '00370', city: 'HELSINGFORS' }, { municipality: 'HELSINGFORS' }],
  ])('for the address %j is looked for at %j', (at, wish) => {
    expect(placeOfAddress(directory, at)).toEqual(wish);
  });

  it('is the general advice as the directory has it, where it has', () => {
    const advice = { sector: 'citizen-advice', area: NATIONWIDE, contact: { phone: '0295 111' } };
    const withAdvice = directoryWith([helsinki, providerRow('neuvonta', [], advice)]);
    expect(supportContactFor(withAdvice, { municipality: '091', language: 'en' }).contact).toEqual({
      phone: '0295 111',
    });
    const local = directoryWith([providerRow('neuvonta', ['564'], { ...advice, area: helsinki.area })]);
    expect(generalAdviceIn(local)).toBe(CITIZEN_ADVICE);
  });
});

describe('the insert of a letter', () => {
  it.each(LANGUAGES)('tells in %s how to go electronic and who helps', (language) => {
    const [how, who] = goElectronicInsert(language, CITIZEN_ADVICE).paragraphs;
    expect(how).toContain('suomi.fi/');
    expect(who).toContain(`${CITIZEN_ADVICE.names[language] ?? ''}, 0295 000, www.suomi.fi/kansalaisneuvonta.`);
  });

  it('sets a name of several lines in one', () => {
    const contact = { names: { fi: 'Kirjasto\n\nMaksa heti' }, contact: { phone: '09 1' } };
    expect(goElectronicInsert('fi', contact).paragraphs[1]).toContain(' Kirjasto Maksa heti, 09 1.');
  });

  it('says it in each language in other words', () => {
    expect(new Set(LANGUAGES.map((language) => goElectronicInsert(language, CITIZEN_ADVICE).heading)).size).toBe(3);
  });
});

describe('the checklist of a bot', () => {
  const fine = {
    handsOver: true,
    disclosesAutomation: true,
    contentCheckedOn: calendarDate.parse('2026-10-01'),
    givesTranscript: true,
    owner: 'Asiakaspalvelu',
    decides: false,
  };

  it('is met by a bot of which all is told', () => {
    expect(failedBotChecks(fine)).toEqual([]);
  });

  it.each([
    ['HUMAN_HANDOVER', { handsOver: false }],
    ['DISCLOSURE', { disclosesAutomation: undefined }],
    ['CONTENT_CHECKED', { contentCheckedOn: undefined }],
    ['TRANSCRIPT', { givesTranscript: false }],
    ['NAMED_OWNER', { owner: undefined }],
    ['NO_DECISIONS', { decides: true }],
  ])('fails %s for %j', (check, part) => {
    expect(failedBotChecks({ ...fine, ...part })).toEqual([check]);
  });

  it('is failed whole by a bot of which nothing is told', () => {
    expect(failedBotChecks({})).toEqual(Object.keys(BOT_CHECKS));
  });
});

describe('the automatic adviser', () => {
  const topic = (id: string, fi: string[]) => ({
    id,
    version: 1,
    enteredAt: NOON,
    text: { fi: `Ohje ${id}` },
    keywords: { fi, sv: [], en: [] },
    links: [],
    owner: 'Neuvonta',
    checkedOn: calendarDate.parse('2026-10-01'),
  });
  const TOPICS = [topic('b', ['kirje', 'posti']), topic('a', ['kirje']), topic('c', ['vahva tunnistautuminen', '!!'])];
  const faqIds = (question: string) => answersTo(TOPICS, question, 'fi').map(({ faqId }) => faqId);

  it.each([
    ['Miksi kirjeeni tuli postissa?', ['b', 'a']],
    ['KIRJE!', ['a', 'b']],
    ['Onko vahva tunnistautuminen pakollinen?', ['c']],
    ['Onko tunnistautuminen vahva?', []],
    ['Postikirje', ['b']],
    ['', []],
    ['!!', []],
  ])('finds for "%s" the topics %j', (question, ids) => {
    expect(faqIds(question)).toEqual(ids);
  });

  it('never says more than people have written', () => {
    fc.assert(
      fc.property(fc.string(), (question) => {
        for (const { text } of answersTo(TOPICS, question, 'fi')) expect(text).toMatch(/^Ohje [abc]$/);
      }),
    );
  });

  it.each(LANGUAGES)('says in %s what it is', (language) => {
    expect(DISCLOSURE[language]).toMatch(/automa/i);
  });
});

describe('months from one to another', () => {
  it.each([
    ['2020-11', '2021-02', ['2020-11', '2020-12', '2021-01', '2021-02']],
    ['2020-07', '2020-07', ['2020-07']],
    ['2020-08', '2020-07', undefined],
    ['2020-01', '2021-02', undefined],
  ])('from %s to %s are %j', (from, to, months) => {
    expect(monthsBetween(from, to)).toEqual(months);
  });
});
