import { beforeEach, describe, expect, it } from 'vitest';
import { atDesk } from '#functions/_shell/calls/point/at-desk';
import { registerMandate } from '#shared/contracts/point/mandates';
import { showVisitorsConsent } from '#shared/contracts/point/consent';
import type { AccessEntry } from '#shared/domain/access/access-entry';
import type { Desk } from '#shared/flow/service-point/desk';
import { type ServeVisitor, makeServeVisitor } from '#shared/flow/service-point/serve-visitor';
import { makeDeskMandates } from '#shared/flow/service-point/desk-mandates';
import { makePowers } from '#shared/flow/mandate/powers';
import { ok } from '#shared/kernel/result';
import { type Official } from '#shared/ports/officials';
import { PowersUnknown } from '#shared/ports/powers';
import { COMPANY, PAULA, TESSA, personCode } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { BORN, MAIJA, MARKKU, NIKO, family } from '#test/builders/world-families';
import type { HubPorts } from '#test/builders/world-hub';
import { held, wish, withTwo } from '#test/builders/world-mandates';
import { acting, done, openWorld } from '#test/builders/world-people';

const VILMA: Official = {
  officialId: 'o-1',
  name: 'Virtanen Vilma',
  organisation: 'Palvelupiste',
  assurance: 'HIGH',
  code: personCode(930),
};
const REASON = 'Huoltaja asioi lapsen puolesta';
const ORDER = { identifiedBy: 'ID_CARD', reason: REASON } as const;

let world: World;
let serve: ServeVisitor;

const open = (part: Partial<HubPorts> = {}) => {
  const ports = { ...world.ports, ...part };
  return makeServeVisitor({ ...ports, powers: makePowers(ports), looksADay: 50 });
};

beforeEach(async () => {
  world = await openWorld();
  await withTwo(world);
  await family(world, BORN['under 15']);
  await world.ports.entry.enterBusiness(COMPANY, {
    name: 'Esimerkki Oy',
    kind: 'COMPANY',
    representatives: [{ id: PAULA, role: 'TJ' }],
  });
  serve = open();
});

const begin = async (visitorId: string, onBehalfOf: string, official = VILMA) =>
  serve.begin(official, { ...ORDER, visitorId, onBehalfOf });

async function deskFor(visitorId: string, onBehalfOf: string): Promise<Desk> {
  return done(await serve.resume(VILMA, done(await begin(visitorId, onBehalfOf)).visit));
}

async function logOf({ visitor }: Desk): Promise<readonly AccessEntry[]> {
  return (await world.hub.listAccess(visitor.recipientId, { limit: 50 })).entries;
}

describe('a guardian at a service point', () => {
  it('is served for the child, whose log tells of the official, of the guardian and why', async () => {
    expect(done(await begin(MARKKU, NIKO))).toMatchObject({
      name: 'Nuorila Markku',
      principal: { name: 'Nuorila Niko', role: 'GUARDIAN' },
    });
    expect(await logOf(await deskFor(MARKKU, NIKO))).toMatchObject([
      {},
      {
        act: 'VISIT_BEGUN',
        by: { role: 'OFFICIAL', name: 'Virtanen Vilma', mandateId: 'VTJ_GUARDIAN' },
        standIn: { role: 'GUARDIAN', name: 'Nuorila Markku' },
        reason: REASON,
        identifiedBy: 'ID_CARD',
      },
    ]);
    const { recipientId } = await acting(world, MARKKU);
    const own = recipientId ? await world.hub.listAccess(recipientId, { limit: 50 }) : undefined;
    expect(own?.entries[0]).toMatchObject({ act: 'VISIT_BEGUN', by: { role: 'OFFICIAL' } });
    expect(own?.entries[0]?.standIn).toBeUndefined();
  });

  it('gives consent for the child, and the power is on record', async () => {
    const { visitor } = await deskFor(MARKKU, NIKO);
    const wanted = { electronic: true, email: 'markku@example.fi', language: 'fi', seenVersion: 0 } as const;
    const { gate } = done(await world.hub.setConsent(visitor, wanted));
    expect(gate?.consent).toMatchObject({
      source: 'SERVICE_POINT',
      actor: { role: 'OFFICIAL', mandateId: 'VTJ_GUARDIAN' },
    });
    expect((await world.hub.consentOf((await acting(world, MARKKU)).recipientId)).gate).toBeUndefined();
  });

  it('is refused once the register knows of the guardianship no more, in mid-visit', async () => {
    const { visit } = done(await begin(MARKKU, NIKO));
    await family(world, BORN['under 15'], [MAIJA]);
    expect(await serve.resume(VILMA, visit)).toMatchObject({ refusal: { kind: 'mandate-missing' } });
    expect(await begin(MARKKU, NIKO)).toMatchObject({ refusal: { kind: 'mandate-missing' } });
  });

  it('is refused for a child of 15, who comes for themself', async () => {
    await family(world, BORN['of 16']);
    expect(await begin(MARKKU, NIKO)).toMatchObject({ refusal: { kind: 'mandate-missing' } });
  });

  it('keeps the principal’s code out of sight', async () => {
    const { visit } = done(await begin(MARKKU, NIKO));
    const desk = done(await serve.resume(VILMA, visit));
    const stored = await world.ports.accessLog.list(desk.visitor.recipientId, { limit: 50 });
    expect(JSON.stringify([stored, visit])).not.toMatch(new RegExp(`${NIKO}|${MARKKU}|Nuorila|Virtanen|Huoltaja`));
  });
});

describe('who represents an organisation, at a service point', () => {
  it('is served for it, by the role in the register', async () => {
    const desk = await deskFor(PAULA, COMPANY);
    expect(desk).toMatchObject({
      visitor: { owner: { id: COMPANY, name: 'Esimerkki Oy' }, actor: { mandateId: 'REGISTER_ROLE:TJ' } },
      inPlace: { power: { role: 'REPRESENTATIVE' } },
      isProtected: false,
    });
  });

  it('registers a mandate that the organisation gives', async () => {
    const desk = await deskFor(PAULA, COMPANY);
    const mandates = makeDeskMandates({ ...world.ports, themes: ['MAILBOX'], enter: serve.enter });
    const registered = await mandates.register(desk, {
      principal: { id: COMPANY, name: 'Esimerkki Oy' },
      wish: wish({ holder: { id: TESSA, name: 'Testilä Tessa' } }),
      scan: { sha256: 'b'.repeat(64), mediaType: 'application/pdf' },
    });
    expect(done(registered).mandate).toMatchObject({ principal: desk.visitor.recipientId });
  });
});

describe('a visitor who stands in for another', () => {
  it('by a mandate is refused: the choices are the giver’s', async () => {
    await held(world);
    expect(await begin(PAULA, TESSA)).toMatchObject({ refusal: { kind: 'act-not-covered' } });
  });

  it.each([
    ['nobody’s guardian', TESSA, NIKO],
    ['in their own place', TESSA, TESSA],
    ['for a code nobody has', MARKKU, personCode(955)],
  ])('%s is refused', async (_, visitor, principal) => {
    expect(await begin(visitor, principal)).toMatchObject({ refusal: { kind: 'mandate-missing' } });
  });

  it('is not served where the official is the principal’s guardian too, or the principal', async () => {
    await family(world, BORN['under 15'], [MARKKU, MAIJA]);
    for (const code of [MAIJA, NIKO])
      expect(await begin(MARKKU, NIKO, { ...VILMA, code })).toMatchObject({ refusal: { kind: 'own-matter' } });
    const namesake = { ...VILMA, code: undefined, name: 'Maija Nuorila' };
    expect(await begin(MARKKU, NIKO, namesake)).toMatchObject({ refusal: { kind: 'own-matter' } });
  });

  it('is not served while a register that has to be asked does not answer', async () => {
    const away = async () => Promise.reject(new PowersUnknown());
    serve = open({ national: { between: away, holdersFor: away, principalsOf: away } });
    expect(await begin(TESSA, NIKO)).toMatchObject({ refusal: { kind: 'powers-unknown' } });
  });

  it('under a protection order of the principal is shown no address', async () => {
    await world.ports.entry.enterPerson(NIKO, {
      name: 'Nuorila Niko',
      birthDate: BORN['under 15'],
      guardians: [MARKKU],
      protectionOrder: true,
    });
    expect((await deskFor(MARKKU, NIKO)).isProtected).toBe(true);
  });
});

describe('a call of who stands in for another', () => {
  async function called(desk: Desk, operation: typeof registerMandate | typeof showVisitorsConsent): Promise<unknown> {
    const entered: string[] = [];
    const counter = { desk: async () => ok(desk), enter: async (_: Desk, act: string) => void entered.push(act) };
    const answer = await atDesk({ ...operation, body: showVisitorsConsent.body }, counter, async () => ({
      status: 204,
    })).answer({
      method: operation.method,
      resource: operation.path,
      params: {},
      query: {},
      headers: {},
      body: undefined,
      traceId: 't-1',
    });
    return [answer.status, entered];
  }

  it('does what their role may at their own front, and nothing that it may not', async () => {
    const [guardian, representative] = [await deskFor(MARKKU, NIKO), await deskFor(PAULA, COMPANY)];
    expect(await called(guardian, showVisitorsConsent)).toEqual([204, ['CONSENT_SHOWN']]);
    expect(await called(guardian, registerMandate)).toEqual([403, []]);
    expect(await called(representative, registerMandate)).toEqual([204, ['MANDATE_REGISTERED']]);
  });
});
