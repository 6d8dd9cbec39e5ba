import { describe, expect, it } from 'vitest';
import { folderOf, restorableUntil } from '#shared/domain/mailbox/trash';
import { messageId } from '#shared/domain/message/ids';
import { instant } from '#shared/kernel/time';

const deleted = (deletedAt: string) => ({ messageId: messageId.parse(1), deletedAt: instant.parse(deletedAt) });
const at = (moment: string) => instant.parse(moment);

describe('a message of a mailbox', () => {
  it('lies in the inbox until it is deleted, and when it is taken back', () => {
    expect(folderOf(undefined, at('2026-11-23T10:00:00.000Z'))).toBe('INBOX');
    expect(folderOf({ messageId: messageId.parse(1) }, at('2026-11-23T10:00:00.000Z'))).toBe('INBOX');
    expect(restorableUntil({ messageId: messageId.parse(1) })).toBeUndefined();
  });

  it.each([
    ['in winter', '2026-11-23T10:00:00.000Z', '2027-01-22', '2027-01-22T21:59:59.999Z', '2027-01-22T22:00:00.000Z'],
    ['at midnight', '2026-11-23T22:00:00.000Z', '2027-01-23', '2027-01-23T21:59:59.999Z', '2027-01-23T22:00:00.000Z'],
    ['into summer', '2027-02-01T10:00:00.000Z', '2027-04-02', '2027-04-02T20:59:59.999Z', '2027-04-02T21:00:00.000Z'],
    ['into winter', '2026-10-20T20:59:59.999Z', '2026-12-19', '2026-12-19T21:59:59.999Z', '2026-12-19T22:00:00.000Z'],
  ])('deleted %s can be taken back for 60 days of Helsinki', (_, deletedAt, last, still, gone) => {
    const mark = deleted(deletedAt);
    expect(restorableUntil(mark)).toBe(last);
    expect(folderOf(mark, at(deletedAt))).toBe('DELETED');
    expect(folderOf(mark, at(still))).toBe('DELETED');
    expect(folderOf(mark, at(gone))).toBe('GONE');
  });
});
