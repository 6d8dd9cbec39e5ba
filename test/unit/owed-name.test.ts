import { describe, expect, it } from 'vitest';
import {
  codeIn,
  codeNoticeName,
  consentNoticeTag,
  owedName,
  readConsentNoticeTag,
} from '#shared/domain/consent/owed-name';
import { recipientNo } from '#test/builders/messages-stored';

const ID = recipientNo(1);

describe('a notice about a consent', () => {
  it.each([
    [{ consentVersion: 1, address: 'new' }, '1-new'],
    [{ consentVersion: 12, address: 'old' }, '12-old'],
  ] as const)('%j is named %s', (notice, name) => {
    expect(owedName(notice)).toBe(name);
    expect(readConsentNoticeTag(consentNoticeTag(ID, name))).toEqual({ recipientId: ID, name, ...notice });
  });

  it('that carries a code once more went to the address in force', () => {
    expect(readConsentNoticeTag(consentNoticeTag(ID, codeNoticeName({ of: 3, code: 2 })))).toEqual({
      recipientId: ID,
      consentVersion: 3,
      address: 'new',
      name: '3-code2',
    });
  });

  it.each([
    ['3-new', { of: 3, code: 1 }],
    ['3-code2', { of: 3, code: 2 }],
    ['3-code12', { of: 3, code: 12 }],
    ['3-old', undefined],
    ['3-withdrawal', undefined],
  ])('named %s carries the code %j', (name, code) => {
    expect(codeIn(name)).toEqual(code);
  });

  it.each([
    '',
    '4217-1',
    ID,
    `${ID}-1`,
    `${ID}-1-other`,
    `${ID}-x-new`,
    `x${ID}-1-new`,
    `${ID}-1-new-1`,
    `${ID}-1-code`,
  ])('is not what %j is about', (tag) => {
    expect(readConsentNoticeTag(tag)).toBeUndefined();
  });

  it('has a tag of the characters the mail provider takes', () => {
    expect(consentNoticeTag(ID, '1-new')).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  });
});
