import { describe, expect, it } from 'vitest';
import { deadlineFrom } from '#shared/domain/service-of-document/last-day-to-act';
import { assessed, date, electronicAt, letterTold, moment, openedAt, saidBy } from '#test/builders/domain-service';

const law = (facts: Parameters<typeof assessed>[0], rest: Parameters<typeof assessed>[1] = {}) =>
  saidBy('fi-2016', assessed(facts, { terms: { appealPeriod: { days: 30 } }, ...rest }));

/** Decisions of the Supreme Administrative Court, as facts (domain.md 2.4). */
describe('the Supreme Administrative Court found', () => {
  it.each([
    [
      'KHO:2020:132, an authority is reached electronically on the third day too',
      '2019-12-20',
      '2019-12-23',
      '2020-01-22',
    ],
    ['KHO:2023:46, a presumed day that is a Saturday is not moved', '2022-05-18', '2022-05-21', '2022-06-20'],
  ])('%s', (_, sentOn, deemedDate, appealLastDay) => {
    const terms = { appealPeriod: { days: 30 }, recipientKind: 'AUTHORITY' as const };
    const facts = electronicAt(moment(`${sentOn}T10:00:00Z`));
    expect(law(facts, { terms })).toMatchObject({ status: 'DEEMED', deemedDate, appealLastDay });
  });

  it('KHO:2024:49, that earlier knowledge of an e-mail does not bring its day forward', () => {
    const facts = [...electronicAt(moment('2022-11-07T10:00:00Z')), openedAt(moment('2022-11-08T06:00:00Z'))];
    expect(law(facts)).toMatchObject({ status: 'DEEMED', deemedDate: '2022-11-10', rebuttable: true });
  });

  it('KHO:2023:46, that the presumption fails for an obligating decision that should have been verifiable', () => {
    const terms = { appealPeriod: { days: 30 }, obligatingOverridden: true };
    const said = law(electronicAt(moment('2022-05-18T10:00:00Z')), { terms });
    expect(said).toMatchObject({ status: 'DOUBTFUL', deemedDate: '2022-05-21' });
    expect(said?.appealLastDay).toBeUndefined();
  });

  it.each([
    ['KHO:2016:143', '2013-01-23', '2013-01-30'],
    ['KHO:2017:126', '2010-12-31', '2011-01-07'],
    ['KHO:2018:152', '2015-09-21', '2015-09-28'],
    ['KHO:2020:19', '2017-08-24', '2017-08-31'],
  ])('%s, that a letter is received on the seventh day from its posting', (_, postedOn, deemedDate) => {
    const facts = letterTold({ handed: moment(`${postedOn}T08:00:00Z`), postedOn });
    expect(law(facts)).toMatchObject({ status: 'DEEMED', deemedDate });
  });

  it('KHO:2023:117, that thirty days from an advice of receipt of 29 November end on 29 December', () => {
    const facts = letterTold({
      class: 'LETTER_ADVICE_OF_RECEIPT',
      handed: moment('2022-11-25T08:00:00Z'),
      receipt: moment('2022-11-29T09:00:00Z'),
    });
    expect(law(facts, { kind: 'VERIFIABLE', terms: { appealPeriod: { days: 30 } } })).toMatchObject({
      status: 'SERVED',
      deemedDate: '2022-11-29',
      appealLastDay: '2022-12-29',
    });
  });

  it('KHO:2024:22, that an act by e-mail after 16:15 on the last day is late', () => {
    const { endsAt } = deadlineFrom(date('2022-11-29'), { days: 30 });
    expect(endsAt).toBe('2022-12-29T14:15:00.000Z');
  });
});
