import type { MandateWish } from '#shared/domain/mandate/wish';
import type { MandateView } from '#shared/flow/mandate/mandate-parties';
import type { Acting, WhoActsRefusal } from '#shared/flow/mandate/who-acts';
import type { Result } from '#shared/kernel/result';
import { PAULA, TESSA, address } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { acting, consenting, done } from '#test/builders/world-people';

/** Tessa, who consents and gives; Paula, who is given. */
export async function withTwo(world: World): Promise<void> {
  await consenting(world);
  await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula', postalAddress: address() });
}

export function wish(part: Partial<MandateWish> = {}): MandateWish {
  return {
    holder: { id: PAULA, name: 'Postila Paula' },
    scope: { type: 'WHOLE_MAILBOX' },
    themes: ['MAILBOX'],
    mayReceiveService: false,
    ...part,
  };
}

export async function give(world: World, part: Partial<MandateWish> = {}): Promise<MandateView> {
  return done(await world.hub.giveMandate(await acting(world, TESSA), wish(part)));
}

/** Given by Tessa and accepted by Paula. */
export async function held(world: World, part: Partial<MandateWish> = {}): Promise<MandateView> {
  const { mandate } = await give(world, part);
  return done(await world.hub.answerMandate(await acting(world, PAULA), mandate.mandateId, 'ACCEPT'));
}

/** Paula tries to act for Tessa, by whatever she names her. */
export async function paulaFor(world: World, other: string = TESSA): Promise<Result<Acting, WhoActsRefusal>> {
  await acting(world, PAULA);
  return world.hub.whoActs(PAULA, other);
}
