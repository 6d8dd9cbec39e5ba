import { describe, expect, it } from 'vitest';
import { messageId } from '#shared/domain/message/ids';
import { MINUTE, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { claim, delivery, deliveryNo, grown, stored, token } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const CONFLICT = { ok: false, refusal: { kind: 'version-conflict' } };

/** What every DeliveryLog must do with facts and claims. */
export function deliveryLogContract(name: string, make: () => Promise<Pick<Stores, 'deliveries'>>): void {
  describe(`DeliveryLog: ${name}`, () => {
    it('knows nothing of a delivery it was never given', async () => {
      const { deliveries } = await make();
      expect(await deliveries.read(deliveryNo(1))).toBeUndefined();
      expect(await deliveries.ofMessage(messageId.parse(1))).toEqual([]);
    });

    it('gives a delivery back as it was made', async () => {
      const { deliveries } = await make();
      expect(await deliveries.create(delivery(1))).toEqual({ ok: true, value: delivery(1) });
      expect(await deliveries.read(deliveryNo(1))).toEqual(delivery(1));
    });

    it('lets one of two writers make a delivery', async () => {
      const { deliveries } = await make();
      const other = delivery(1, { facts: [{ type: 'RECEIVED', at: NOON, attempt: token('other') }] });
      const made = await Promise.all([deliveries.create(delivery(1)), deliveries.create(other)]);
      expect(made.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(made.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'delivery-exists' } });
    });

    it('takes a repeat of the same making for a success whose answer was lost', async () => {
      const { deliveries } = await make();
      await deliveries.create(delivery(1));
      await deliveries.append(delivery(1), grown(delivery(1), [stored(token('s'))]));
      expect(await deliveries.create(delivery(1))).toMatchObject({ ok: true });
      expect((await deliveries.read(deliveryNo(1)))?.facts).toHaveLength(3);
    });

    it('lists the deliveries of one message by their running numbers', async () => {
      const { deliveries } = await make();
      for (const running of [10, 2, 1]) await deliveries.create(delivery(1, {}, running));
      await deliveries.create(delivery(11));
      expect((await deliveries.ofMessage(messageId.parse(1))).map(({ deliveryId }) => deliveryId)).toEqual([
        deliveryNo(1),
        deliveryNo(1, 2),
        deliveryNo(1, 10),
      ]);
    });

    it('appends facts in their order and changes none that stand', async () => {
      const { deliveries } = await make();
      await deliveries.create(delivery(1));
      const first = grown(delivery(1), [stored(token('s'))]);
      const second = grown(first, [
        { type: 'NOTICE_SENT', at: NOON, attempt: token('n'), notice: token('n'), consentVersion: 1 },
      ]);
      expect(await deliveries.append(delivery(1), first)).toEqual({ ok: true, value: first });
      expect(await deliveries.append(first, second)).toEqual({ ok: true, value: second });
      expect(await deliveries.read(deliveryNo(1))).toEqual(second);
    });

    it('notes how far a delivery has come on its way out, facts or none', async () => {
      const { deliveries } = await make();
      await deliveries.create(delivery(1));
      const kept = { ...delivery(1), keeping: { contentEndedAt: NOON, proofUntil: NOON } };
      expect(await deliveries.append(delivery(1), kept)).toMatchObject({ ok: true });
      expect(await deliveries.read(deliveryNo(1))).toEqual(kept);
    });

    it('puts links in the place of facts, once, and forgets whose they were', async () => {
      const { deliveries } = await make();
      const proof = { endedAt: NOON, state: 'SERVED' as const, links: [{ type: 'ACCEPTED', at: NOON, hash: 'h' }] };
      const given = delivery(1, { facts: [{ type: 'ACCEPTED', at: NOON }], published: 1, page: 1, wakeAt: NOON });
      await deliveries.create(given);
      expect(await deliveries.endProof(delivery(1), { proof })).toBe(false);
      expect(await deliveries.endProof(given, { proof })).toBe(true);
      expect(await deliveries.endProof(given, { proof: { ...proof, state: 'DELIVERED' } })).toBe(true);
      const left = { ...given, recipientId: undefined, wakeAt: undefined, facts: [], keeping: { proof } };
      expect(await deliveries.read(deliveryNo(1))).toEqual(left);
    });

    it('lets one of two writers of the same version win', async () => {
      const { deliveries } = await make();
      await deliveries.create(delivery(1));
      const written = await Promise.all([
        deliveries.append(delivery(1), grown(delivery(1), [stored(token('one'))])),
        deliveries.append(delivery(1), grown(delivery(1), [stored(token('two'))])),
      ]);
      expect(written.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(written.find(({ ok }) => !ok)).toEqual(CONFLICT);
      expect((await deliveries.read(deliveryNo(1)))?.facts).toHaveLength(3);
    });

    it('knows its own write by its token, even under facts that came after it', async () => {
      const { deliveries } = await make();
      await deliveries.create(delivery(1));
      const mine = grown(delivery(1), [stored(token('mine'))]);
      await deliveries.append(delivery(1), mine);
      await deliveries.append(mine, grown(mine, [stored(token('later'))]));
      expect(await deliveries.append(delivery(1), mine)).toMatchObject({ ok: true });
      expect((await deliveries.read(deliveryNo(1)))?.facts).toHaveLength(4);
    });

    it('refuses to append to a delivery that is not there', async () => {
      const { deliveries } = await make();
      expect(await deliveries.append(delivery(1), grown(delivery(1), [stored(token('s'))]))).toEqual(CONFLICT);
      expect(await deliveries.read(deliveryNo(1))).toBeUndefined();
    });

    it('keeps copies and gives copies out', async () => {
      const { deliveries } = await make();
      const facts = [...delivery(1).facts];
      await deliveries.create(delivery(1, { facts }));
      facts.pop();
      (await deliveries.read(deliveryNo(1)))?.facts.pop();
      expect(await deliveries.read(deliveryNo(1))).toEqual(delivery(1));
    });

    it('reads many at once, the same one twice and absent ones among them', async () => {
      const { deliveries } = await make();
      await Promise.all([1, 2].map((n) => deliveries.create(delivery(n))));
      const read = await Promise.all([1, 2, 1, 3].map((n) => deliveries.read(deliveryNo(n))));
      expect(read.map((each) => each?.deliveryId)).toEqual([deliveryNo(1), deliveryNo(2), deliveryNo(1), undefined]);
    });
  });

  describe(`claims in DeliveryLog: ${name}`, () => {
    const claimed = { ...delivery(1), claim: claim('first') };

    it('lets one of two workers claim', async () => {
      const { deliveries } = await make();
      await deliveries.create(delivery(1));
      const tried = await Promise.all([
        deliveries.append(delivery(1), claimed),
        deliveries.append(delivery(1), { ...delivery(1), claim: claim('second') }),
      ]);
      expect(tried.map(({ ok }) => ok).sort()).toEqual([false, true]);
    });

    it('knows its own claim by its token', async () => {
      const { deliveries } = await make();
      await deliveries.create(delivery(1));
      await deliveries.append(delivery(1), claimed);
      expect(await deliveries.append(delivery(1), claimed)).toMatchObject({ ok: true });
    });

    it('refuses facts of a writer who has not seen the claim', async () => {
      const { deliveries } = await make();
      await deliveries.create(delivery(1));
      await deliveries.append(delivery(1), claimed);
      expect(await deliveries.append(delivery(1), grown(delivery(1), [stored(token('s'))]))).toEqual(CONFLICT);
    });

    it('refuses the facts of a claim that another has taken over', async () => {
      const { deliveries } = await make();
      await deliveries.create(delivery(1));
      await deliveries.append(delivery(1), claimed);
      await deliveries.append(claimed, { ...claimed, claim: claim('second', { sends: 2 }) });
      expect(await deliveries.append(claimed, grown(claimed, [stored(token('s'))], { claim: undefined }))).toEqual(
        CONFLICT,
      );
      expect((await deliveries.read(deliveryNo(1)))?.claim).toEqual(claim('second', { sends: 2 }));
    });

    it('gives a claim up with the fact that follows it', async () => {
      const { deliveries } = await make();
      await deliveries.create(delivery(1));
      await deliveries.append(delivery(1), claimed);
      await deliveries.append(claimed, grown(claimed, [stored(token('s'))], { claim: undefined }));
      const read = await deliveries.read(deliveryNo(1));
      expect([read?.claim, read?.facts.length]).toEqual([undefined, 3]);
    });

    it('keeps a claim that a write does not touch', async () => {
      const { deliveries } = await make();
      await deliveries.create(delivery(1));
      await deliveries.append(delivery(1), claimed);
      await deliveries.append(claimed, grown(claimed, [stored(token('s'))], { wakeAt: after(NOON, MINUTE) }));
      expect((await deliveries.read(deliveryNo(1)))?.claim).toEqual(claim('first'));
    });
  });
}
