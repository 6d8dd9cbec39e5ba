import { OWN_MAILBOX_FROM, birthDateIn, hasReached } from '#shared/domain/mandate/age';
import { type Mandate, powerOf } from '#shared/domain/mandate/mandate';
import { formOfId } from '#shared/domain/message/identity-code';
import type { Power } from '#shared/domain/message/power';
import type { BusinessRecord, PersonRecord } from '#shared/domain/registers/person';
import { openParties } from '#shared/flow/mandate/mandate-parties';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { type Clock, type Instant, helsinkiDay, instantAt } from '#shared/kernel/time';
import type { RecipientAliases } from '#shared/ports/mailboxes';
import type { Mandates } from '#shared/ports/mandates';
import { type PowerHolder, type PowerRegister, PowersUnknown, type Principals } from '#shared/ports/powers';
import type { BusinessRegister, Linked, PopulationRegister } from '#shared/ports/registers';
import type { Sealer } from '#shared/ports/sealer';

export interface PowersPorts {
  readonly mandates: Mandates;
  readonly people: PopulationRegister;
  readonly businesses: BusinessRegister;
  readonly aliases: RecipientAliases;
  readonly sealer: Sealer;
  readonly clock: Clock;
  /** The national register of mandates, where this hub is connected to it. */
  readonly national?: PowerRegister;
}

/** The base registers say what holds now, and not since when. */
const BY_LAW = { scope: { type: 'WHOLE_MAILBOX' }, mayReceiveService: true, validFrom: instantAt(0) } as const;

/**
 * Powers to act for another, from everywhere they are on record: mandates given here, guardians of children in the population
 * register, representatives in the business register, and the national register of mandates. Asked anew at every use.
 * The national register is asked only where the others do not open the whole mailbox, so that its outage stops nobody else.
 *
 * @see REQ-119, REQ-121; 571/2016 § 5 and 9; 434/2003 § 14 (from 15 on a child acts alone)
 */
export function makePowers(ports: PowersPorts): PowerRegister {
  const { people, national, clock } = ports;
  const byMandate = makeByMandate(ports);
  const registered = makeRegistered(ports);

  async function between(holder: string, principal: string): Promise<readonly Power[]> {
    if (await isDead(principal)) return [];
    const own = [...(await registered.between(holder, principal)), ...(await byMandate.between(holder, principal))];
    if (!national || own.some(({ scope }) => scope.type === 'WHOLE_MAILBOX')) return own;
    return [...own, ...(await askedAway(national.between(holder, principal), own))];
  }

  async function holdersFor(principal: string): Promise<readonly PowerHolder[]> {
    if (await isDead(principal)) return [];
    const own = [...(await registered.holdersFor(principal)), ...(await byMandate.holdersFor(principal, clock()))];
    return national ? [...own, ...(await national.holdersFor(principal))] : own;
  }

  /** Also by mandates held by an organisation, which who represents it uses. */
  async function principalsOf(holder: string): Promise<Principals> {
    const own = await registered.principalsOf(holder);
    const parties = [holder, ...own.known.flatMap(({ id }) => (formOfId(id) === 'BUSINESS' ? [id] : []))];
    const given = await Promise.all(parties.map(async (id) => byMandate.principalsOf(id, clock())));
    const away = await principalsAway(national, holder);
    const known = await Promise.all(
      [...own.known, ...given.flat(), ...away.known].map(async (each) => ((await isDead(each.id)) ? [] : [each])),
    );
    return { known: known.flat(), complete: own.complete && away.complete };
  }

  /** A mandate ends with its giver. */
  async function isDead(principal: string): Promise<boolean> {
    return formOfId(principal) === 'PERSON' && (await people.find(principal))?.deceased === true;
  }

  return { between, holdersFor, principalsOf };
}

/** Powers by mandate alone. */
export type Agents = Pick<PowerRegister, 'between' | 'holdersFor'>;

/**
 * Who may receive documents for another by a mandate: what a delivery asks, since it reads the base registers itself.
 *
 * @see domain.md 3.3 (R5)
 */
export function makeAgents(ports: Omit<PowersPorts, 'people'>): Agents {
  const { national, clock } = ports;
  const byMandate = makeByMandate(ports);
  return {
    between: async (holder, principal) => {
      const own = await byMandate.between(holder, principal);
      return national ? [...own, ...(await askedAway(national.between(holder, principal), own))] : own;
    },
    holdersFor: async (principal) => {
      const own = (await byMandate.hasReceivers(principal)) ? await byMandate.holdersFor(principal, clock()) : [];
      return national ? [...own, ...(await national.holdersFor(principal))] : own;
    },
  };
}

/** What a register that does not answer might have added is not missed by who has a power without it. */
async function askedAway(answer: Promise<readonly Power[]>, own: readonly Power[]): Promise<readonly Power[]> {
  try {
    return await answer;
  } catch (fault) {
    if (fault instanceof PowersUnknown && own.length > 0) return [];
    throw fault;
  }
}

/** Whom a list can name without the nation's register, it names: it says that there may be others. */
async function principalsAway(national: PowerRegister | undefined, holder: string): Promise<Principals> {
  try {
    return national ? await national.principalsOf(holder) : { known: [], complete: true };
  } catch (fault) {
    if (fault instanceof PowersUnknown) return { known: [], complete: false };
    throw fault;
  }
}

function makeByMandate(ports: Omit<PowersPorts, 'people'>) {
  const { mandates, businesses, sealer, clock } = ports;
  const recipients = makeRecipientIds(ports);

  async function between(holder: string, principal: string): Promise<Power[]> {
    const giver = await recipients.find(principal);
    if (giver === undefined) return [];
    const holderId = await recipients.find(holder);
    const at = clock();
    const held = await Promise.all(
      (await mandates.givenBy(giver)).map(async (each) => {
        const power = powerOf(each, at);
        return power && (each.holder === holderId || (await isThroughBusiness(holder, each))) ? [power] : [];
      }),
    );
    return held.flat();
  }

  /** A mandate held by an organisation is used by who represents it. */
  async function isThroughBusiness(person: string, mandate: Mandate): Promise<boolean> {
    const { id } = (await openParties(sealer, mandate)).holder;
    return formOfId(id) === 'BUSINESS' && rolesOf(person, await businesses.find(id)).length > 0;
  }

  async function holdersFor(principal: string, at: Instant): Promise<PowerHolder[]> {
    const giver = await recipients.find(principal);
    return giver === undefined ? [] : inForce(await mandates.givenBy(giver), { at, party: 'holder' });
  }

  async function hasReceivers(principal: string): Promise<boolean> {
    const giver = await recipients.find(principal);
    return giver !== undefined && mandates.hasReceivers(giver);
  }

  async function principalsOf(holder: string, at: Instant): Promise<PowerHolder[]> {
    const id = await recipients.find(holder);
    return id === undefined ? [] : inForce(await mandates.heldBy(id), { at, party: 'principal' });
  }

  async function inForce(
    all: readonly Mandate[],
    { at, party }: { readonly at: Instant; readonly party: 'holder' | 'principal' },
  ): Promise<PowerHolder[]> {
    const held = all.map(async (each) => {
      const power = powerOf(each, at);
      return power ? [{ ...(await openParties(sealer, each))[party], power }] : [];
    });
    return (await Promise.all(held)).flat();
  }

  return { between, holdersFor, hasReceivers, principalsOf };
}

function makeRegistered({ people, businesses, clock }: PowersPorts) {
  async function between(holder: string, principal: string): Promise<Power[]> {
    if (formOfId(principal) === 'BUSINESS') {
      return rolesOf(holder, await businesses.find(principal)).map(representing);
    }
    const child = await people.find(principal);
    return child?.guardians?.includes(holder) === true && isInCare(principal, child) ? [GUARDING] : [];
  }

  async function holdersFor(principal: string): Promise<PowerHolder[]> {
    if (formOfId(principal) === 'BUSINESS') {
      const { representatives = [] } = (await businesses.find(principal)) ?? {};
      return Promise.all(representatives.map(async ({ id, role }) => named(id, representing(role))));
    }
    const child = await people.find(principal);
    const guardians = child && isInCare(principal, child) ? (child.guardians ?? []) : [];
    return Promise.all(guardians.map(async (id) => named(id, GUARDING)));
  }

  /** What a link of a register tells is asked of the row itself. */
  async function principalsOf(holder: string): Promise<Principals> {
    const [wards, represented] = await Promise.all([people.wardsOf(holder), businesses.representedBy(holder)]);
    const linked = [...told(wards), ...told(represented)];
    const known = await Promise.all(
      linked.map(async (id) => {
        const powers = await between(holder, id);
        const { name } = (formOfId(id) === 'BUSINESS' ? await businesses.find(id) : await people.find(id)) ?? NAMELESS;
        return powers.map((power) => ({ id, name, power }));
      }),
    );
    return { known: known.flat(), complete: wards !== 'NOT_TOLD' && represented !== 'NOT_TOLD' };
  }

  async function named(id: string, power: Power): Promise<PowerHolder> {
    return { id, name: (await people.find(id))?.name ?? '', power };
  }

  /** A child under the age of its own mailbox; of nobody older does a guardian read the mail by law alone (domain.md 2.8). */
  function isInCare(code: string, { birthDate }: PersonRecord): boolean {
    const born = birthDate ?? birthDateIn(code);
    return born !== undefined && !hasReached(OWN_MAILBOX_FROM, { born, on: helsinkiDay(clock()) });
  }

  return { between, holdersFor, principalsOf };
}

const NAMELESS = { name: '' };

function told(linked: Linked): readonly string[] {
  return linked === 'NOT_TOLD' ? [] : linked;
}

function rolesOf(person: string, business: BusinessRecord | undefined): string[] {
  return (business?.representatives ?? []).filter(({ id }) => id === person).map(({ role }) => role);
}

function representing(role: string): Power {
  return { mandateId: `REGISTER_ROLE:${role}`, role: 'REPRESENTATIVE', source: 'REGISTER_ROLE', ...BY_LAW };
}

const GUARDING: Power = { mandateId: 'VTJ_GUARDIAN', role: 'GUARDIAN', source: 'VTJ_GUARDIAN', ...BY_LAW };
