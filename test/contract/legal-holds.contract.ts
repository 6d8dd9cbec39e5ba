import { describe, expect, it } from 'vitest';
import { messageId } from '#shared/domain/message/ids';
import { type LegalHold, OPERATOR, coverOf, ownerOf } from '#shared/domain/retention/legal-hold';
import { NOON, TENANT } from '#test/builders/messages';
import { token } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const ONE = messageId.parse(1);
const TWO = messageId.parse(2);
const hold = (part: Partial<LegalHold> = {}): LegalHold => ({
  holdId: 'juttu-1',
  owner: ownerOf(TENANT),
  scope: { type: 'MESSAGE', messageId: ONE },
  sealed: 'sealed',
  enteredAt: NOON,
  attempt: token('hold'),
  ...part,
});
const ON_ONE = coverOf({ type: 'MESSAGE', messageId: ONE });
const ON_ALL = coverOf({ type: 'EVERYTHING' });

/** What every LegalHolds must do. */
export function legalHoldsContract(name: string, make: () => Promise<Pick<Stores, 'holds'>>): void {
  describe(`LegalHolds: ${name}`, () => {
    it('knows a hold as it was entered, by its owner and id', async () => {
      const { holds } = await make();
      expect(await holds.put(hold())).toBe(true);
      expect(await holds.put(hold({ sealed: 'again' }))).toBe(false);
      expect(await holds.read(ownerOf(TENANT), 'juttu-1')).toEqual(hold({ sealed: 'again' }));
      expect(await holds.read(OPERATOR, 'juttu-1')).toBeUndefined();
    });

    it('tells whether one lies on any of several names', async () => {
      const { holds } = await make();
      expect(await holds.isCovered([ON_ONE, ON_ALL])).toBe(false);
      await holds.put(hold());
      expect(await holds.isCovered([ON_ALL, ON_ONE])).toBe(true);
      expect(await holds.isCovered([ON_ALL])).toBe(false);
    });

    it('lies no more where it was lifted, or amended to lie elsewhere', async () => {
      const { holds } = await make();
      await holds.put(hold());
      await holds.put(hold({ scope: { type: 'EVERYTHING' } }));
      expect([await holds.isCovered([ON_ONE]), await holds.isCovered([ON_ALL])]).toEqual([false, true]);
      await holds.put(hold({ scope: { type: 'EVERYTHING' }, liftedAt: NOON }));
      expect(await holds.isCovered([ON_ONE, ON_ALL])).toBe(false);
      expect(await holds.read(ownerOf(TENANT), 'juttu-1')).toMatchObject({ liftedAt: NOON });
      await holds.put(hold());
      expect(await holds.isCovered([ON_ONE])).toBe(true);
    });

    it('lies on while another on the same thing is lifted', async () => {
      const { holds } = await make();
      await holds.put(hold());
      await holds.put(hold({ owner: OPERATOR }));
      await holds.put(hold({ liftedAt: NOON }));
      expect(await holds.isCovered([ON_ONE])).toBe(true);
    });

    it('shows whoever raises the boards the endings that have begun and are not finished', async () => {
      const { holds } = await make();
      const [a, b] = [
        { messageId: ONE, by: token('a') },
        { messageId: TWO, by: token('b') },
      ];
      for (const each of [a, a, b])
        expect(await holds.begin({ ...each, version: await holds.version(each.messageId) })).toBe(true);
      expect([...(await holds.raise())].sort()).toEqual([ONE, TWO]);
      await holds.finish(a);
      await holds.finish(a);
      expect(await holds.raise()).toEqual([TWO]);
    });

    it('lets nothing begin that was decided before the boards were raised', async () => {
      const { holds } = await make();
      const by = token('a');
      const before = await holds.version(ONE);
      await holds.raise();
      expect(await holds.begin({ messageId: ONE, by, version: before })).toBe(false);
      expect(await holds.raise()).toEqual([]);
      expect(await holds.begin({ messageId: ONE, by, version: await holds.version(ONE) })).toBe(true);
    });

    it('takes no run’s ending off for another of the same message', async () => {
      const { holds } = await make();
      for (const by of [token('a'), token('b')])
        await holds.begin({ messageId: ONE, by, version: await holds.version(ONE) });
      await holds.finish({ messageId: ONE, by: token('a') });
      expect(await holds.raise()).toEqual([ONE]);
    });
  });
}
