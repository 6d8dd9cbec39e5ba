import { describe, expect, it } from 'vitest';
import type { Delivery } from '#shared/domain/message/delivery';
import { EVIDENCE_WAIT } from '#shared/domain/service-of-document/evidence-wait';
import { HOUR, MINUTE, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { claim, decision, delivery, deliveryNo, grown, stored, token } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';
import { onlyEntry, wakesOf } from '#test/contract/wake-entries';

const LATER = after(NOON, HOUR);

/** In the mailbox, its notice sent: nothing is owed now but the publishing. */
const told: Delivery = grown(delivery(1), [
  stored(token('s')),
  { type: 'NOTICE_SENT', at: NOON, attempt: token('n'), notice: token('n'), consentVersion: 1 },
]);

/** What every DeliveryLog must do about the feed and the work index. */
export function deliveryLogWakeContract(name: string, make: () => Promise<Pick<Stores, 'deliveries' | 'index'>>): void {
  describe(`work index of DeliveryLog: ${name}`, () => {
    it('enters a delivery that owes work and no other', async () => {
      const { deliveries, index } = await make();
      await deliveries.create(delivery(1, { wakeAt: LATER }));
      await deliveries.create(delivery(2, { wakeAt: undefined }));
      expect(await wakesOf(index)).toEqual([LATER]);
    });

    it('moves the entry with the facts', async () => {
      const { deliveries, index } = await make();
      await deliveries.create(delivery(1));
      await deliveries.append(delivery(1), grown(delivery(1), [stored(token('s'))], { wakeAt: LATER }));
      expect(await wakesOf(index)).toEqual([LATER]);
      expect((await deliveries.read(deliveryNo(1)))?.wakeAt).toBe(LATER);
    });

    it('takes the entry out when nothing is owed', async () => {
      const { deliveries, index } = await make();
      await deliveries.create(delivery(1));
      await deliveries.append(delivery(1), grown(delivery(1), [stored(token('s'))], { wakeAt: undefined }));
      expect(await wakesOf(index)).toEqual([]);
    });

    it('enters a delivery again that comes to owe something', async () => {
      const { deliveries, index } = await make();
      const idle = delivery(1, { wakeAt: undefined });
      await deliveries.create(idle);
      await deliveries.append(idle, grown(idle, [stored(token('s'))], { wakeAt: LATER }));
      expect(await wakesOf(index)).toEqual([LATER]);
    });

    it('leaves the entry alone when the write was refused', async () => {
      const { deliveries, index } = await make();
      await deliveries.create(delivery(1));
      const stale = { ...delivery(1), facts: [] };
      await deliveries.append(stale, grown(stale, [stored(token('s'))], { wakeAt: LATER }));
      expect(await wakesOf(index)).toEqual([NOON]);
    });

    it('gives the entry its place again that the sweep has moved since the delivery was read', async () => {
      const { deliveries, index } = await make();
      await deliveries.create(delivery(1));
      await index.move(await onlyEntry(index), { wakeAt: LATER, tries: 3 });
      await deliveries.append(delivery(1), grown(delivery(1), [stored(token('s'))]));
      expect(await wakesOf(index)).toEqual([NOON]);
      expect(await index.read(await onlyEntry(index))).toMatchObject({ tries: 0 });
    });

    it.each([
      ['moves the entry', LATER],
      ['leaves the entry where it is', after(NOON, MINUTE)],
    ])('forgets the tries of the sweep when a write %s', async (_, wakeAt) => {
      const { deliveries, index } = await make();
      await deliveries.create(delivery(1));
      await index.move(await onlyEntry(index), { wakeAt: after(NOON, MINUTE), tries: 3 });
      const read = await deliveries.read(deliveryNo(1));
      if (read) await deliveries.append(read, grown(read, [stored(token('s'))], { wakeAt }));
      expect(await index.read(await onlyEntry(index))).toMatchObject({ tries: 0 });
      expect(await wakesOf(index)).toEqual([wakeAt]);
    });
  });

  describe(`publishing in DeliveryLog: ${name}`, () => {
    it('notes how many facts stand in the feed and leaves the facts as they are', async () => {
      const { deliveries } = await make();
      await deliveries.create(delivery(1));
      await deliveries.markPublished(delivery(1), 2, 2);
      expect(await deliveries.read(deliveryNo(1))).toMatchObject({ published: 2, facts: delivery(1).facts });
    });

    it('never lowers the number', async () => {
      const { deliveries } = await make();
      await deliveries.create(delivery(1));
      await deliveries.markPublished(delivery(1), 2, 2);
      await deliveries.markPublished(delivery(1), 1, 1);
      await deliveries.markPublished(delivery(1), 2, 2);
      expect((await deliveries.read(deliveryNo(1)))?.published).toBe(2);
    });

    it('keeps the number when facts are appended by one who read an older one', async () => {
      const { deliveries } = await make();
      await deliveries.create(delivery(1));
      await deliveries.markPublished(delivery(1), 2, 2);
      await deliveries.append(delivery(1), grown(delivery(1), [stored(token('s'))]));
      expect((await deliveries.read(deliveryNo(1)))?.published).toBe(2);
    });

    it('takes a delivery whose facts are all told out of the work index', async () => {
      const { deliveries, index } = await make();
      const handed = grown(delivery(1), [
        { type: 'DECIDED', at: NOON, attempt: token('d'), decision: decision({ channel: 'MANUAL' }) },
        { type: 'AUTHORITY_NOTIFIED', at: NOON, attempt: token('t'), task: 'MANUAL' },
      ]);
      await deliveries.create(handed);
      await deliveries.markPublished(handed, 4, 4);
      expect(await wakesOf(index)).toEqual([]);
    });

    it('moves a delivery that has ended to the day on which the least time it is kept is over', async () => {
      const { deliveries, index } = await make();
      const ended = grown(delivery(1), [
        { type: 'DECIDED', at: NOON, attempt: token('d'), decision: decision({ channel: 'UNDELIVERABLE' }) },
        { type: 'AUTHORITY_NOTIFIED', at: NOON, attempt: token('t'), task: 'UNDELIVERABLE' },
      ]);
      await deliveries.create(ended);
      await deliveries.markPublished(ended, 4, 4);
      expect(await wakesOf(index)).toEqual(['2028-11-23T23:00:00.000Z']);
    });

    it('moves a delivery whose facts are all told to the day it waits for', async () => {
      const { deliveries, index } = await make();
      await deliveries.create(told);
      await deliveries.markPublished(told, 4, 4);
      expect(await wakesOf(index)).toEqual(['2026-11-25T22:00:00.000Z']);
    });

    it('keeps in mind that a reminder lapsed', async () => {
      const { deliveries } = await make();
      await deliveries.create(told);
      await deliveries.append(told, { ...told, reminderLapsed: true });
      expect((await deliveries.read(deliveryNo(1)))?.reminderLapsed).toBe(true);
      await deliveries.append(told, grown(told, [stored(token('more'))], { reminderLapsed: true }));
      expect((await deliveries.read(deliveryNo(1)))?.reminderLapsed).toBe(true);
    });

    it('leaves a delivery in the work index while it owes the road', async () => {
      const { deliveries, index } = await make();
      await deliveries.create(delivery(1));
      await deliveries.markPublished(delivery(1), 2, 2);
      expect(await wakesOf(index)).toEqual([NOON]);
    });

    it('leaves the entry alone when facts were appended since the delivery was read', async () => {
      const { deliveries, index } = await make();
      await deliveries.create(told);
      await deliveries.append(told, grown(told, [stored(token('more'))], { wakeAt: NOON }));
      await deliveries.markPublished(told, 4, 4);
      expect(await wakesOf(index)).toEqual([NOON]);
      expect((await deliveries.read(deliveryNo(1)))?.published).toBe(4);
    });

    it('leaves the entry alone when a claim was given up since the delivery was read', async () => {
      const { deliveries, index } = await make();
      const claimed = grown(delivery(1), [stored(token('s'))], { claim: claim('c') });
      await deliveries.create(claimed);
      await deliveries.append(claimed, { ...claimed, claim: undefined, wakeAt: NOON });
      await deliveries.markPublished(claimed, 3, 3);
      expect(await wakesOf(index)).toEqual([NOON]);
    });

    it('waits for evidence of a send under way once the facts are told', async () => {
      const { deliveries, index } = await make();
      const claimed = grown(delivery(1), [stored(token('s'))], { claim: claim('c') });
      await deliveries.create(claimed);
      await deliveries.markPublished(claimed, 3, 3);
      expect(await wakesOf(index)).toEqual([after(NOON, EVIDENCE_WAIT)]);
    });
  });
}
