import { describe, expect, it } from 'vitest';
import type { Outage } from '#shared/domain/channel/outage';
import type { DeliveryId } from '#shared/domain/message/ids';
import { MINUTE, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { deliveryNo, token } from '#test/builders/messages-stored';
import type { WakeEntry } from '#shared/ports/work-index';
import type { Stores } from '#test/builders/stores';

const outage = (part: Partial<Outage> = {}): Outage => ({
  outageId: 'katko-1',
  scope: 'mailbox',
  startedAt: NOON,
  prolonged: false,
  attempt: token('declared'),
  wakeAt: NOON,
  ...part,
});

type Made = Pick<Stores, 'outages' | 'index'>;

async function heldIn({ outages }: Made, id: string): Promise<DeliveryId[]> {
  const held: DeliveryId[] = [];
  for await (const page of outages.holds(id)) held.push(...page);
  return held.sort();
}

async function entryIn(index: Stores['index']): Promise<WakeEntry | undefined> {
  for await (const [entry] of index.due(NOON)) return entry;
  return undefined;
}

/** What every Outages must do. */
export function outagesContract(name: string, make: () => Promise<Made>): void {
  describe(`Outages: ${name}`, () => {
    it('knows none that was not declared', async () => {
      const made = await make();
      expect(await made.outages.read('katko-1')).toBeUndefined();
      expect(await made.outages.listed()).toEqual([]);
      expect(await heldIn(made, 'katko-1')).toEqual([]);
    });

    it('tells a new one from one that is amended', async () => {
      const { outages } = await make();
      expect(await outages.put(outage())).toBe(true);
      expect(await outages.read('katko-1')).toEqual(outage());
      expect(await outages.put(outage({ endedAt: after(NOON, MINUTE) }))).toBe(false);
      expect(await outages.read('katko-1')).toEqual(outage({ endedAt: after(NOON, MINUTE) }));
    });

    it('lists those that may be open to every reader, as they are now, until they are taken out', async () => {
      const { outages } = await make();
      await outages.put(outage());
      await outages.list('katko-1');
      await outages.list('katko-1');
      await outages.put(outage({ prolonged: true }));
      for (let reader = 0; reader < 20; reader += 1)
        expect(await outages.listed()).toEqual([outage({ prolonged: true })]);
      await outages.unlist('katko-1');
      await outages.unlist('katko-1');
      for (let reader = 0; reader < 20; reader += 1) expect(await outages.listed()).toEqual([]);
    });

    it('stands in the wake index from its declaration until it rests', async () => {
      const { outages, index } = await make();
      await outages.put(outage());
      const entry = await entryIn(index);
      expect(entry && (await index.read(entry))).toEqual({ item: { type: 'outage', outageId: 'katko-1' }, tries: 0 });
      await outages.rest(outage(), after(NOON, MINUTE));
      expect(await index.earliest()).toBe(after(NOON, MINUTE));
      await outages.rest(outage(), undefined);
      expect(await index.earliest()).toBeUndefined();
      expect((await outages.read('katko-1'))?.wakeAt).toBeUndefined();
    });

    it('does not rest when it has been declared anew meanwhile', async () => {
      const { outages, index } = await make();
      await outages.put(outage());
      await outages.put(outage({ attempt: token('declared-again') }));
      await outages.rest(outage(), undefined);
      expect(await index.earliest()).toBe(NOON);
    });

    it('keeps what it holds, once each, until it is let go', async () => {
      const made = await make();
      const deliveries = Array.from({ length: 30 }, (_, i) => deliveryNo(i + 1));
      for (const id of deliveries) await made.outages.hold('katko-1', id);
      await made.outages.hold('katko-1', deliveryNo(1));
      await made.outages.hold('katko-2', deliveryNo(99));
      expect(await heldIn(made, 'katko-1')).toEqual(deliveries.toSorted());
      for (const id of deliveries.slice(1)) await made.outages.unhold('katko-1', id);
      await made.outages.unhold('katko-1', deliveryNo(2));
      expect(await heldIn(made, 'katko-1')).toEqual([deliveryNo(1)]);
      expect(await heldIn(made, 'katko-2')).toEqual([deliveryNo(99)]);
    });
  });
}
