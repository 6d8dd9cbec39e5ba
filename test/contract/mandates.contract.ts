import { describe, expect, it } from 'vitest';
import { GIVER, HOLDER, mandateNo, mandateOf, withFacts } from '#test/builders/messages-mandates';
import { recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const MOVED = { ok: false, refusal: { kind: 'mandate-moved' } };

/** What every Mandates must do. */
export function mandatesContract(name: string, make: () => Promise<Pick<Stores, 'mandates'>>): void {
  describe(`Mandates: ${name}`, () => {
    it('knows none that nobody has given', async () => {
      const { mandates } = await make();
      expect(await mandates.find(GIVER, mandateNo(1))).toBeUndefined();
      expect(await mandates.givenBy(GIVER)).toEqual([]);
      expect(await mandates.heldBy(HOLDER)).toEqual([]);
    });

    it('shows one as it was given to both parties, and to nobody else', async () => {
      const { mandates } = await make();
      const given = mandateOf({ evidence: { sha256: 'a'.repeat(64), organisation: 'Palvelupiste' } });
      await mandates.give(given);
      for (const party of [GIVER, HOLDER]) expect(await mandates.find(party, mandateNo(1))).toEqual(given);
      expect(await mandates.find(recipientNo(3), mandateNo(1))).toBeUndefined();
    });

    it('lists what somebody gave apart from what somebody holds', async () => {
      const { mandates } = await make();
      const [first, second] = [mandateOf(), mandateOf({ mandateId: mandateNo(2), principal: HOLDER, holder: GIVER })];
      await mandates.give(first);
      await mandates.give(second);
      await mandates.give(mandateOf({ mandateId: mandateNo(3), principal: recipientNo(3), holder: recipientNo(4) }));
      expect(await mandates.givenBy(GIVER)).toEqual([first]);
      expect(await mandates.heldBy(GIVER)).toEqual([second]);
      expect(await mandates.givenBy(HOLDER)).toEqual([second]);
      expect(await mandates.heldBy(HOLDER)).toEqual([first]);
    });

    it('tells whether a principal ever let somebody receive in its place', async () => {
      const { mandates } = await make();
      await mandates.give(mandateOf({ mayReceiveService: false }));
      expect(await mandates.hasReceivers(GIVER)).toBe(false);
      const receiving = mandateOf({ mandateId: mandateNo(2), mayReceiveService: true });
      await mandates.give(receiving);
      await mandates.change(receiving, withFacts(receiving, 'CANCELLED'));
      expect(await mandates.hasReceivers(GIVER)).toBe(true);
      expect(await mandates.hasReceivers(HOLDER)).toBe(false);
    });

    it('appends to one, for both parties at once', async () => {
      const { mandates } = await make();
      await mandates.give(mandateOf());
      const accepted = withFacts(mandateOf(), 'ACCEPTED');
      expect(await mandates.change(mandateOf(), accepted)).toEqual({ ok: true, value: accepted });
      expect(await mandates.find(HOLDER, mandateNo(1))).toEqual(accepted);
      expect(await mandates.givenBy(GIVER)).toEqual([accepted]);
    });

    it('lets one of two changes made at the same time win, and takes neither into one that is not there', async () => {
      const { mandates } = await make();
      expect(await mandates.change(mandateOf(), withFacts(mandateOf(), 'ACCEPTED'))).toEqual(MOVED);
      await mandates.give(mandateOf());
      const cancelled = withFacts(mandateOf(), 'CANCELLED');
      expect(await mandates.change(mandateOf(), cancelled)).toMatchObject({ ok: true });
      expect(await mandates.change(mandateOf(), withFacts(mandateOf(), 'ACCEPTED'))).toEqual(MOVED);
      expect(await mandates.find(GIVER, mandateNo(1))).toEqual(cancelled);
    });

    it('does not take the id of another', async () => {
      const { mandates } = await make();
      await mandates.give(mandateOf());
      await expect(mandates.give(mandateOf({ sealed: 'recipients:other' }))).rejects.toThrow('taken');
    });
  });
}
