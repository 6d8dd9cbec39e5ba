import { describe, expect, it } from 'vitest';
import { DAY, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { consentRecord, deliveryNo, gate, recipientNo, token } from '#test/builders/messages-stored';
import type { StoresUnderTest } from '#test/builders/stores';

const MOVED = { ok: false, refusal: { kind: 'gate-moved' } };
const DONE = { ok: true };

const ID = recipientNo(1);
const arrival = { at: NOON, entry: `${NOON}#${deliveryNo(1)}` };
const at = (version: number) => ({ recipientId: ID, version });

/** The gate after its person has withdrawn consent. */
const withdrawn = gate(1, {
  version: 2,
  electronic: false,
  email: undefined,
  emailUsable: false,
  consent: consentRecord({ version: 2, action: 'WITHDRAW', email: undefined }),
  attempt: token('withdraw'),
});

/** What every store of gates must do with choices and arrivals. */
export function gatesContract(name: string, make: () => Promise<Pick<StoresUnderTest, 'gates' | 'consentsOf'>>): void {
  describe(`choices at the Gates: ${name}`, () => {
    it('knows nothing of a recipient who has never chosen', async () => {
      const { gates } = await make();
      expect(await gates.read(ID)).toBeUndefined();
    });

    it('gives a gate back as it was made', async () => {
      const { gates } = await make();
      expect(await gates.change(undefined, gate(1))).toEqual({ ok: true, value: gate(1) });
      expect(await gates.read(ID)).toEqual(gate(1));
    });

    it('lets one of two first choices stand', async () => {
      const { gates } = await make();
      const made = await Promise.all([
        gates.change(undefined, gate(1, { attempt: token('one-choice') })),
        gates.change(undefined, gate(1, { attempt: token('other-choice') })),
      ]);
      expect(made.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(made.find(({ ok }) => !ok)).toEqual(MOVED);
    });

    it('changes everything a choice can change, the address with it', async () => {
      const { gates } = await make();
      await gates.change(undefined, gate(1));
      expect(await gates.change(gate(1), withdrawn)).toMatchObject(DONE);
      expect(await gates.read(ID)).toEqual(withdrawn);
    });

    it('opens and closes the mailbox of a business, consent aside', async () => {
      const { gates } = await make();
      await gates.change(undefined, gate(1));
      const opened = gate(1, { version: 2, electronic: false, activated: true, attempt: token('opened') });
      await gates.change(gate(1), opened);
      expect(await gates.read(ID)).toEqual(opened);
      const closed = { ...opened, version: 3, activated: undefined, attempt: token('closed') };
      await gates.change(opened, closed);
      expect((await gates.read(ID))?.activated).toBeUndefined();
    });

    it('lets one of two choices made on the same version stand', async () => {
      const { gates } = await make();
      await gates.change(undefined, gate(1));
      const choices = await Promise.all([
        gates.change(gate(1), withdrawn),
        gates.change(gate(1), gate(1, { version: 2, language: 'sv', attempt: token('swedish') })),
      ]);
      expect(choices.map(({ ok }) => ok).sort()).toEqual([false, true]);
    });

    it('knows its own choice by its token when the answer was lost', async () => {
      const { gates } = await make();
      await gates.change(undefined, gate(1));
      expect(await gates.change(undefined, gate(1))).toEqual({ ok: true, value: gate(1) });
      await gates.change(gate(1), withdrawn);
      expect(await gates.change(gate(1), withdrawn)).toEqual({ ok: true, value: withdrawn });
    });

    it('refuses a change of a gate that is not there', async () => {
      const { gates } = await make();
      expect(await gates.change(gate(1), withdrawn)).toEqual(MOVED);
      expect(await gates.read(ID)).toBeUndefined();
    });

    it('gives copies out', async () => {
      const { gates } = await make();
      await gates.change(undefined, gate(1));
      const read = await gates.read(ID);
      if (read) read.electronic = false;
      expect((await gates.read(ID))?.electronic).toBe(true);
    });

    it('adds each choice to the register once', async () => {
      const { gates, consentsOf } = await make();
      await gates.register(ID, consentRecord());
      await gates.register(ID, withdrawn.consent);
      await gates.register(ID, consentRecord());
      expect(await consentsOf(ID)).toEqual([consentRecord(), withdrawn.consent]);
    });

    it('keeps what is known of an address, and forgets it', async () => {
      const { gates } = await make();
      const verification = { of: 1, code: 2, at: NOON, tries: 3, since: NOON, made: 2 };
      const known = gate(1, { verification, emailProblem: { since: NOON, kind: 'BOUNCED' } });
      await gates.change(undefined, known);
      expect(await gates.read(ID)).toEqual(known);
      const verified = gate(1, { version: 2, emailVerifiedAt: NOON, attempt: token('verified') });
      await gates.change(known, verified);
      expect(await gates.read(ID)).toEqual(verified);
    });

    it('lists the register newest first, page by page, without what was never chosen', async () => {
      const { gates } = await make();
      expect(await gates.registered(ID, { limit: 10 })).toEqual([]);
      const records = [0, 1, 2, 3].map((version) =>
        consentRecord({ version, action: version === 0 ? 'NONE' : 'GIVE' }),
      );
      for (const record of records) await gates.register(ID, record);
      const versions = async (page: { before?: number; limit: number }) =>
        (await gates.registered(ID, page)).map(({ version }) => version);
      expect(await versions({ limit: 2 })).toEqual([3, 2]);
      expect(await versions({ before: 2, limit: 2 })).toEqual([1]);
      expect(await versions({ before: 1, limit: 2 })).toEqual([]);
    });
  });

  describe(`arrivals at the Gates: ${name}`, () => {
    it('commits a delivery that saw the version in force', async () => {
      const { gates } = await make();
      await gates.change(undefined, gate(1));
      expect(await gates.admit(at(1), deliveryNo(1), arrival)).toMatchObject(DONE);
      expect((await gates.read(ID))?.arrivals).toEqual({ [deliveryNo(1)]: arrival });
    });

    it('refuses a delivery that saw an earlier version', async () => {
      const { gates } = await make();
      await gates.change(undefined, gate(1));
      await gates.change(gate(1), withdrawn);
      expect(await gates.admit(at(1), deliveryNo(1), arrival)).toEqual(MOVED);
      expect((await gates.read(ID))?.arrivals).toEqual({});
    });

    it('refuses a delivery to a gate that is not there', async () => {
      const { gates } = await make();
      expect(await gates.admit(at(1), deliveryNo(1), arrival)).toEqual(MOVED);
      expect(await gates.read(ID)).toBeUndefined();
    });

    it('puts every admission before a change or after it', async () => {
      const { gates } = await make();
      await gates.change(undefined, gate(1));
      const [change, admission] = await Promise.all([
        gates.change(gate(1), withdrawn),
        gates.admit(at(1), deliveryNo(1), arrival),
      ]);
      const read = await gates.read(ID);
      expect(change).toMatchObject(DONE);
      expect(read?.arrivals).toEqual(admission.ok ? { [deliveryNo(1)]: arrival } : {});
    });

    it('keeps an arrival through a change made by one who had not seen it', async () => {
      const { gates } = await make();
      await gates.change(undefined, gate(1));
      await gates.admit(at(1), deliveryNo(1), arrival);
      await gates.change(gate(1), withdrawn);
      expect(await gates.read(ID)).toEqual({ ...withdrawn, arrivals: { [deliveryNo(1)]: arrival } });
    });

    it('does not bring back an arrival that was settled since the gate was read', async () => {
      const { gates } = await make();
      await gates.change(undefined, gate(1));
      await gates.admit(at(1), deliveryNo(1), arrival);
      const seen = await gates.read(ID);
      await gates.settle(ID, deliveryNo(1));
      await gates.change(seen, { ...withdrawn, arrivals: seen?.arrivals ?? {} });
      expect((await gates.read(ID))?.arrivals).toEqual({});
    });

    it('commits the same delivery again without harm', async () => {
      const { gates } = await make();
      await gates.change(undefined, gate(1));
      await gates.admit(at(1), deliveryNo(1), arrival);
      expect(await gates.admit(at(1), deliveryNo(1), arrival)).toMatchObject(DONE);
      expect((await gates.read(ID))?.arrivals).toEqual({ [deliveryNo(1)]: arrival });
    });

    it('settles one arrival, tells how the gate stands then, and may do so again', async () => {
      const { gates } = await make();
      const other = { at: after(NOON, DAY), entry: 'other' };
      await gates.change(undefined, gate(1));
      await gates.admit(at(1), deliveryNo(1), arrival);
      await gates.admit(at(1), deliveryNo(2), other);
      const settled = gate(1, { arrivals: { [deliveryNo(2)]: other } });
      expect(await gates.settle(ID, deliveryNo(1))).toEqual(settled);
      expect(await gates.settle(ID, deliveryNo(1))).toEqual(settled);
    });
  });
}
