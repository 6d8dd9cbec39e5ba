import { verifyBundle } from '#local/verify/verify-bundle';
import type { MessageId } from '#shared/domain/message/ids';
import type { EvidenceBundle } from '#shared/flow/evidence/evidence-bundle';
import { canonicalJson } from '#shared/kernel/digest';
import { DAY } from '#shared/kernel/time';
import { TENANT } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { done } from '#test/builders/world-people';

/** The evidence of a message of the authority all examples are of. */
export async function evidenceOf(world: World, id: MessageId): Promise<EvidenceBundle> {
  return done(await world.hub.showEvidence(TENANT, id));
}

/** Lets the day end and seals it. */
export async function sealToday(world: World): Promise<void> {
  await world.moveBy(DAY);
  await world.hub.sealEvidence();
}

/** A bundle as a file holds it. */
export function fileOf(bundle: unknown): string {
  return canonicalJson(bundle);
}

export function verdictOn(bundle: unknown): readonly string[] {
  return verifyBundle(fileOf(bundle)).lines;
}
