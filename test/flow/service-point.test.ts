import { beforeEach, describe, expect, it } from 'vitest';
import type { AccessEntry } from '#shared/domain/access/access-entry';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Desk } from '#shared/flow/service-point/desk';
import { makeDeskMandates } from '#shared/flow/service-point/desk-mandates';
import { type ServeVisitor, makeServeVisitor } from '#shared/flow/service-point/serve-visitor';
import { DAY, MINUTE } from '#shared/kernel/time';
import type { Official } from '#shared/ports/officials';
import { KALLE, PAULA, SERVICE, TESSA, personCode } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { paulaFor, wish, withTwo } from '#test/builders/world-mandates';
import { acting, done, mailsTo, openWorld } from '#test/builders/world-people';

const VILMA: Official = {
  officialId: 'o-1',
  name: 'Virtanen Vilma',
  organisation: 'Palvelupiste',
  assurance: 'HIGH',
  code: personCode(930),
};
const VEERA: Official = { ...VILMA, officialId: 'o-2', name: 'Virtanen Veera', code: undefined };
const REASON = 'Asiakas asioi paikan päällä';
const ORDER = { visitorId: TESSA, identifiedBy: 'ID_CARD', reason: REASON } as const;
const SCAN = { sha256: 'b'.repeat(64), mediaType: 'application/pdf' } as const;
const UNKNOWN = { ok: false, refusal: { kind: 'visit-unknown' } };

let world: World;
let serve: ServeVisitor;

const open = (looksADay = 50) => makeServeVisitor({ ...world.ports, looksADay });

beforeEach(async () => {
  world = await openWorld();
  await withTwo(world);
  serve = open();
});

async function deskWith(code: string, official = VILMA): Promise<Desk> {
  const { visit } = done(await serve.begin(official, { ...ORDER, visitorId: code }));
  return done(await serve.resume(official, visit));
}

async function idOf(code: string): Promise<RecipientId> {
  const { recipientId } = await acting(world, code);
  if (!recipientId) throw new Error('has never been here');
  return recipientId;
}

async function logOf(code: string): Promise<readonly AccessEntry[]> {
  return (await world.hub.listAccess(await idOf(code), { limit: 50 })).entries;
}

const mandates = () => makeDeskMandates({ ...world.ports, themes: ['MAILBOX'], enter: serve.enter });
const paper = (principal = { id: TESSA, name: 'Testilä Tessa' }) => ({ principal, wish: wish(), scan: SCAN });

describe('a visit', () => {
  it('begins with an entry in the visitor’s log, with organisation, reason and document', async () => {
    expect(done(await serve.begin(VILMA, ORDER))).toMatchObject({ name: 'Testilä Tessa' });
    expect(await logOf(TESSA)).toMatchObject([
      {
        act: 'VISIT_BEGUN',
        by: { role: 'OFFICIAL', assurance: 'HIGH', name: 'Virtanen Vilma' },
        organisation: 'Palvelupiste',
        reason: REASON,
        identifiedBy: 'ID_CARD',
      },
    ]);
  });

  it('keeps names, reasons and codes sealed: in the log and in the official’s hands', async () => {
    const { visit } = done(await serve.begin(VILMA, ORDER));
    const stored = await world.ports.accessLog.list(await idOf(TESSA), { limit: 50 });
    expect(JSON.stringify([stored, visit])).not.toMatch(/Vilma|Virtanen|paikan päällä|010280|Tessa/);
  });

  it('of somebody who has never had a mailbox is entered all the same', async () => {
    await world.ports.entry.enterPerson(KALLE, { name: 'Kallela Kalle' });
    done(await serve.begin(VILMA, { ...ORDER, visitorId: KALLE }));
    expect(await logOf(KALLE)).toHaveLength(1);
  });

  it('opens in no other official’s hands, nor after half an hour, nor changed', async () => {
    const { visit } = done(await serve.begin(VILMA, ORDER));
    expect(await serve.resume(VEERA, visit)).toEqual(UNKNOWN);
    for (const garbled of ['', 'x', 'visits:', visit.slice(0, -4), visit.replace('visits', 'recipients')])
      expect(await serve.resume(VILMA, garbled)).toEqual(UNKNOWN);
    world.tick(30 * MINUTE - 1);
    expect(await serve.resume(VILMA, visit)).toMatchObject({ ok: true, value: { isProtected: false } });
    world.tick(1);
    expect(await serve.resume(VILMA, visit)).toEqual(UNKNOWN);
  });

  it('is not sealed by what else the key seals', async () => {
    const text = JSON.stringify({ kind: 'VISIT' });
    const other = await world.ports.sealer.sealText({ key: 'visits', context: 'visit', text });
    expect(await serve.resume(VILMA, other)).toEqual(UNKNOWN);
  });

  it.each([
    ['own code', { ...VILMA, code: TESSA }, TESSA, 'own-matter'],
    ['own code that no register knows', { ...VILMA, code: KALLE }, KALLE, 'own-matter'],
    ['own name, where no code is told', { ...VEERA, name: 'Tessa Testilä' }, TESSA, 'own-matter'],
    ['code nobody has', VILMA, KALLE, 'visitor-unknown'],
  ])('is refused for an official’s %s', async (_, official, visitorId, kind) => {
    expect(await serve.begin(official, { ...ORDER, visitorId })).toEqual({ ok: false, refusal: { kind } });
  });

  it('is refused for the dead and for a child under 15', async () => {
    await world.ports.entry.enterPerson(KALLE, { name: 'Kallela Kalle', deceased: true });
    await world.ports.entry.enterPerson('010115A905H', { name: 'Lapsi Lauri' });
    const begin = async (visitorId: string) => serve.begin(VILMA, { ...ORDER, visitorId });
    expect(await begin(KALLE)).toMatchObject({ refusal: { kind: 'visitor-unknown' } });
    expect(await begin('010115A905H')).toMatchObject({ refusal: { kind: 'guardian-required' } });
  });
});

describe('the looks of a day', () => {
  it('end for one official and not for another, and begin anew at midnight in Helsinki', async () => {
    serve = open(2);
    const { visit } = done(await serve.begin(VILMA, ORDER));
    done(await serve.resume(VILMA, visit));
    expect(await serve.resume(VILMA, visit)).toMatchObject({ refusal: { kind: 'looks-used-up' } });
    expect(await serve.begin(VILMA, ORDER)).toMatchObject({ refusal: { kind: 'looks-used-up' } });
    done(await serve.begin(VEERA, ORDER));
    world.tick(DAY);
    done(await serve.begin(VILMA, ORDER));
  });

  it('are used up by codes that nobody has too', async () => {
    serve = open(1);
    await serve.begin(VILMA, { ...ORDER, visitorId: KALLE });
    expect(await serve.begin(VILMA, ORDER)).toMatchObject({ refusal: { kind: 'looks-used-up' } });
  });
});

describe('consent at a service point', () => {
  it('is given for the visitor, who is told by e-mail and reads why', async () => {
    const { visitor } = await deskWith(PAULA);
    const wanted = { electronic: true, email: 'paula@example.fi', language: 'fi', seenVersion: 0 } as const;
    const given = done(await world.hub.setConsent(visitor, wanted));
    expect(given.gate?.consent).toMatchObject({ action: 'GIVE', source: 'SERVICE_POINT' });
    await world.settle();
    expect(mailsTo(world, 'paula@example.fi')).toContain('CONSENT_GIVEN');
    const { records } = await world.hub.consentHistory(visitor.recipientId, { limit: 10 });
    expect(records).toMatchObject([{ reason: REASON, record: { actor: { role: 'OFFICIAL' } } }]);
  });

  it('is withdrawn for the visitor', async () => {
    const { visitor } = await deskWith(TESSA);
    const { version } = await world.hub.consentOf(visitor.recipientId);
    const withdrawn = await world.hub.setConsent(visitor, { electronic: false, language: 'fi', seenVersion: version });
    expect(done(withdrawn).gate?.electronic).toBe(false);
  });
});

describe('a matter at a service point', () => {
  it('is chosen for and taken back', async () => {
    const { visitor } = await deskWith(TESSA);
    const matter = { serviceId: SERVICE, matterId: 'M1' };
    done(await world.hub.setMatter(visitor, matter, { wish: { kind: 'PAPER' }, language: 'fi' }));
    const tessa = await acting(world, TESSA);
    expect(await world.hub.matterOf(tessa, matter)).toMatchObject({
      ok: true,
      value: { preference: { kind: 'PAPER', actor: { role: 'OFFICIAL' } } },
    });
    await world.hub.clearMatter(visitor, matter);
    expect(await world.hub.matterOf(tessa, matter)).toMatchObject({ ok: false });
  });
});

describe('a mandate at a service point', () => {
  it('brought by its holder is in force, told to its giver, and stands in both logs', async () => {
    const desk = await deskWith(PAULA);
    const { mandate } = done(await mandates().register(desk, paper()));
    expect(mandate.evidence).toEqual({ ...SCAN, organisation: 'Palvelupiste' });
    expect(done(await paulaFor(world)).powers).toMatchObject([{ power: { mandateId: mandate.mandateId } }]);
    await world.settle();
    expect(mailsTo(world)).toContain('MANDATE_GIVEN');
    const [told] = await logOf(TESSA);
    expect(told).toMatchObject({ act: 'MANDATE_REGISTERED', organisation: 'Palvelupiste' });
    expect([told?.reason, told?.identifiedBy]).toEqual([undefined, undefined]);

    done(await mandates().cancel(desk, mandate.mandateId));
    expect(await paulaFor(world)).toMatchObject({ refusal: { kind: 'mandate-missing' } });
    expect((await logOf(TESSA)).map(({ act }) => act)).toContain('MANDATE_CANCELLED');
  });

  it('brought by its giver waits for the holder', async () => {
    done(await mandates().register(await deskWith(TESSA), paper()));
    expect(await paulaFor(world)).toMatchObject({ ok: false });
  });

  it('is registered for a party that is the visitor, and between people a register knows', async () => {
    await world.ports.entry.enterPerson(KALLE, { name: 'Kallela Kalle' });
    const problems = async (code: string, principal?: { id: string; name: string }) => {
      const refused = await mandates().register(await deskWith(code), paper(principal));
      return refused.ok || refused.refusal.kind === 'own-matter' ? [] : refused.refusal.problems;
    };
    expect(await problems(KALLE)).toMatchObject([{ field: 'principal' }]);
    expect(await problems(PAULA, { id: TESSA, name: 'Toinen Nimi' })).toMatchObject([{ field: 'principal' }]);
    expect(await problems(PAULA, { id: personCode(931), name: 'Ei Kukaan' })).toMatchObject([{ field: 'principal' }]);
  });

  it('is never registered by an official who is a party to it', async () => {
    const official = { ...VILMA, code: TESSA };
    const desk = await deskWith(PAULA, official);
    expect(await mandates().register(desk, paper())).toEqual({ ok: false, refusal: { kind: 'own-matter' } });
  });

  it('is never cancelled by an official who is a party to it', async () => {
    const { mandate } = done(await mandates().register(await deskWith(PAULA), paper()));
    const desk = await deskWith(PAULA, { ...VEERA, name: 'Testilä Tessa' });
    expect(await mandates().cancel(desk, mandate.mandateId)).toEqual({ ok: false, refusal: { kind: 'own-matter' } });
    expect(await paulaFor(world)).toMatchObject({ ok: true });
  });

  it('of somebody else is like none at all', async () => {
    const { mandate } = done(await mandates().register(await deskWith(PAULA), paper()));
    await world.ports.entry.enterPerson(KALLE, { name: 'Kallela Kalle' });
    const cancelled = await mandates().cancel(await deskWith(KALLE), mandate.mandateId);
    expect(cancelled).toMatchObject({ refusal: { kind: 'mandate-unknown' } });
  });
});
