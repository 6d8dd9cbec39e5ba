import { describe, expect, it } from 'vitest';
import type { UnsentReport } from '#shared/domain/report-calendar/report-mail';
import type { ReportMails } from '#shared/ports/report-mails';
import { DUE, claimNo, mailNo } from '#test/builders/programme-reports';
import { at } from '#test/builders/programme-scope';

const [FIRST, SECOND] = [mailNo(1), mailNo(2)];
const NAME = FIRST.name;

/** What every record of owed mails must do. */
export function reportMailsContract(name: string, make: () => Promise<ReportMails>): void {
  describe(`ReportMails: ${name}`, () => {
    async function owing() {
      const mails = await make();
      await mails.owe(FIRST);
      return mails;
    }
    const claimed = async (mails: ReportMails, n: number) => {
      const mail = await mails.read(NAME);
      return mail !== undefined && (await mails.claim(mail, claimNo(n)));
    };

    it('owes nothing at first', async () => {
      const mails = await make();
      expect(await mails.owed()).toEqual([]);
      expect(await mails.read(NAME)).toBeUndefined();
      expect(await mails.unsent(10)).toEqual([]);
    });

    it('owes a mail once, however often it is put', async () => {
      const mails = await owing();
      await mails.owe(FIRST);
      await mails.owe({ ...FIRST, to: 'other@example.fi' });
      expect(await mails.owed()).toEqual([{ ...FIRST, state: 'OWED' }]);
    });

    it('owes one no more that is settled, and never again', async () => {
      const mails = await owing();
      await mails.owe(SECOND);
      await mails.settle(NAME, 'SENT');
      await mails.owe(FIRST);
      expect((await mails.owed()).map((each) => each.name)).toEqual([SECOND.name]);
      expect(await mails.owed()).toHaveLength(1);
      expect(await mails.read(NAME)).toEqual({ ...FIRST, state: 'SENT' });
      await mails.settle(NAME, 'FAILED');
      expect(await mails.read(NAME)).toMatchObject({ state: 'SENT' });
    });

    it('lets one worker claim a mail as it was seen', async () => {
      const mails = await owing();
      const seen = await mails.read(NAME);
      if (!seen) throw new Error('the mail is not there');
      const [one, other] = await Promise.all([mails.claim(seen, claimNo(1)), mails.claim(seen, claimNo(2))]);
      expect([one, other].filter(Boolean)).toHaveLength(1);
      expect(await claimed(mails, 3)).toBe(true);
      expect(await mails.read(NAME)).toMatchObject({ state: 'OWED', claim: claimNo(3) });
    });

    it('takes back a claim by its own token only', async () => {
      const mails = await owing();
      await claimed(mails, 1);
      await mails.release(NAME, claimNo(2));
      expect(await mails.read(NAME)).toMatchObject({ claim: claimNo(1) });
      await mails.release(NAME, claimNo(1));
      expect(await mails.read(NAME)).toEqual({ ...FIRST, state: 'OWED' });
    });

    it('lets nobody claim what is settled', async () => {
      const mails = await owing();
      const seen = await mails.read(NAME);
      await mails.settle(NAME, 'FAILED');
      expect(seen && (await mails.claim(seen, claimNo(1)))).toBe(false);
      expect(await mails.owed()).toEqual([]);
    });

    it('keeps who was not reached, newest first, each once', async () => {
      const mails = await make();
      const note = (day: string, receiver: string): UnsentReport => ({
        reportId: `R3-${day}`,
        dueAt: at(`${day}T03:00:00.000Z`),
        receiver,
        because: 'NO_ADDRESS',
      });
      for (const day of ['2020-07-01', '2020-07-30', '2020-07-14', '2020-07-01'])
        await mails.note(note(day, 'ministry'));
      expect((await mails.unsent(10)).map(({ reportId }) => reportId)).toEqual([
        'R3-2020-07-30',
        'R3-2020-07-14',
        'R3-2020-07-01',
      ]);
      expect(await mails.unsent(1)).toEqual([note('2020-07-30', 'ministry')]);
      expect(note('2020-07-01', 'x').dueAt).toBe(DUE);
    });
  });
}
