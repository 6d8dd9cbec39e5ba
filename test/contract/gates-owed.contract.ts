import { describe, expect, it } from 'vitest';
import type { Gate } from '#shared/domain/consent/gate';
import { HOUR, MINUTE, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { claim, consentRecord, gate, owedNotice, recipientNo, token } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';
import { onlyEntry, wakesOf } from '#test/contract/wake-entries';

const MOVED = { ok: false, refusal: { kind: 'gate-moved' } };
const DONE = { ok: true };

const ID = recipientNo(1);
const LATER = after(NOON, HOUR);

/** A consent just given, its confirmation still owed. */
const given = gate(1, { owed: { '1-new': owedNotice() }, wakeAt: NOON });

/** The next version of a gate. */
function next(before: Gate, part: Partial<Gate> = {}): Gate {
  const version = before.version + 1;
  return { ...before, version, consent: consentRecord({ version }), attempt: token(`version-${version}`), ...part };
}

/** What every store of gates must do with the notices it owes. */
export function gatesOwedContract(name: string, make: () => Promise<Pick<Stores, 'gates' | 'index'>>): void {
  describe(`notices owed by the Gates: ${name}`, () => {
    it('owes a notice from its moment on', async () => {
      const { gates, index } = await make();
      await gates.change(undefined, given);
      expect(await wakesOf(index)).toEqual([NOON]);
      expect(await index.read(await onlyEntry(index))).toEqual({
        item: { type: 'recipient', recipientId: ID },
        tries: 0,
      });
    });

    it('owes nothing where a choice is made in silence', async () => {
      const { gates, index } = await make();
      await gates.change(undefined, gate(1));
      expect(await wakesOf(index)).toEqual([]);
    });

    it('adds what a later choice owes to what is owed already', async () => {
      const { gates, index } = await make();
      const withdrawal = owedNotice({ kind: 'CONSENT_WITHDRAWN', at: LATER });
      await gates.change(undefined, given);
      await gates.change(given, next(given, { owed: { ...given.owed, '2-old': withdrawal }, wakeAt: NOON }));
      expect((await gates.read(ID))?.owed).toEqual({ '1-new': owedNotice(), '2-old': withdrawal });
      expect(await wakesOf(index)).toEqual([NOON]);
    });

    it('enters the work index again, its tries forgotten, when a choice owes something new', async () => {
      const { gates, index } = await make();
      await gates.change(undefined, given);
      await index.move(await onlyEntry(index), { wakeAt: LATER, tries: 5 });
      await gates.change(given, next(given, { owed: { ...given.owed, '2-new': owedNotice() }, wakeAt: NOON }));
      expect(await wakesOf(index)).toEqual([NOON]);
      expect(await index.read(await onlyEntry(index))).toMatchObject({ tries: 0 });
    });

    it('leaves the entry to whoever works off what is owed when a choice owes nothing new', async () => {
      const { gates, index } = await make();
      await gates.change(undefined, given);
      await index.move(await onlyEntry(index), { wakeAt: LATER, tries: 5 });
      await gates.change(given, next(given, { language: 'sv' }));
      expect(await wakesOf(index)).toEqual([LATER]);
      expect(await index.read(await onlyEntry(index))).toMatchObject({ tries: 5 });
    });

    it('does not owe again what was sent since the gate was read', async () => {
      const { gates, index } = await make();
      await gates.change(undefined, given);
      await gates.dropOwed(ID, '1-new');
      await gates.change(given, next(given, { language: 'sv' }));
      expect((await gates.read(ID))?.owed).toEqual({});
      expect(await wakesOf(index)).toEqual([]);
    });

    it('lets one of two workers send a notice', async () => {
      const { gates } = await make();
      await gates.change(undefined, given);
      const owed = { name: '1-new', notice: owedNotice() };
      const claimed = await Promise.all([
        gates.claimOwed(ID, owed, claim('one-worker')),
        gates.claimOwed(ID, owed, claim('other-worker')),
      ]);
      expect(claimed.map(({ ok }) => ok).sort()).toEqual([false, true]);
    });

    it('keeps a withdrawal to follow up beside them, which nobody can claim, until it is dropped', async () => {
      const { gates, index } = await make();
      const withdrawal = { kind: 'WITHDRAWAL' as const, at: NOON };
      await gates.change(undefined, { ...given, owed: { '1-withdrawal': withdrawal }, wakeAt: NOON });
      expect((await gates.read(ID))?.owed).toEqual({ '1-withdrawal': withdrawal });
      await gates.dropOwed(ID, '1-withdrawal');
      expect((await gates.read(ID))?.owed).toEqual({});
      expect(await wakesOf(index)).toEqual([]);
    });

    it('knows its own claim by its token', async () => {
      const { gates } = await make();
      await gates.change(undefined, given);
      const owed = { name: '1-new', notice: owedNotice() };
      await gates.claimOwed(ID, owed, claim('mine'));
      expect(await gates.claimOwed(ID, owed, claim('mine'))).toMatchObject(DONE);
      expect((await gates.read(ID))?.owed['1-new']).toMatchObject({ claim: claim('mine') });
    });

    it('takes a claim back under which nothing was sent', async () => {
      const { gates } = await make();
      await gates.change(undefined, given);
      const owed = { name: '1-new', notice: owedNotice() };
      await gates.claimOwed(ID, owed, claim('mine'));
      await gates.releaseOwed(ID, owed, claim('mine'));
      expect((await gates.read(ID))?.owed['1-new']).toEqual(owedNotice());
      expect(await gates.claimOwed(ID, owed, claim('next'))).toMatchObject(DONE);
    });

    it('takes a claim back to the one before it, whose sends count', async () => {
      const { gates } = await make();
      await gates.change(undefined, given);
      await gates.claimOwed(ID, { name: '1-new', notice: owedNotice() }, claim('first'));
      const seen = { name: '1-new', notice: owedNotice({ claim: claim('first') }) };
      await gates.claimOwed(ID, seen, claim('second', { sends: 2 }));
      await gates.releaseOwed(ID, seen, claim('second', { sends: 2 }));
      expect((await gates.read(ID))?.owed['1-new']).toMatchObject({ claim: claim('first') });
    });

    it("leaves another worker's claim alone", async () => {
      const { gates } = await make();
      await gates.change(undefined, given);
      const owed = { name: '1-new', notice: owedNotice() };
      await gates.claimOwed(ID, owed, claim('theirs'));
      await gates.releaseOwed(ID, owed, claim('mine'));
      expect((await gates.read(ID))?.owed['1-new']).toMatchObject({ claim: claim('theirs') });
    });

    it('hands a claim over to one who has seen it, once', async () => {
      const { gates } = await make();
      await gates.change(undefined, given);
      await gates.claimOwed(ID, { name: '1-new', notice: owedNotice() }, claim('first'));
      const seen = { name: '1-new', notice: owedNotice({ claim: claim('first') }) };
      expect(await gates.claimOwed(ID, seen, claim('second', { sends: 2 }))).toMatchObject(DONE);
      expect(await gates.claimOwed(ID, seen, claim('third', { sends: 2 }))).toEqual(MOVED);
      expect((await gates.read(ID))?.owed['1-new']).toMatchObject({ claim: claim('second', { sends: 2 }) });
    });

    it.each([
      ['was sent', '1-1'],
      ['was never owed', '9-9'],
    ])('refuses a claim on a notice that %s', async (_, notice) => {
      const { gates } = await make();
      await gates.change(undefined, given);
      await gates.dropOwed(ID, '1-new');
      expect(await gates.claimOwed(ID, { name: notice, notice: owedNotice() }, claim('late'))).toEqual(MOVED);
      const seen = owedNotice({ claim: claim('first') });
      expect(await gates.claimOwed(ID, { name: notice, notice: seen }, claim('late'))).toEqual(MOVED);
      expect((await gates.read(ID))?.owed).toEqual({});
    });

    it('refuses a claim at a gate that is not there', async () => {
      const { gates } = await make();
      expect(await gates.claimOwed(ID, { name: '1-new', notice: owedNotice() }, claim('late'))).toEqual(MOVED);
    });

    it('leaves the work index with the last notice only', async () => {
      const { gates, index } = await make();
      const both = gate(1, { owed: { '1-new': owedNotice(), '1-old': owedNotice() }, wakeAt: NOON });
      await gates.change(undefined, both);
      await index.move(await onlyEntry(index), { wakeAt: after(NOON, MINUTE), tries: 1 });
      await gates.dropOwed(ID, '1-new');
      expect(await wakesOf(index)).toEqual([after(NOON, MINUTE)]);
      await gates.dropOwed(ID, '1-old');
      await gates.dropOwed(ID, '1-old');
      expect(await wakesOf(index)).toEqual([]);
      expect(await gates.read(ID)).toEqual(gate(1));
    });
  });
}
