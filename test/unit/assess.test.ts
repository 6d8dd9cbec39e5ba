import { describe, expect, it } from 'vitest';
import type { DeliveryFact } from '#shared/domain/message/facts';
import type { Assessment } from '#shared/domain/service-of-document/assess';
import { attemptToken } from '#shared/domain/message/ids';
import {
  bouncedFact,
  closedFact,
  decidedFact,
  noticeSentFact,
  openedLateFact,
  rebuttedFact,
  storedFact,
} from '#test/builders/domain-facts';
import {
  assessed,
  date,
  electronicAt,
  fellBackAt,
  letterTold,
  moment,
  openedAt,
  saidBy,
} from '#test/builders/domain-service';

const SECOND_NOTICE = attemptToken.parse('second-notice');
const MONDAY = moment('2026-11-23T08:15:00Z');
const AOR = 'LETTER_ADVICE_OF_RECEIPT' as const;
const VERIFIABLE = { kind: 'VERIFIABLE' } as const;
const APPEAL = { terms: { appealPeriod: { days: 30 } } };

const law = (facts: readonly DeliveryFact[], rest = {}) => saidBy('fi-2016', assessed(facts, { ...APPEAL, ...rest }));
const group = (facts: readonly DeliveryFact[], rest = {}) => saidBy('wg-2019', assessed(facts, { ...APPEAL, ...rest }));
/** Status, and the names of the dates it carries. */
const dated = (said: Assessment | undefined): string[] => [
  said?.status ?? '',
  ...Object.entries(said ?? {}).flatMap(([name, value]) =>
    /^(deemed|appeal)/.test(name) && value !== undefined ? [name] : [],
  ),
];

describe('an ordinary electronic message', () => {
  it('counts as received on the third day from its sending by the law, and at the notice by the proposal', () => {
    expect(law(electronicAt(MONDAY))).toMatchObject({
      status: 'DEEMED',
      primary: true,
      rebuttable: true,
      basis: '13/2003 § 19',
      deemedDate: '2026-11-26',
      appealLastDay: '2026-12-28',
      appealEndsAt: '2026-12-28T14:15:00.000Z',
    });
    expect(group(electronicAt(MONDAY))).toMatchObject({
      status: 'DEEMED',
      primary: false,
      deemedDate: '2026-11-23',
      deemedAt: MONDAY,
      appealLastDay: '2026-12-23',
    });
  });

  it('counts from the notice when the message was stored the day before', () => {
    const facts = [decidedFact(), storedFact(MONDAY), noticeSentFact(moment('2026-11-24T08:00:00Z'))];
    expect(law(facts)?.deemedDate).toBe('2026-11-27');
  });

  it('is not received earlier by being opened earlier (KHO:2024:49)', () => {
    const facts = [...electronicAt(moment('2022-11-07T10:00:00Z')), openedAt(moment('2022-11-07T11:00:00Z'))];
    expect(law(facts)).toMatchObject({ deemedDate: '2022-11-10', appealLastDay: '2022-12-12' });
  });

  it('is doubtful and has no dates when its notice came back', () => {
    const facts = [...electronicAt(MONDAY), bouncedFact('hard', moment('2026-11-23T09:00:00Z'))];
    expect(dated(law(facts))).toEqual(['DOUBTFUL']);
    expect(dated(group(facts))).toEqual(['DOUBTFUL']);
  });

  it('is sent anew by the notice that follows one that came back for a while', () => {
    const facts = [...electronicAt(MONDAY), bouncedFact('soft')];
    expect(law(facts)?.status).toBe('PENDING');
    const again = moment('2026-11-24T08:15:00Z');
    const other = noticeSentFact(again, SECOND_NOTICE);
    expect(law([...facts, other])?.deemedDate).toBe('2026-11-27');
  });

  it('whose notice came back but which was opened counts from the opening', () => {
    const facts = [...electronicAt(MONDAY), openedAt(moment('2026-11-25T10:00:00Z')), bouncedFact('hard')];
    expect(law(facts)).toMatchObject({ status: 'DEEMED', deemedDate: '2026-11-28' });
  });

  it('waits for its notice', () => {
    expect(dated(law([decidedFact(), storedFact()]))).toEqual(['PENDING']);
  });

  it('had no presumption before 1 December 2010: only its opening serves it', () => {
    const sent = moment('2010-11-30T10:00:00Z');
    const facts = electronicAt(sent, { ruleSetId: 'fi-2003' });
    expect(saidBy('fi-2003', assessed(facts))).toMatchObject({ status: 'NOT_SERVED', primary: true });
    const opened = [...facts, openedAt(moment('2010-12-02T10:00:00Z'))];
    expect(saidBy('fi-2003', assessed(opened))).toMatchObject({ status: 'SERVED', deemedDate: '2010-12-02' });
    expect(saidBy('fi-2016', assessed(electronicAt(moment('2010-12-01T10:00:00Z'))))?.deemedDate).toBe('2010-12-04');
  });
});

describe('a verifiable electronic message', () => {
  it('is served at the moment it is opened, by both', () => {
    const opened = moment('2026-11-25T17:02:00Z');
    for (const each of [law, group])
      expect(each([...electronicAt(MONDAY), openedAt(opened)], VERIFIABLE)).toMatchObject({
        status: 'SERVED',
        deemedDate: '2026-11-25',
        deemedAt: opened,
        appealLastDay: '2026-12-28',
      });
  });

  it('is not served by waiting', () => {
    expect(law(electronicAt(MONDAY), VERIFIABLE)).toMatchObject({ status: 'PENDING', basis: '13/2003 § 18' });
  });

  describe('that was not opened in time', () => {
    const fallback = [...electronicAt(MONDAY), fellBackAt(moment('2026-12-01T04:00:00Z'))];
    const letter = (receipt?: string) =>
      letterTold({
        attempt: 2,
        class: AOR,
        handed: moment('2026-12-01T04:00:00Z'),
        receipt: receipt === undefined ? undefined : moment(receipt),
      });

    it('has an attempt that served nothing, and one that waits for its receipt', () => {
      const said = assessed([...fallback, ...letter()], VERIFIABLE).filter(({ primary }) => primary);
      expect(said.map(({ attempt, channel, status }) => [attempt, channel, status])).toEqual([
        [2, AOR, 'PENDING'],
        [1, 'ELECTRONIC', 'NOT_SERVED'],
      ]);
    });

    it('is served on the day the advice of receipt is signed', () => {
      expect(law([...fallback, ...letter('2026-12-09T10:00:00Z')], VERIFIABLE)).toMatchObject({
        status: 'SERVED',
        deemedDate: '2026-12-09',
        appealLastDay: '2027-01-08',
        basis: '434/2003 § 60',
      });
    });

    it('is served by the receipt although it was opened late', () => {
      const late = openedLateFact(moment('2026-12-02T09:00:00Z'));
      const said = assessed([...fallback, ...letter('2026-12-09T10:00:00Z'), late], VERIFIABLE);
      expect(saidBy('fi-2016', said)?.deemedDate).toBe('2026-12-09');
      expect(said.find(({ attempt }) => attempt === 1)?.status).toBe('NOT_SERVED');
    });

    it('is served by its opening when no letter has been handed over yet', () => {
      const opened = openedAt(moment('2026-12-01T04:00:01Z'));
      const said = assessed([...fallback, decidedFact({ channel: AOR }), opened], VERIFIABLE);
      expect(said.filter(({ primary }) => primary).map(({ status, deemedDate }) => [status, deemedDate])).toEqual([
        ['NOT_SERVED', undefined],
        ['SERVED', '2026-12-01'],
      ]);
    });
  });
});

describe('a letter', () => {
  it('posted on Tuesday counts as received the next Tuesday', () => {
    const facts = letterTold({ postedOn: '2026-11-24' });
    expect(law(facts)).toMatchObject({ status: 'DEEMED', deemedDate: '2026-12-01', basis: '434/2003 § 59' });
    expect(group(facts)).toMatchObject({ deemedDate: '2026-11-23', deemedAt: moment('2026-11-23T12:00:00Z') });
  });

  it('has no day before its posting is known', () => {
    expect(dated(law(letterTold({})))).toEqual(['PENDING']);
  });

  it('counts from the latest of two days that are told of its posting', () => {
    const twice = [...letterTold({ postedOn: '2026-11-24' }), ...letterTold({ postedOn: '2026-11-23' }).slice(2)];
    expect(law(twice)?.deemedDate).toBe('2026-12-01');
  });

  it('that came back served nothing, and the next one has its own clock', () => {
    const first = letterTold({ postedOn: '2026-11-23', returned: moment('2026-11-30T10:00:00Z') });
    const second = letterTold({ attempt: 2, postedOn: '2026-12-01', handed: moment('2026-11-30T10:00:00Z') });
    const said = assessed([...first, fellBackAt(moment('2026-11-30T10:00:00Z')), ...second], APPEAL);
    expect(said.filter(({ primary }) => primary)).toMatchObject([
      { attempt: 2, status: 'DEEMED', deemedDate: '2026-12-08', appealLastDay: '2027-01-07' },
      { attempt: 1, status: 'NOT_SERVED' },
    ]);
  });

  it('to an authority counts on the day it arrives', () => {
    const facts = letterTold({ postedOn: '2026-11-24', arrived: moment('2026-11-26T09:00:00Z') });
    const toAuthority = { terms: { recipientKind: 'AUTHORITY' as const } };
    expect(law(facts, toAuthority)).toMatchObject({ status: 'DEEMED', deemedDate: '2026-11-26' });
    expect(law(letterTold({ postedOn: '2026-11-24' }), toAuthority)?.status).toBe('PENDING');
    expect(law(electronicAt(MONDAY), toAuthority)?.deemedDate).toBe('2026-11-26');
  });

  it('against a receipt is served by the receipt even if the post also says it came back', () => {
    const facts = letterTold({
      class: AOR,
      receipt: moment('2026-12-02T10:00:00Z'),
      returned: moment('2026-12-03T10:00:00Z'),
    });
    expect(law(facts, VERIFIABLE)).toMatchObject({ status: 'SERVED', deemedDate: '2026-12-02' });
  });
});

describe('an obligating document that was sent as ordinary all the same (KHO:2023:46)', () => {
  it('keeps a doubtful day and no deadline', () => {
    const facts = electronicAt(moment('2022-05-18T10:00:00Z'));
    const said = law(facts, { terms: { ...APPEAL.terms, obligatingOverridden: true } });
    expect(dated(said)).toEqual(['DOUBTFUL', 'deemedDate']);
    expect(said?.deemedDate).toBe('2022-05-21');
  });
});

describe('a document on a desk', () => {
  const manual = decidedFact({ channel: 'MANUAL', reason: 'ABROAD' });

  it.each([
    ['HAND_DELIVERY', 'SERVED', '2026-12-01', '434/2003 § 60'],
    ['PROCESS_SERVER', 'SERVED', '2026-12-01', '434/2003 § 60'],
    ['SUBSTITUTED', 'DEEMED', '2026-12-04', '434/2003 § 61'],
    ['GENERAL_NOTICE', 'DEEMED', '2026-12-08', '434/2003 § 62'],
    ['ABROAD', 'SERVED', '2026-12-01', '434/2003 § 63'],
  ] as const)('closed with %s is %s on the day that evidence gives', (evidence, status, deemedDate, basis) => {
    expect(law([manual, closedFact({ evidence })])).toMatchObject({ status, deemedDate, basis });
  });

  it('waits', () => {
    expect(dated(law([manual]))).toEqual(['PENDING']);
    expect(law([decidedFact({ channel: 'HOLD' })])?.status).toBe('PENDING');
  });

  it('that can not be delivered is not served', () => {
    expect(dated(law([decidedFact({ channel: 'UNDELIVERABLE' })]))).toEqual(['NOT_SERVED']);
  });

  it('is served by a receipt that comes after its closing', () => {
    const facts = letterTold({ class: AOR, receipt: moment('2026-11-30T10:00:00Z') });
    expect(law([...facts, closedFact()], VERIFIABLE)?.deemedDate).toBe('2026-11-30');
  });
});

describe("an authority's finding", () => {
  it('takes the place of the presumption in every set', () => {
    const facts = [...electronicAt(MONDAY), rebuttedFact({ servedOn: date('2026-12-03') })];
    for (const each of [law, group])
      expect(each(facts)).toMatchObject({
        status: 'SERVED',
        deemedDate: '2026-12-03',
        deemedAt: '2026-12-02T22:00:00.000Z',
        rebuttable: false,
        appealLastDay: '2027-01-04',
      });
  });

  it('of what no channel serves rests on service in general, as its wait did', () => {
    const desk = [decidedFact({ channel: 'MANUAL', reason: 'ABROAD' })];
    expect(law(desk)).toMatchObject({ status: 'PENDING', basis: '434/2003 § 55' });
    const found = law([...desk, rebuttedFact({ servedOn: date('2026-12-03') })]);
    expect(found).toMatchObject({ status: 'SERVED', deemedDate: '2026-12-03', basis: '434/2003 § 55' });
  });
});

describe('assessments', () => {
  const ids = (said: readonly Assessment[]) => said.map(({ ruleSetId, primary }) => [ruleSetId, primary]);

  it('begin with the set the message was sent under', () => {
    expect(ids(assessed(electronicAt(MONDAY)))).toEqual([
      ['fi-2016', true],
      ['wg-2019', false],
    ]);
    expect(ids(assessed(electronicAt(MONDAY, { ruleSetId: 'wg-2019' })))).toEqual([
      ['wg-2019', true],
      ['fi-2016', false],
    ]);
  });

  it('keep a set that is no longer in force for what was sent under it', () => {
    const facts = letterTold({
      ruleSetId: 'fi-2003',
      decidedAt: moment('2010-11-30T10:00:00Z'),
      postedOn: '2010-12-01',
    });
    expect(ids(assessed(facts))).toEqual([
      ['fi-2003', true],
      ['fi-2016', false],
      ['wg-2019', false],
    ]);
  });

  it('say nothing before a decision', () => {
    expect(assessed([])).toEqual([]);
  });
});
