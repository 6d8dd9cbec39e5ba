import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECOND } from '#shared/kernel/time';
import { TESSA, address } from '#test/builders/messages';
import { choose, deliveryOf, done, openWorld, send } from '#test/builders/world-people';

const GIVE = { electronic: true, email: 'active@example.fi' };
const WITHDRAW = { electronic: false };

/** What is chosen while a message waits between its acceptance and its dispatch. */
const choices = fc.array(fc.constantFrom(GIVE, WITHDRAW), { minLength: 1, maxLength: 6 });

describe('consent that changes between acceptance and dispatch (AC-14)', () => {
  it('is what it was last, whatever it was when the message came', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), choices, async (before, since) => {
        const world = await openWorld();
        await world.ports.entry.enterPerson(TESSA, { name: 'Testilä Tessa', postalAddress: address() });
        // Intake refuses what nobody can get electronically, so somebody consents before it.
        await choose(world, TESSA, GIVE);
        const id = await send(world);
        if (!before) await choose(world, TESSA, WITHDRAW);
        let version = 0;
        for (const choice of since) {
          world.tick(SECOND);
          ({ version } = await choose(world, TESSA, choice));
        }
        done(await world.hub.routeMessage(id));
        const decided = (await deliveryOf(world, id)).facts.findLast(({ type }) => type === 'DECIDED');
        const isGiven = since.at(-1) === GIVE;
        expect(decided).toMatchObject({
          decision: {
            channel: isGiven ? 'ELECTRONIC' : 'LETTER',
            reason: isGiven ? 'CONSENT' : 'WITHDRAWN',
            facts: { consentVersion: version },
          },
        });
      }),
      { numRuns: 25 },
    );
  });
});
