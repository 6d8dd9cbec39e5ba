import { beforeEach, describe, expect, it } from 'vitest';
import { CONSENT_TEXT_VERSION } from '#shared/domain/consent/consent-record';
import { deliveryIdOf } from '#shared/domain/message/ids';
import type { ConsentRequest } from '#shared/flow/consent/change-consent';
import { HOUR, after } from '#shared/kernel/time';
import { COMPANY, NOON, PAULA, TESSA } from '#test/builders/messages';
import { deliveryNo, token } from '#test/builders/messages-stored';
import { type StoresUnderTest, memoryStores } from '#test/builders/stores';
import type { World } from '#test/builders/world';
import { acting, choose, done, noticesOf, openWorld, send } from '#test/builders/world-people';

const DELIVERY = deliveryNo(1);
const ARRIVAL = { at: NOON, entry: `${NOON}#${DELIVERY}` };
const GIVE = { electronic: true, email: 'active@example.fi', language: 'fi', seenVersion: 0 } as const;

let world: World;
let stores: StoresUnderTest;

beforeEach(async () => {
  stores = memoryStores();
  world = await openWorld({ stores });
  await world.ports.entry.enterPerson(TESSA, { name: 'Testilä Tessa' });
});

const set = async (request: ConsentRequest, code = TESSA) => world.hub.setConsent(await acting(world, code), request);
const consent = async (code = TESSA) => world.hub.consentOf((await acting(world, code)).recipientId);

async function registered(): Promise<readonly string[]> {
  const { recipientId } = await acting(world, TESSA);
  return recipientId ? (await stores.consentsOf(recipientId)).map(({ version, action }) => `${version} ${action}`) : [];
}

describe('a consent', () => {
  it('is none and has version 0 before it is given', async () => {
    expect(await consent()).toEqual({ version: 0 });
  });

  it('is in force when the answer comes', async () => {
    expect(await set(GIVE)).toMatchObject({ ok: true, value: { version: 1, email: 'active@example.fi' } });
    expect((await consent()).gate).toMatchObject({ electronic: true, emailUsable: true, language: 'fi' });
  });

  it('is on record with who gave it, when, and to which words', async () => {
    await set(GIVE);
    expect((await consent()).gate?.consent).toMatchObject({
      version: 1,
      action: 'GIVE',
      at: NOON,
      source: 'SELF',
      actor: { role: 'SELF', assurance: 'STRONG' },
      textVersion: CONSENT_TEXT_VERSION,
    });
  });

  it('keeps the address under seal', async () => {
    await set(GIVE);
    expect(JSON.stringify((await consent()).gate)).not.toContain('active@example.fi');
  });

  it('withdrawn is withdrawn when the answer comes, and the address is forgotten', async () => {
    await set(GIVE);
    expect(await set({ electronic: false, language: 'fi', seenVersion: 1 })).toMatchObject({
      value: { version: 2, email: undefined, gate: { electronic: false, consent: { action: 'WITHDRAW' } } },
    });
  });

  it('withdrawn can be given again', async () => {
    await choose(world, TESSA, GIVE);
    await choose(world, TESSA, { electronic: false });
    await choose(world, TESSA, { electronic: true, email: 'new@example.fi' });
    expect(await consent()).toMatchObject({
      version: 3,
      email: 'new@example.fi',
      gate: { emailUsable: true, version: 3 },
    });
  });

  it('changed without a new address keeps the one it has', async () => {
    await set(GIVE);
    expect(await set({ electronic: true, language: 'sv', seenVersion: 1 })).toMatchObject({
      value: { version: 2, email: 'active@example.fi', gate: { language: 'sv', consent: { action: 'UPDATE_EMAIL' } } },
    });
  });

  it('moves the gate with every change, so that every earlier decision is dead', async () => {
    await choose(world, TESSA, GIVE);
    await choose(world, TESSA, { electronic: true, language: 'en' });
    expect((await consent()).gate?.version).toBe(2);
  });

  it.each([0, 2, 7])('is not changed by one who has seen version %i of it', async (seenVersion) => {
    await set(GIVE);
    const stale = await set({ electronic: false, language: 'fi', seenVersion });
    expect(stale).toEqual({ ok: false, refusal: { kind: 'consent-stale', version: 1 } });
    expect((await consent()).gate?.electronic).toBe(true);
  });

  it('given in two windows at once is given once', async () => {
    const both = await Promise.all([set(GIVE), set({ ...GIVE, email: 'other@example.fi' })]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await consent()).version).toBe(1);
  });

  it('stands though a delivery passes the gate at the same time', async () => {
    await set(GIVE);
    const { gates } = world.ports;
    const { recipientId } = await acting(world, TESSA);
    let passed = false;
    const change: typeof gates.change = async (before, next) => {
      if (!passed && recipientId) await gates.admit({ recipientId, version: 1 }, DELIVERY, ARRIVAL);
      passed = true;
      return gates.change(before, next);
    };
    world.restart((ports) => ({ ...ports, gates: { ...gates, change } }));
    expect(await set({ electronic: false, language: 'fi', seenVersion: 1 })).toMatchObject({ ok: true });
    expect((await consent()).gate?.arrivals).toEqual({ [DELIVERY]: ARRIVAL });
  });

  it("is the organisation's when its representative gives it", async () => {
    const representatives = [{ id: TESSA, role: 'NIMKO' }];
    await world.ports.entry.enterBusiness(COMPANY, { name: 'Kuljetus Oy', kind: 'COMPANY', representatives });
    const forCompany = await acting(world, TESSA, COMPANY);
    done(await world.hub.setConsent(forCompany, GIVE));
    expect((await consent()).version).toBe(0);
    const { recipientId } = await acting(world, TESSA, COMPANY);
    expect((await world.hub.consentOf(recipientId)).gate?.consent.actor.role).toBe('REPRESENTATIVE');
  });
});

describe('the register of consents', () => {
  it('holds every change', async () => {
    await choose(world, TESSA, GIVE);
    await choose(world, TESSA, { electronic: true, email: 'new@example.fi' });
    await choose(world, TESSA, { electronic: false });
    expect(await registered()).toEqual(['1 GIVE', '2 UPDATE_EMAIL', '3 WITHDRAW']);
  });

  /** The process dies between a change and the register. @returns what starts another */
  function losing(version: number) {
    const { gates } = world.ports;
    const register: typeof gates.register = async (id, record) => {
      if (record.version === version) throw new Error('died');
      await gates.register(id, record);
    };
    world.restart((ports) => ({ ...ports, gates: { ...gates, register } }));
    return () => {
      world.restart((ports) => ({ ...ports, gates }));
    };
  }

  it('learns of a change that owes a notice, though the process died right after it', async () => {
    const recover = losing(1);
    await expect(set(GIVE)).rejects.toThrow('died');
    recover();
    await world.moveBy(HOUR);
    expect(await registered()).toEqual(['1 GIVE']);
  });

  it('loses no change though the process died right after it and the next one came first', async () => {
    const recover = losing(1);
    await expect(set(GIVE)).rejects.toThrow('died');
    recover();
    await choose(world, TESSA, { electronic: false });
    await world.moveBy(HOUR);
    expect(await registered()).toEqual(['1 GIVE', '2 WITHDRAW']);
  });

  it('loses no change that nobody was told of either', async () => {
    await set(GIVE);
    await world.settle();
    const recover = losing(2);
    await expect(set({ electronic: true, language: 'sv', seenVersion: 1 })).rejects.toThrow('died');
    recover();
    await world.moveBy(HOUR);
    await choose(world, TESSA, { electronic: false });
    expect(await registered()).toEqual(['1 GIVE', '2 UPDATE_EMAIL', '3 WITHDRAW']);
  });

  it('loses no bounce of an address', async () => {
    await set(GIVE);
    const id = await send(world);
    await world.settle();
    const event = { deliveryId: deliveryIdOf(id, 1), notice: noticesOf(world, id)[0]?.attempt ?? token('none') };
    const recover = losing(2);
    await expect(world.hub.recordNoticeEvent({ ...event, outcome: 'hard' })).rejects.toThrow('died');
    recover();
    done(await world.hub.recordNoticeEvent({ ...event, outcome: 'hard' }));
    await choose(world, TESSA, { electronic: false });
    expect(await registered()).toEqual(['1 GIVE', '2 EMAIL_BOUNCED', '3 WITHDRAW']);
  });
});

describe('who has never chosen', () => {
  it('and says no is on record with it', async () => {
    expect(await set({ electronic: false, language: 'fi', seenVersion: 0 }, PAULA)).toMatchObject({
      value: { version: 1, gate: { electronic: false, consent: { action: 'WITHDRAW', at: NOON } } },
    });
    await world.moveTo(after(NOON, HOUR));
    expect(world.mailer.sent).toEqual([]);
  });
});
