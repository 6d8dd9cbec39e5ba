import type { Letter } from '#shared/domain/delivery-postal/letter';
import { againstLimit, isLimiting } from '#shared/domain/delivery-postal/postal-limit';
import type { TenantId } from '#shared/domain/message/ids';
import { type WeedPorts, makeStillWaits } from '#shared/flow/delivery-postal/take-letter';
import { type Clock, helsinkiDay } from '#shared/kernel/time';
import type { PostalGates } from '#shared/ports/postal-gate';

export interface SetApartPorts extends WeedPorts {
  readonly postalGates: Pick<PostalGates, 'limits' | 'limitDay'>;
  readonly clock: Clock;
}

/** What waits of an authority with a limit. */
export interface Lane {
  readonly tenantId: TenantId;
  /** Oldest first. */
  readonly letters: readonly Letter[];
  /** How many of them may go today yet. */
  readonly room: number;
  /** How many wait beyond that, those included that were not looked at. */
  readonly beyond: number;
}

export interface Sorted {
  /** Of authorities without a limit, oldest first. */
  readonly free: readonly Letter[];
  readonly lanes: readonly Lane[];
}

/** Letters looked at at once of all, and of each authority with a limit. */
const LOOKED_AT = 2000;

/**
 * Sorts what waits by whose it is. Letters of an authority with a limit are laid apart when they are first looked at: however many
 * of them wait, they never stand before those of others. Where more wait than may go, those owed no more are taken off, so that
 * a send that was recalled holds back nothing.
 *
 * @see REQ-224
 */
export function makeSetApart(ports: SetApartPorts) {
  const { postalGates, shelf, clock } = ports;
  const stillWaits = makeStillWaits(ports);

  return async function setApart(): Promise<Sorted> {
    const limits = await postalGates.limits();
    const limited = new Set(limits.filter(isLimiting).map(({ tenantId }) => tenantId));
    const free = await freeOf(limited);
    return { free, lanes: await Promise.all(limits.map(laneOf)) };
  };

  async function freeOf(limited: ReadonlySet<TenantId>): Promise<readonly Letter[]> {
    let after: Letter['letterId'] | undefined;
    for (;;) {
      const page = await shelf.list('WAITING', { after, limit: LOOKED_AT });
      const free = page.filter(({ tenantId }) => !limited.has(tenantId));
      await Promise.all(page.filter(({ tenantId }) => limited.has(tenantId)).map(async (each) => shelf.layApart(each)));
      after = page.at(-1)?.letterId;
      if (free.length > 0 || page.length < LOOKED_AT) return free;
    }
  }

  /** One whose limit was lifted has room for all that still lie apart. */
  async function laneOf({ tenantId, ...limit }: Awaited<ReturnType<PostalGates['limits']>>[number]): Promise<Lane> {
    const letters = await shelf.listApart(tenantId, LOOKED_AT);
    if (letters.length === 0 || !isLimiting(limit)) return { tenantId, letters, room: letters.length, beyond: 0 };
    const day = await postalGates.limitDay({ day: helsinkiDay(clock()), tenantId });
    const counted = letters.length < LOOKED_AT ? letters.length : await shelf.countApart(tenantId);
    const { room } = againstLimit(limit, day, counted);
    if (room >= counted) return { tenantId, letters, room, beyond: 0 };
    const owed = await weeded(letters);
    const waiting = counted - letters.length + owed.length;
    const { room: now } = againstLimit(limit, day, waiting);
    return { tenantId, letters: owed, room: now, beyond: Math.max(0, waiting - now) };
  }

  async function weeded(letters: readonly Letter[]): Promise<readonly Letter[]> {
    const waits = await Promise.all(letters.map(stillWaits));
    return letters.filter((_, i) => waits[i]);
  }
}
