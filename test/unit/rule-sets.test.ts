import { describe, expect, it } from 'vitest';
import { ruleSetId } from '#shared/domain/message/decision';
import { closingEvidence } from '#shared/domain/message/facts';
import {
  CLOSINGS,
  RULE_SETS,
  assessedUnder,
  ruleSetFor,
  ruleSetOf,
} from '#shared/domain/service-of-document/rule-sets';
import { date } from '#test/builders/domain-service';

const STATUTE = /^(\d+\/\d{4} § \d+|VM 2019, chapter 3\.2)$/;

describe('rule sets', () => {
  it('have a row for every id, with a source, and statutes in one form', () => {
    expect(RULE_SETS.map(({ id }) => id)).toEqual(ruleSetId.options);
    for (const { source, moments } of RULE_SETS) {
      expect(source).not.toBe('');
      for (const { statute } of Object.values(moments)) expect(statute).toMatch(STATUTE);
    }
    for (const evidence of closingEvidence.options) expect(CLOSINGS[evidence].statute).toMatch(STATUTE);
  });

  it.each([
    ['the law in force', 'fi-2016', '2026-11-23', 'fi-2016'],
    ['the law of its day, where the chosen law was not in force yet', 'fi-2016', '2010-11-30', 'fi-2003'],
    ['the law from its first day on', 'fi-2016', '2010-12-01', 'fi-2016'],
    ['the law in force, where the chosen law is repealed', 'fi-2003', '2026-11-23', 'fi-2016'],
    ['the proposal on any day it is chosen', 'wg-2019', '2022-12-31', 'wg-2019'],
  ] as const)('a decision is made under %s', (_, chosen, on, expected) => {
    expect(ruleSetFor(chosen, date(on))).toBe(expected);
  });

  it.each([
    ['fi-2016', '2026-11-23', ['fi-2016', 'wg-2019']],
    ['wg-2019', '2026-11-23', ['wg-2019', 'fi-2016']],
    ['fi-2003', '2010-11-30', ['fi-2003', 'wg-2019']],
    ['fi-2003', '2010-12-01', ['fi-2003', 'fi-2016', 'wg-2019']],
  ] as const)('what was sent under %s is assessed on %s under %j', (kept, on, expected) => {
    expect(assessedUnder(kept, date(on)).map(({ id }) => id)).toEqual(expected);
  });

  it('a bill whose text is not known says what the law in force says, and is shown only where it was chosen', () => {
    expect(ruleSetOf('fi-2026-draft').moments).toEqual(ruleSetOf('fi-2016').moments);
    expect(assessedUnder('fi-2016', date('2030-01-01')).map(({ id }) => id)).not.toContain('fi-2026-draft');
  });
});
