import { beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from '#shared/adapters/crypto/sha256';
import { verifySignature } from '#shared/adapters/crypto/verify-signature';
import { rootHash, textOf } from '#shared/domain/evidence/root';
import { externalId } from '#shared/domain/message/ids';
import { canonicalJson } from '#shared/kernel/digest';
import { DAY, HOUR, calendarDate, instant } from '#shared/kernel/time';
import { TENANT } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { type Death, ProcessDied, mortal } from '#test/builders/world-crash';
import { consenting, openWorld, send } from '#test/builders/world-people';

const MONDAY = calendarDate.parse('2026-11-23');
const TUESDAY = calendarDate.parse('2026-11-24');

let world: World;
let sent = 0;

beforeEach(async () => {
  world = await openWorld({ feedLanes: 2 });
  await consenting(world);
});

/** Messages whose events stand in the feed. */
async function published(count = 1): Promise<void> {
  for (let i = 0; i < count; i += 1) await send(world, { externalId: externalId.parse(`seal-${(sent += 1)}`) });
  await world.settle();
}

async function sealed(day = MONDAY) {
  const found = await world.ports.days.read(day);
  if (!found) throw new Error(`${day} is not sealed`);
  return found;
}

describe('the daily seal', () => {
  it('seals the day that is over, with the last page of every lane that has one', async () => {
    await published(6);
    const ends = await Promise.all([0, 1].map((lane) => world.ports.feed.last({ tenantId: TENANT, lane })));
    await world.moveBy(DAY);
    expect(await world.hub.sealEvidence()).toBe(1);
    const day = await sealed();
    expect(day.ends).toEqual(
      ends.flatMap((page) =>
        page ? [{ tenantId: TENANT, lane: page.lane, number: page.number, hash: page.hash }] : [],
      ),
    );
    expect(day.signed.root).toMatchObject({ number: 1, day: MONDAY, lanes: day.ends.length });
  });

  it('is signed, so that anybody can verify it', async () => {
    await published();
    await world.moveBy(DAY);
    await world.hub.sealEvidence();
    const { root, signature } = (await sealed()).signed;
    expect(verifySignature({ text: textOf(root), ...signature })).toBe(true);
    expect(root.key).toBe(fingerprint(signature.publicKey));
  });

  it('leaves out what came after the end of the day in Helsinki, however much that is', async () => {
    await published(2);
    const last = await world.ports.feed.last({ tenantId: TENANT, lane: 0 });
    await world.moveTo(instant.parse('2026-11-23T22:00:00.000Z'));
    for (let i = 0; i < 9; i += 1) await published();
    await world.hub.sealEvidence();
    expect((await sealed()).ends.find(({ lane }) => lane === 0)?.number).toBe(last?.number);
  });

  it('leaves out a lane that began later', async () => {
    await world.moveBy(DAY);
    await published(6);
    await world.hub.sealEvidence();
    expect((await sealed()).ends).toEqual([]);
  });

  it('changes nothing when it is repeated', async () => {
    await published();
    await world.moveBy(DAY);
    await world.hub.sealEvidence();
    const first = canonicalJson(await sealed());
    await published();
    expect(await world.hub.sealEvidence()).toBe(0);
    expect(canonicalJson(await sealed())).toBe(first);
  });

  it('catches up on missed days with the roots they would have had', async () => {
    await published();
    const onTime = await openWorld({ feedLanes: 2, stores: { ...world.ports, days: (await openWorld()).ports.days } });
    for (let days = 0; days < 9; days += 1) {
      await onTime.moveBy(DAY);
      await onTime.hub.sealEvidence();
    }
    await world.moveBy(DAY);
    await world.hub.sealEvidence();
    await world.moveBy(8 * DAY);
    expect(await world.hub.sealEvidence()).toBe(8);
    const [late, early] = await Promise.all([world, onTime].map((each) => each.ports.days.latest()));
    expect(late?.root).toMatchObject({ number: 9, day: '2026-12-01' });
    expect([late?.root.tree, late?.root.until]).toEqual([early?.root.tree, early?.root.until]);
  });

  it('chains each root to the one before', async () => {
    await published();
    await world.moveBy(2 * DAY);
    await world.hub.sealEvidence();
    await world.moveBy(DAY);
    await world.hub.sealEvidence();
    expect((await sealed(MONDAY)).signed.root.number).toBe(1);
    const [first, second] = [await sealed(TUESDAY), await sealed(calendarDate.parse('2026-11-25'))];
    expect(second.signed.root.previous).toBe(rootHash(fingerprint, first.signed.root));
  });

  it('has nothing to do before a day is over', async () => {
    await world.moveBy(DAY);
    await world.hub.sealEvidence();
    await world.moveBy(HOUR);
    expect(await world.hub.sealEvidence()).toBe(0);
  });
});

describe.each<[Death]>([['before'], ['after']])('a process that dies %s any of its calls', (death) => {
  it('leaves days that the next one seals as if nothing had been', async () => {
    await published(6);
    await world.moveBy(2 * DAY);
    for (let at = 1; ; at += 1) {
      const days = (await openWorld()).ports.days;
      const once = await whole(days);
      world.restart((ports) => mortal({ ...ports, days }, { at, death }));
      const died = await diesSealing();
      const stood = await days.read(TUESDAY);
      world.restart((ports) => ({ ...ports, days }));
      await world.hub.sealEvidence();
      const end = await days.read(TUESDAY);
      expect(end?.signed.root).toEqual(once);
      expect((await days.latest())?.root).toEqual(once);
      if (stood) expect(canonicalJson(end)).toBe(canonicalJson(stood));
      if (!died) return;
    }
  });

  /** The root of Tuesday by a process that lives, and the store left empty. */
  async function whole(days: World['ports']['days']) {
    const other = (await openWorld()).ports.days;
    expect(await days.latest()).toBeUndefined();
    world.restart((ports) => ({ ...ports, days: other }));
    await world.hub.sealEvidence();
    return (await other.latest())?.root;
  }

  async function diesSealing(): Promise<boolean> {
    try {
      await world.hub.sealEvidence();
      return false;
    } catch (fault) {
      if (fault instanceof ProcessDied) return true;
      throw fault;
    }
  }
});
