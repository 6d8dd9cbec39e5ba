import { describe, expect, it } from 'vitest';
import { type ChannelFacts, decideChannel } from '#shared/domain/channel/decide-channel';
import { explain, legalBasisOf } from '#shared/domain/channel/explain';
import { reason } from '#shared/domain/message/decision';
import { COMPANY, FOR_CONTACT, IN_SWEDEN, NO_MAILBOX, channelFactsOf } from '#test/builders/domain-channel';
import { NOON } from '#test/builders/domain';

const REASONS = reason.options;

describe.each(REASONS)('the explanation of %s', (because) => {
  const { fi, sv, en } = explain({ reason: because });

  it('is a sentence in each of three languages', () => {
    for (const text of [fi, sv, en]) expect(text).toMatch(/^\p{Lu}.{20,}\.$/u);
    expect(new Set([fi, sv, en]).size).toBe(3);
  });

  it('is of this reason alone', () => {
    for (const other of REASONS.filter((each) => each !== because)) {
      const theirs = explain({ reason: other });
      expect([theirs.fi === fi, theirs.sv === sv, theirs.en === en]).toEqual([false, false, false]);
    }
  });
});

describe('the explanation of a safe but unsent letter', () => {
  it.each(['fi', 'sv', 'en'] as const)('does not tell in %s that there is a protection order', (language) => {
    expect(explain({ reason: 'PROTECTED_NO_SAFE_ADDRESS' })[language]).not.toMatch(
      /turvakielto|spärrmarkering|protection order/i,
    );
  });
});

describe('the legal basis', () => {
  const basisOf = (facts: Partial<ChannelFacts>) =>
    legalBasisOf(decideChannel(channelFactsOf(facts), { ruleSetId: 'fi-2016', at: NOON }));

  it.each([
    ['of an electronic message', {}, ['13/2003 § 18', '13/2003 § 19']],
    ['of paper by statute', { statutoryPaperOnly: true }, ['13/2003 § 19', '434/2003 § 56']],
    ['of a letter by address alone', { recipient: undefined }, ['434/2003 § 56']],
    ['of a letter whose PDF has the address', { recipient: undefined, addressIsInPdf: true }, []],
  ] as const)('%s is the law its rules rest on', (_, facts, basis) => {
    expect(basisOf(facts).sort()).toEqual(basis);
  });

  it.each([
    [
      'a letter to a person who has not consented',
      { mailbox: NO_MAILBOX },
      ['434/2003 § 56', '434/2003 § 59', '434/2003 § 60'],
    ],
    [
      'a letter to an organisation',
      { recipient: COMPANY, mailbox: NO_MAILBOX },
      ['434/2003 § 57', '434/2003 § 59', '434/2003 § 60'],
    ],
    [
      'a letter to a contact address',
      { mailbox: NO_MAILBOX, protectionOrder: true, addresses: { CONTACT: FOR_CONTACT } },
      ['434/2003 § 59', '434/2003 § 60', '661/2009 § 36', '661/2009 § 37'],
    ],
    [
      'a recipient abroad',
      { mailbox: NO_MAILBOX, addresses: { REGISTER: IN_SWEDEN } },
      ['434/2003 § 56', '434/2003 § 59', '434/2003 § 60', '434/2003 § 63'],
    ],
  ] as const)('of %s holds that of its deciding rules', (_, facts, basis) => {
    expect(basisOf(facts)).toEqual(expect.arrayContaining([...basis]));
    expect(basisOf(facts)).not.toContain('13/2003 § 18');
  });

  it('of a letter for want of consent does not name the rule on paper by statute, which was tried and did not decide', () => {
    expect(basisOf({ mailbox: NO_MAILBOX }).sort()).toEqual(['434/2003 § 56', '434/2003 § 59', '434/2003 § 60']);
  });

  it.each([
    ['names a section once', ['A2', 'A2'], ['434/2003 § 56']],
    ['knows nothing of a rule of the hub itself', ['C0b', 'C10', 'A0', 'A5', 'A6'], []],
    ['knows nothing of a rule it never heard of', ['X1'], []],
    ['names the basis of electronic messages where it decided', ['C7'], ['13/2003 § 18', '13/2003 § 19']],
    ['leaves it out where it did not', ['C7', 'C8'], ['434/2003 § 59', '434/2003 § 60']],
    ['names both sections of a protection order', ['A3'], ['661/2009 § 36', '661/2009 § 37']],
    ['names the section on organisations', ['A4'], ['434/2003 § 57']],
    ['names the section on service abroad', ['R10'], ['434/2003 § 63']],
    ['names the section on consent where paper is asked for by statute', ['C3'], ['13/2003 § 19']],
    ['is empty where nothing was decided', [], []],
  ])('%s', (_, path, basis) => {
    expect(legalBasisOf({ path, reason: 'CONSENT' })).toEqual(basis);
  });

  it.each([
    ['MAILBOX_ACTIVE', ['C7'], ['HE 124/2025 vp']],
    ['OPTED_OUT', ['C7', 'C8'], ['434/2003 § 59', '434/2003 § 60', 'HE 124/2025 vp']],
    ['NOT_REACTIVATED', ['C7', 'C8'], ['434/2003 § 59', '434/2003 § 60', 'HE 124/2025 vp']],
  ] as const)('names the bill, and no section that asks for a consent, for %s', (reason, path, basis) => {
    expect(legalBasisOf({ path: [...path], reason })).toEqual(basis);
  });
});
