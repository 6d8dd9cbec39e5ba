import * as z from 'zod/mini';
import type { TenantId } from '#shared/domain/message/ids';
import type { Kind } from '#shared/domain/programme/kinds';
import { type OwnerField, ownerFieldOf } from '#shared/domain/programme/owner';
import { textsAt } from '#shared/domain/programme/texts-at';
import type { ProgrammeRows } from '#shared/ports/programme-rows';

/** Whose a row is: one's own, nobody's or shared with others (to be seen, not changed), or another's. */
export type Standing = 'OWN' | 'COMMON' | 'FOREIGN';

const named = z.object({ organisationId: z.string() });
const tenancy = z.object({ tenantId: z.optional(z.string()) });

/** The registers through which a row belongs to an organisation. */
const THROUGH = { serviceId: 'services', planId: 'plans' } as const;

export type StandingOf = (kind: Kind, row: { readonly id: string; readonly fields: object }) => Promise<Standing>;

/**
 * Tells an authority's rows from others' (hub-api.md section 6): an organisation is its own by the tenant that stands in
 * it, or where none does, by having the tenant's id. Remembers what it has read, so each call gets one of its own.
 */
export function makeStanding(rows: Pick<ProgrammeRows, 'read'>, tenantId: TenantId): StandingOf {
  const owned = new Map<string, Promise<boolean>>();

  return async (kind, { id, fields }) => {
    const field = ownerFieldOf(kind);
    if (field === undefined) return 'COMMON';
    const owners = field === 'id' ? [id] : textsAt(fields, field).map(({ text }) => text);
    if (owners.length === 0) return 'COMMON';
    if (await some(owners, async (owner) => isOwn(await organisationOf(field, owner)))) return 'OWN';
    const others = textsAt(fields, 'coOwners').map(({ text }) => text);
    return (await some(others, isOwn)) ? 'COMMON' : 'FOREIGN';
  };

  async function organisationOf(field: OwnerField, owner: string): Promise<string | undefined> {
    if (field !== 'serviceId' && field !== 'planId') return owner;
    const row = await rows.read(THROUGH[field], owner);
    return row && named.parse(row).organisationId;
  }

  async function isOwn(organisationId: string | undefined): Promise<boolean> {
    if (organisationId === undefined) return false;
    const answer = owned.get(organisationId) ?? belongs(organisationId);
    owned.set(organisationId, answer);
    return answer;
  }

  async function belongs(organisationId: string): Promise<boolean> {
    const row = await rows.read('organisations', organisationId);
    const holder = row && tenancy.parse(row).tenantId;
    return holder === undefined ? organisationId === tenantId : holder === tenantId;
  }
}

async function some<T>(all: readonly T[], test: (each: T) => Promise<boolean>): Promise<boolean> {
  return (await Promise.all(all.map(test))).some(Boolean);
}
