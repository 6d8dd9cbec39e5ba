import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_FORM_BYTES, OVER_MOST_FORM, PATHS_OF_PAGES, TOO_LARGE_PAGE } from '#shared/contracts/pages/too-large';
import { language } from '#shared/domain/message/hub-fields';

const [over, pages] = [new RegExp(OVER_MOST_FORM), new RegExp(PATHS_OF_PAGES)];

/** What one function takes, and what a gateway says of a request beside its body, at the most. */
const MOST_IN_A_CALL = 6 * 1024 * 1024;
const AROUND = 64 * 1024;

describe('a form that is too large', () => {
  it('is told by its written length', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(), fc.integer({ min: MOST_FORM_BYTES - 9, max: MOST_FORM_BYTES + 9 })), (length) => {
        expect(over.test(String(length))).toBe(length > MOST_FORM_BYTES);
      }),
    );
  });

  it('is any that a function can not be called with, and none of 4 MB of files', () => {
    expect((MOST_FORM_BYTES * 4) / 3 + AROUND).toBeLessThan(MOST_IN_A_CALL);
    expect(MOST_FORM_BYTES).toBeGreaterThan(4 * 1024 * 1024 + AROUND);
  });

  it.each([
    ['/mailbox', true],
    ['/mailbox/write', true],
    ['/production/mailbox/messages/1/reply', true],
    ['/v1/mailboxes/active', false],
    ['/me/v1/attachments', false],
    ['/mailboxes', false],
  ])('is one of the pages: %s is %s', (path, is) => {
    expect(pages.test(path)).toBe(is);
  });

  it('is answered in every language, by no more than a firewall may answer with', () => {
    for (const each of language.options) expect(TOO_LARGE_PAGE).toContain(`lang="${each}"`);
    expect(Buffer.byteLength(TOO_LARGE_PAGE)).toBeLessThan(4096);
  });
});
