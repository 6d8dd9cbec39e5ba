import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '#local/verify/verify-bundle';
import { externalId } from '#shared/domain/message/ids';
import { TESSA } from '#test/builders/messages';
import { evidenceOf, fileOf, sealToday } from '#test/builders/world-evidence';
import { acting, consenting, done, openWorld, send } from '#test/builders/world-people';

let text = '';

/** A bundle with something of everything: several pages, a later seal, an opening, an appeal period. */
beforeAll(async () => {
  const world = await openWorld();
  await consenting(world);
  const id = await send(world, { hub: { appealPeriod: { days: 30 } } });
  await world.settle();
  done(await world.hub.openMessage(await acting(world, TESSA), id));
  await world.settle();
  for (let i = 0; i < 6; i += 1) {
    await send(world, { externalId: externalId.parse(`later-${i}`) });
    await world.settle();
  }
  await sealToday(world);
  text = fileOf(await evidenceOf(world, id));
});

const verdict = (changed: string | Uint8Array) => verifyBundle(Buffer.from(changed).toString());

describe('a bundle', () => {
  it('holds as it was made', () => {
    expect(verdict(text)).toMatchObject({ holds: true });
    expect(text).toContain('sealedPage');
  });

  it('does not hold with one byte changed, wherever and however', () => {
    const bytes = Buffer.from(text);
    const flip = fc.tuple(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(flip, ([at, by]) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = (bytes[at] ?? 0) ^ by;
        const { holds, lines } = verdict(changed);
        expect(holds).toBe(false);
        expect(lines[0]).toBe('BROKEN');
        expect(lines.join(' ')).not.toMatch(/\n\s+at /);
      }),
      { numRuns: 3000 },
    );
  });

  it('does not hold with the lowest bit of any of its bytes changed', () => {
    const bytes = Buffer.from(text);
    const held: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (bytes[at] ?? 0) ^ 1;
      if (verdict(changed).holds) held.push(at);
    }
    expect(held.map((at) => text.slice(Math.max(0, at - 20), at + 20))).toEqual([]);
  });

  it('does not hold cut short', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), (length) => {
        expect(verdict(text.slice(0, length)).holds).toBe(false);
      }),
    );
  });

  it('does not hold when anything else is in its place', () => {
    fc.assert(
      fc.property(fc.json(), (other) => {
        expect(verdict(other).lines[0]).toBe('BROKEN');
      }),
    );
  });
});
