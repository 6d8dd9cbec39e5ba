import { beforeEach, describe, expect, it } from 'vitest';
import { mandateNoticeName } from '#shared/domain/consent/owed-name';
import { type ServiceId, serviceId } from '#shared/domain/message/ids';
import { momentOn } from '#shared/kernel/calendar';
import { MINUTE, calendarDate } from '#shared/kernel/time';
import { KALLE, PAULA, SERVICE, TESSA, personCode } from '#test/builders/messages';
import { mandateNo } from '#test/builders/messages-mandates';
import type { World } from '#test/builders/world';
import { give, held, paulaFor, wish, withTwo } from '#test/builders/world-mandates';
import { acting, choose, done, mailsTo, openWorld } from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await withTwo(world);
});

const day = (text: string) => calendarDate.parse(text);
const listOf = async (code: string) => world.hub.listMandates(await acting(world, code));
const gateOf = async (code: string) => {
  const { recipientId } = await acting(world, code);
  return recipientId && world.ports.gates.read(recipientId);
};
const MISSING = { ok: false, refusal: { kind: 'mandate-missing' } };
const SETTLED = { ok: false, refusal: { kind: 'mandate-settled' } };
const UNKNOWN = { ok: false, refusal: { kind: 'mandate-unknown' } };

describe('a mandate given', () => {
  it('is an offer that lets nobody do anything until its holder accepts it', async () => {
    const { mandate } = await give(world);
    expect(await listOf(PAULA)).toMatchObject({ held: [], offered: [{ parties: { principal: { id: TESSA } } }] });
    expect(await paulaFor(world)).toEqual(MISSING);
    done(await world.hub.answerMandate(await acting(world, PAULA), mandate.mandateId, 'ACCEPT'));
    expect(await listOf(PAULA)).toMatchObject({ held: [{ mandate: { mandateId: mandate.mandateId } }], offered: [] });
    expect(await listOf(TESSA)).toMatchObject({ given: [{ parties: { holder: { name: 'Postila Paula' } } }] });
    expect(done(await paulaFor(world))).toMatchObject({
      owner: { id: TESSA },
      onBehalf: { id: PAULA },
      actor: { role: 'AGENT', mandateId: mandate.mandateId },
    });
  });

  it('is stored without a name and without a code', async () => {
    const { mandate } = await held(world);
    expect(JSON.stringify(await world.ports.mandates.givenBy(mandate.principal))).not.toMatch(
      /Testilä|Tessa|Postila|Paula|010280|010101/,
    );
  });

  it('declined is no mandate', async () => {
    const { mandate } = await give(world);
    done(await world.hub.answerMandate(await acting(world, PAULA), mandate.mandateId, 'DECLINE'));
    expect(await paulaFor(world)).toEqual(MISSING);
    expect(await world.hub.answerMandate(await acting(world, PAULA), mandate.mandateId, 'ACCEPT')).toEqual(SETTLED);
  });

  it.each([
    ['its giver', TESSA],
    ['its holder', PAULA],
  ])('ended by %s ends in the middle of a session', async (_, code) => {
    const { mandate } = await held(world);
    done(await paulaFor(world));
    done(await world.hub.answerMandate(await acting(world, code), mandate.mandateId, 'END'));
    expect(await paulaFor(world)).toEqual(MISSING);
    expect(await paulaFor(world, mandate.mandateId)).toEqual(MISSING);
  });

  it('to a date ends at the midnight after it in Helsinki, and begins at the midnight before its first', async () => {
    await held(world, { validFrom: day('2026-11-25'), validTo: day('2026-11-26') });
    const [begin, end] = [momentOn(day('2026-11-25')), momentOn(day('2026-11-27'))];
    expect(await paulaFor(world)).toEqual(MISSING);
    await world.moveTo(begin);
    expect(await paulaFor(world)).toMatchObject({ ok: true });
    await world.moveTo(end);
    expect(await paulaFor(world)).toEqual(MISSING);
    expect(end).toBe('2026-11-26T22:00:00.000Z');
  });

  it('ends with its giver', async () => {
    await held(world);
    await world.ports.entry.enterPerson(TESSA, { name: 'Testilä Tessa', deceased: true });
    expect(await paulaFor(world)).toEqual(MISSING);
  });

  it('is like none at all to somebody else', async () => {
    const { mandate } = await give(world);
    for (const step of ['ACCEPT', 'DECLINE', 'END'] as const) {
      expect(await world.hub.answerMandate(await acting(world, KALLE), mandate.mandateId, step)).toEqual(UNKNOWN);
      expect(await world.hub.answerMandate(await acting(world, PAULA), mandateNo(9), step)).toEqual(UNKNOWN);
    }
    expect(await world.hub.answerMandate(await acting(world, TESSA), mandate.mandateId, 'ACCEPT')).toEqual(UNKNOWN);
  });
});

describe('a wish', () => {
  const problems = async (part: Parameters<typeof wish>[0]) => {
    const given = await world.hub.giveMandate(await acting(world, TESSA), wish(part));
    return given.ok ? [] : given.refusal.problems;
  };

  it('is answered alike for a code nobody has, a name that is somebody else’s, a child and the dead', async () => {
    const child = '010115A905H';
    await world.ports.entry.enterPerson(child, { name: 'Lapsi Lauri' });
    await world.ports.entry.enterPerson(KALLE, { name: 'Kuollut Kalle', deceased: true });
    const nobody = await problems({ holder: { id: personCode(907), name: 'Postila Paula' } });
    expect(nobody).toMatchObject([{ field: 'holder' }]);
    expect(await problems({ holder: { id: PAULA, name: 'Posti Paula' } })).toEqual(nobody);
    expect(await problems({ holder: { id: KALLE, name: 'Kuollut Kalle' } })).toEqual(nobody);
    expect(await problems({ holder: { id: child, name: 'Lapsi Lauri' } })).toEqual(nobody);
    expect((await listOf(TESSA)).given).toEqual([]);
  });

  it.each<[string, Parameters<typeof wish>[0], string[]]>([
    ['an id that is none', { holder: { id: '010101-123X', name: 'Postila Paula' } }, ['holder.id']],
    ['oneself', { holder: { id: TESSA, name: 'Testilä Tessa' } }, ['holder.id']],
    ['a theme that is not in use', { themes: ['MAILBOX', 'OWN_DATA'] }, ['themes.1']],
    ['an end that has been', { validTo: day('2026-11-22') }, ['validTo']],
    ['an end before its beginning', { validFrom: day('2026-12-02'), validTo: day('2026-12-01') }, ['validTo']],
  ])('names what is wrong with %s', async (_, part, fields) => {
    expect((await problems(part)).map(({ field }) => field)).toEqual(fields);
  });

  it('names a service that is none', async () => {
    const scope = (service: ServiceId) => ({
      type: 'MATTERS' as const,
      matters: [{ serviceId: service, matterId: 'M1' }],
    });
    expect(await problems({ scope: scope(SERVICE) })).toEqual([]);
    expect(await problems({ scope: scope(serviceId.parse('nowhere')) })).toEqual([
      { field: 'scope.matters.0.serviceId', rule: 'names no service' },
    ]);
  });
});

describe('the gates of both parties', () => {
  it('move when a mandate that receives service comes into force and when it ends, before the answer', async () => {
    await choose(world, PAULA, { electronic: true, email: 'paula@example.fi' });
    const versions = async () => [(await gateOf(TESSA))?.version ?? 0, (await gateOf(PAULA))?.version ?? 0];
    const { mandate } = await give(world, { mayReceiveService: true });
    const [tessa = 0, paula = 0] = await versions();
    done(await world.hub.answerMandate(await acting(world, PAULA), mandate.mandateId, 'ACCEPT'));
    expect(await versions()).toEqual([tessa + 1, paula + 1]);
    done(await world.hub.answerMandate(await acting(world, TESSA), mandate.mandateId, 'END'));
    expect(await versions()).toEqual([tessa + 2, paula + 2]);
  });

  it('stay where no service is received by it', async () => {
    const { mandate } = await give(world);
    const before = (await gateOf(TESSA))?.version;
    done(await world.hub.answerMandate(await acting(world, PAULA), mandate.mandateId, 'ACCEPT'));
    expect((await gateOf(TESSA))?.version).toBe(before);
  });

  it('leave the consent as it is, and make nobody a mailbox', async () => {
    const before = (await gateOf(TESSA))?.consent;
    await held(world, { mayReceiveService: true });
    expect((await gateOf(TESSA))?.consent).toEqual(before);
    expect(await gateOf(PAULA)).toBeUndefined();
  });
});

describe('the notice of a mandate', () => {
  it('goes to who gave it and to who was given it, once', async () => {
    await choose(world, PAULA, { electronic: true, email: 'paula@example.fi' });
    const { mandate } = await give(world);
    expect((await gateOf(TESSA))?.owed).toHaveProperty(mandateNoticeName(mandate.mandateId));
    await world.settle();
    await world.moveBy(10 * MINUTE);
    for (const email of ['active@example.fi', 'paula@example.fi'])
      expect(mailsTo(world, email).filter((kind) => kind === 'MANDATE_GIVEN')).toHaveLength(1);
    expect((await gateOf(TESSA))?.owed).toEqual({});
  });

  it('names nobody', async () => {
    await give(world);
    await world.settle();
    const notice = world.mailer.sent.find((each) => each.notice.kind === 'MANDATE_GIVEN')?.notice;
    expect(JSON.stringify(notice)).not.toMatch(/Tessa|Testilä|Paula|Postila|0101/);
  });
});

describe('a mandate on paper', () => {
  const evidence = { sha256: 'a'.repeat(64), organisation: 'Palvelupiste' };
  const official = { role: 'OFFICIAL', assurance: 'STRONG' } as const;
  const paper = { principal: { id: TESSA, name: 'Testilä Tessa' }, wish: wish(), evidence, official };

  it('that its holder brings to the service point is in force, and its giver is told', async () => {
    const { mandate } = done(await world.hub.registerPaper({ ...paper, visitor: 'HOLDER' }));
    expect(mandate).toMatchObject({ source: 'SERVICE_POINT_PAPER', evidence });
    await world.settle();
    expect(mailsTo(world)).toContain('MANDATE_GIVEN');
    expect(done(await paulaFor(world)).powers).toMatchObject([{ power: { source: 'SERVICE_POINT_PAPER' } }]);
  });

  it('that its giver brings waits for the holder', async () => {
    done(await world.hub.registerPaper({ ...paper, visitor: 'PRINCIPAL' }));
    expect(await paulaFor(world)).toEqual(MISSING);
    expect((await listOf(PAULA)).offered).toHaveLength(1);
  });
});
