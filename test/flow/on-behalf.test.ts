import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageId } from '#shared/domain/message/ids';
import { externalId } from '#shared/domain/message/ids';
import type { Power } from '#shared/domain/message/power';
import { permit } from '#shared/flow/mandate/permit';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { PowersUnknown } from '#shared/ports/powers';
import { COMPANY, NOON, PAULA, SERVICE, TESSA, electronicPart, personCode } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { give, held, paulaFor, withTwo } from '#test/builders/world-mandates';
import { acting, deliveryOf, done, openWorld, send } from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await withTwo(world);
});

const MATTERS = { type: 'MATTERS' as const, matters: [{ serviceId: SERVICE, matterId: 'M1' }] };
const UNKNOWN = { ok: false, refusal: { kind: 'message-unknown' } };
let sent = 0;
const sendOn = async (matterId?: string, part = {}): Promise<MessageId> => {
  sent += 1;
  const id = await send(world, { externalId: externalId.parse(`asia-${sent}`), hub: { matterId }, ...part });
  await world.settle();
  return id;
};
const listed = async (as: Acting) =>
  (await world.hub.listAs(as, { limit: 50 })).lines.map(({ messageId }) => messageId);
const entered = async () => {
  const { recipientId } = await acting(world, TESSA);
  const log = recipientId ? await world.ports.accessLog.list(recipientId, { limit: 50 }) : [];
  return log.map(({ act, by, messageId }) => ({ act, role: by.role, mandateId: by.mandateId, messageId }));
};

describe('an agent', () => {
  it('lists, opens and answers as oneself, and is named on the opening and in the log', async () => {
    const { mandate } = await held(world);
    const id = await sendOn();
    const agent = done(await paulaFor(world));
    expect(await listed(agent)).toEqual([id]);
    done(await world.hub.openMessage(agent, id));
    const opened = (await deliveryOf(world, id)).facts.find(({ type }) => type === 'OPENED');
    expect(opened?.by).toMatchObject({ role: 'AGENT', mandateId: mandate.mandateId, assurance: 'STRONG' });
    done(await world.hub.reply(agent, id, { body: 'Kiitos', attachmentIds: [] }));
    const by = { role: 'AGENT', mandateId: mandate.mandateId };
    expect(await entered()).toEqual(
      expect.arrayContaining([
        { act: 'MAILBOX_LISTED', ...by, messageId: undefined },
        { act: 'MESSAGE_OPENED', ...by, messageId: id },
      ]),
    );
  });

  it('is entered in the log before anything is shown', async () => {
    await held(world);
    const id = await sendOn();
    const agent = done(await paulaFor(world));
    world.restart((ports) => ({
      ...ports,
      accessLog: { ...ports.accessLog, enter: async () => Promise.reject(new Error('away')) },
    }));
    await expect(world.hub.openMessage(agent, id)).rejects.toThrow('away');
    await expect(world.hub.listAs(agent, { limit: 50 })).rejects.toThrow('away');
    expect((await deliveryOf(world, id)).facts.map(({ type }) => type)).not.toContain('OPENED');
  });

  it('of named matters sees the messages of those matters, and the others are not there', async () => {
    await held(world, { scope: MATTERS });
    const [mine, other, none] = [await sendOn('M1'), await sendOn('M2'), await sendOn()];
    const agent = done(await paulaFor(world));
    expect(await listed(agent)).toEqual([mine]);
    done(await world.hub.openMessage(agent, mine));
    for (const id of [other, none]) {
      expect(await world.hub.openMessage(agent, id)).toEqual(UNKNOWN);
      expect(await world.hub.acknowledge(agent, id)).toEqual(UNKNOWN);
      expect(await world.hub.reply(agent, id, { body: 'x', attachmentIds: [] })).toEqual(UNKNOWN);
      expect(await world.hub.documentOf(agent, id, 'x')).toEqual(UNKNOWN);
      expect(await world.hub.showDecision(agent, id)).toMatchObject({ ok: false });
    }
  });

  it('by two mandates is on record under the one that reaches the message', async () => {
    const first = await held(world, { scope: MATTERS });
    const matters = [{ serviceId: SERVICE, matterId: 'M2' }];
    const second = await held(world, { scope: { type: 'MATTERS', matters } });
    const [one, two] = [await sendOn('M1'), await sendOn('M2')];
    const agent = done(await paulaFor(world));
    for (const [id, { mandate }] of [
      [one, first],
      [two, second],
    ] as const) {
      done(await world.hub.openMessage(agent, id));
      const opened = (await deliveryOf(world, id)).facts.find(({ type }) => type === 'OPENED');
      expect(opened?.by?.mandateId).toBe(mandate.mandateId);
    }
    expect(await listed(done(await paulaFor(world, first.mandate.mandateId)))).toEqual([one]);
  });

  it('does not see what is for the recipient alone', async () => {
    await held(world);
    const id = await sendOn(undefined, { electronic: electronicPart({ visibility: 'Recipient only' }) });
    const agent = done(await paulaFor(world));
    expect(await listed(agent)).toEqual([]);
    expect(await world.hub.openMessage(agent, id)).toEqual(UNKNOWN);
    expect(await listed(await acting(world, TESSA))).toEqual([id]);
  });

  it('does what the mandate covers, and changes no choice of the principal', async () => {
    await held(world);
    const agent = done(await paulaFor(world));
    expect(permit(agent, 'READ_MAIL', ['MAILBOX'])).toMatchObject({ ok: true });
    for (const act of ['CHANGE_CONSENT', 'CHOOSE_FOR_MATTERS', 'GIVE_MANDATES', 'ASK_OWN_DATA'] as const)
      expect(permit(agent, act, ['MAILBOX'])).toEqual({ ok: false, refusal: { kind: 'act-not-covered' } });
    expect(permit(await acting(world, TESSA), 'CHANGE_CONSENT', [])).toMatchObject({ ok: true });
  });
});

describe('one’s own looks', () => {
  it('are not entered', async () => {
    const id = await sendOn();
    done(await world.hub.openMessage(await acting(world, TESSA), id));
    expect(await entered()).toEqual([]);
  });
});

describe('a guardian', () => {
  const guarding = async (code: string) => {
    await world.ports.entry.enterPerson(code, { name: 'Lapsi Lauri', guardians: [PAULA] });
    return paulaFor(world, code);
  };
  const CHILD = '010115A905H';
  const YOUTH = '010111A905F';

  it('opens the mailbox of a child under 15, as its guardian', async () => {
    expect(done(await guarding(CHILD)).actor).toMatchObject({ role: 'GUARDIAN', mandateId: 'VTJ_GUARDIAN' });
  });

  it.each([
    ['a child of 15', YOUTH],
    ['an adult ward', personCode(905)],
  ])('does not open the mailbox of %s by law alone', async (_, code) => {
    expect(await guarding(code)).toEqual({ ok: false, refusal: { kind: 'mandate-missing' } });
  });

  it('is who a child under 15 signs in by: not by itself', async () => {
    world.bearers.set('child', { id: CHILD, name: 'Lapsi Lauri', assurance: 'STRONG' });
    expect(await world.hub.whoActs('child')).toEqual({ ok: false, refusal: { kind: 'guardian-required' } });
  });
});

describe('an organisation', () => {
  beforeEach(async () => {
    const representatives = [{ id: TESSA, role: 'NIMKO' }];
    await world.ports.entry.enterBusiness(COMPANY, { name: 'Kuljetus Oy', kind: 'COMPANY', representatives });
  });

  it('does not sign in by its business id', async () => {
    world.bearers.set('company', { id: COMPANY, name: 'Kuljetus Oy', assurance: 'STRONG' });
    expect(await world.hub.whoActs('company')).toEqual({ ok: false, refusal: { kind: 'representative-required' } });
  });

  it('gives a mandate by its representative, and holds one for whom its representative then acts', async () => {
    const asCompany = await acting(world, TESSA, COMPANY);
    const given = await world.hub.giveMandate(asCompany, {
      holder: { id: PAULA, name: 'Postila Paula' },
      scope: { type: 'WHOLE_MAILBOX' },
      themes: ['MAILBOX'],
      mayReceiveService: false,
    });
    const { mandate } = done(given);
    done(await world.hub.answerMandate(await acting(world, PAULA), mandate.mandateId, 'ACCEPT'));
    expect(done(await paulaFor(world, COMPANY)).actor.role).toBe('AGENT');

    const back = await world.hub.giveMandate(await acting(world, PAULA), {
      holder: { id: COMPANY, name: 'Kuljetus Oy' },
      scope: { type: 'WHOLE_MAILBOX' },
      themes: ['MAILBOX'],
      mayReceiveService: false,
    });
    done(await world.hub.answerMandate(await acting(world, TESSA, COMPANY), done(back).mandate.mandateId, 'ACCEPT'));
    expect(done(await world.hub.whoActs(TESSA, PAULA)).actor).toMatchObject({ role: 'AGENT' });
  });
});

describe('the registers of powers', () => {
  const NATIONAL: Power = {
    mandateId: 'valtuus-1',
    role: 'AGENT',
    source: 'VALTUUDET',
    scope: { type: 'WHOLE_MAILBOX' },
    mayReceiveService: false,
    validFrom: NOON,
    check: 'check-77',
  };
  const connected = (between: () => Promise<readonly Power[]>) => {
    world.restart((ports) => ({
      ...ports,
      national: { between, holdersFor: async () => [], principalsOf: async () => ({ known: [], complete: false }) },
    }));
  };

  it('of the nation give a power, with the reference of the check sealed on the actor', async () => {
    connected(async () => [NATIONAL]);
    const { actor } = done(await paulaFor(world));
    expect(actor).toMatchObject({ mandateId: 'valtuus-1', check: expect.stringMatching(/^recipients:/) });
  });

  it('that do not answer grant nothing, and stop nobody who needs them not', async () => {
    connected(async () => Promise.reject(new PowersUnknown('away')));
    expect(await paulaFor(world)).toEqual({ ok: false, refusal: { kind: 'powers-unknown' } });
    expect(await acting(world, PAULA)).toMatchObject({ actor: { role: 'SELF' } });
    await held(world, { scope: MATTERS });
    expect(await paulaFor(world)).toMatchObject({ ok: true });
  });

  it('tell who may act for whom', async () => {
    await held(world);
    expect(await world.hub.powers.holdersFor(TESSA)).toMatchObject([{ id: PAULA, name: 'Postila Paula' }]);
    expect(await world.hub.powers.holdersFor(PAULA)).toEqual([]);
    world.restart((ports) => ({
      ...ports,
      people: { ...ports.people, wardsOf: async () => 'NOT_TOLD' as const },
      businesses: { ...ports.businesses, representedBy: async () => 'NOT_TOLD' as const },
    }));
    const known = [{ id: TESSA, power: { role: 'AGENT' } }];
    expect(await world.hub.powers.principalsOf(PAULA)).toMatchObject({ known, complete: false });
  });
});

describe('whom somebody may act for', () => {
  const child = '010115A905H';
  const mine = async () => {
    const { known, complete } = await world.hub.powers.principalsOf(PAULA);
    return { complete, known: known.map(({ id, name, power }) => `${id} ${name} ${power.role}`).toSorted() };
  };

  it('is nobody to begin with, and the register has told all', async () => {
    expect(await mine()).toEqual({ known: [], complete: true });
  });

  it('is children, organisations, givers of mandates, and the givers to those organisations', async () => {
    await world.ports.entry.enterPerson(child, { name: 'Lapsi Lauri', guardians: [PAULA] });
    await world.ports.entry.enterPerson(personCode(905), { name: 'Aikuinen Aino', guardians: [PAULA] });
    const representatives = [{ id: PAULA, role: 'NIMKO' }];
    await world.ports.entry.enterBusiness(COMPANY, { name: 'Kuljetus Oy', kind: 'COMPANY', representatives });
    const toCompany = { id: COMPANY, name: 'Kuljetus Oy' };
    const { mandate } = await give(world, { holder: toCompany, scope: MATTERS });
    expect((await mine()).known).toEqual([`${child} Lapsi Lauri GUARDIAN`, `${COMPANY} Kuljetus Oy REPRESENTATIVE`]);
    done(await world.hub.answerMandate(await acting(world, PAULA, COMPANY), mandate.mandateId, 'ACCEPT'));
    const all = [
      `${child} Lapsi Lauri GUARDIAN`,
      `${TESSA} Testilä Tessa AGENT`,
      `${COMPANY} Kuljetus Oy REPRESENTATIVE`,
    ];
    expect(await mine()).toEqual({ known: all.toSorted(), complete: true });
    for (const id of [child, TESSA, COMPANY]) expect(await paulaFor(world, id)).toMatchObject({ ok: true });
    expect((await world.hub.listMandates(await acting(world, PAULA))).actsFor.known).toHaveLength(3);
  });

  it('is nobody of whom the register says so no more, whatever was entered once', async () => {
    await world.ports.entry.enterPerson(child, { name: 'Lapsi Lauri', guardians: [PAULA] });
    await world.ports.entry.enterBusiness(COMPANY, {
      name: 'Kuljetus Oy',
      kind: 'COMPANY',
      representatives: [{ id: PAULA, role: 'NIMKO' }],
    });
    await held(world);
    await world.ports.entry.enterPerson(child, { name: 'Lapsi Lauri', guardians: [TESSA] });
    await world.ports.entry.enterBusiness(COMPANY, { name: 'Kuljetus Oy', kind: 'COMPANY' });
    await world.ports.entry.enterPerson(TESSA, { name: 'Testilä Tessa', deceased: true });
    expect(await mine()).toEqual({ known: [], complete: true });
  });

  it('may be more where the register of the nation is away or can not be asked so', async () => {
    await held(world);
    const known = [`${TESSA} Testilä Tessa AGENT`];
    for (const principalsOf of [
      async () => Promise.reject(new PowersUnknown('away')),
      async () => ({ known: [], complete: false }),
    ]) {
      world.restart((ports) => ({
        ...ports,
        national: { between: async () => [], holdersFor: async () => [], principalsOf },
      }));
      expect(await mine()).toEqual({ known, complete: false });
    }
  });
});
