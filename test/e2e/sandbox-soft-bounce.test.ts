import { describe, expect, it } from 'vitest';
import { SENDING, systemOne } from '#test/builders/e2e-authority';
import { TESSA, multichannel } from '#test/builders/e2e-bodies';
import { useHub } from '#test/builders/e2e-hub';
import { sandboxOf } from '#test/builders/e2e-sandbox';

const hub = useHub();
const city = systemOne(hub);
const sandbox = sandboxOf(hub);

/** Minutes from the start at which notices about a message were sent, oldest first. */
async function minutesOfNotices(messageId: number, start: number): Promise<readonly number[]> {
  const mails = (await sandbox.emails()).filter((each) => each.messageId === messageId);
  return mails.map(({ at }) => (Date.parse(at) - start) / 60_000);
}

describe('a soft bounce', () => {
  it('is tried again after 15 minutes, an hour, 4 and 12 hours, and is then hard', async () => {
    const start = Date.parse(await sandbox.now());
    const body = multichannel({ to: TESSA, file: await city.upload() });
    const messageId = await city.send(SENDING.multichannel, body);
    await sandbox.settle();
    for (const wait of ['PT15M', 'PT1H', 'PT4H', 'PT12H']) {
      await sandbox.bounce((await sandbox.emails()).at(-1)?.emailId ?? '', 'soft');
      await sandbox.settle();
      expect(await sandbox.letters()).toEqual([]);
      await sandbox.advance(wait);
    }
    expect(await minutesOfNotices(messageId, start)).toEqual([0, 15, 75, 315, 1035]);

    await sandbox.bounce((await sandbox.emails()).at(-1)?.emailId ?? '', 'soft');
    await sandbox.settle();
    expect(await sandbox.letterOf(messageId)).toMatchObject({ class: 'LETTER' });
    expect(await city.typesAbout(messageId)).toEqual([
      'Electronic message created',
      'Paper mail created',
      'Sent for printing and enveloping',
    ]);
  });
});
