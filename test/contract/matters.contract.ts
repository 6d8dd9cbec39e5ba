import { describe, expect, it } from 'vitest';
import type { MatterPreference } from '#shared/domain/consent/matter-preference';
import { MINUTE, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const MATTER = 'a'.repeat(64);
const choice = (part: Partial<MatterPreference> = {}): MatterPreference => ({
  recipientId: recipientNo(1),
  matter: MATTER,
  kind: 'MESSAGES',
  sealed: 'recipients:sealed',
  declaredAt: NOON,
  actor: { role: 'SELF' },
  ...part,
});

/** What every MatterPreferences must do. */
export function mattersContract(name: string, make: () => Promise<Pick<Stores, 'matters'>>): void {
  describe(`MatterPreferences: ${name}`, () => {
    it('knows nothing of a matter nobody has chosen for', async () => {
      const { matters } = await make();
      expect(await matters.read(recipientNo(1), MATTER)).toBeUndefined();
    });

    it('gives a choice back as it was put, to its own recipient and for its own matter', async () => {
      const { matters } = await make();
      await matters.put(choice());
      expect(await matters.read(recipientNo(1), MATTER)).toEqual(choice());
      expect(await matters.read(recipientNo(2), MATTER)).toBeUndefined();
      expect(await matters.read(recipientNo(1), 'b'.repeat(64))).toBeUndefined();
    });

    it('lets the latest choice take the place of the one before, also a cleared one', async () => {
      const { matters } = await make();
      await matters.put(choice());
      const cleared = choice({ kind: 'CLEARED', sealed: undefined, declaredAt: after(NOON, MINUTE) });
      await matters.put(cleared);
      expect(await matters.read(recipientNo(1), MATTER)).toEqual(cleared);
    });

    it('lists the choices of one recipient by name, page by page, cleared ones too', async () => {
      const { matters } = await make();
      const named = ['a', 'b', 'c'].map((letter) => choice({ matter: letter.repeat(64) }));
      const cleared = choice({ matter: 'd'.repeat(64), kind: 'CLEARED', sealed: undefined });
      for (const each of [cleared, ...named.toReversed()]) await matters.put(each);
      await matters.put(choice({ recipientId: recipientNo(2) }));
      const first = await matters.list(recipientNo(1), { limit: 3 });
      expect(first).toEqual(named);
      expect(await matters.list(recipientNo(1), { after: first.at(-1)?.matter ?? '', limit: 3 })).toEqual([cleared]);
      expect(await matters.list(recipientNo(3), { limit: 3 })).toEqual([]);
    });

    it('marks the notice address of a choice as dead', async () => {
      const { matters } = await make();
      await matters.put(choice());
      await matters.markDead(choice());
      expect(await matters.read(recipientNo(1), MATTER)).toEqual(choice({ emailDead: true }));
    });

    it('does not mark a choice that has taken the place of the one that bounced, nor one that never was', async () => {
      const { matters } = await make();
      await matters.markDead(choice());
      expect(await matters.read(recipientNo(1), MATTER)).toBeUndefined();
      const later = choice({ declaredAt: after(NOON, MINUTE) });
      await matters.put(later);
      await matters.markDead(choice());
      expect(await matters.read(recipientNo(1), MATTER)).toEqual(later);
    });
  });
}
