import * as z from 'zod/mini';
import { language } from '#shared/domain/message/hub-fields';
import { serviceId } from '#shared/domain/message/ids';
import { HOUR, type Instant, MINUTE, elapsed, instant } from '#shared/kernel/time';

/** A strongly identified person at the pages of the mailbox. Lives in a sealed cookie and nowhere else. */
export const visit = z.object({
  kind: z.literal('VISIT'),
  /** Random; what proofs of forms are bound to. */
  visitId: z.string(),
  person: z.object({ id: z.string(), name: z.string(), assurance: z.enum(['STRONG', 'SUBSTANTIAL', 'HIGH']) }),
  /** Id of the party whose mailbox is looked at. @default the person's own */
  onBehalfOf: z.optional(z.string()),
  language,
  startedAt: instant,
  seenAt: instant,
  /** What the form before has done, told once. */
  notice: z.optional(z.string()),
  /** The matter being looked at: its id is the authority's and may hold anything, so it stands in no address. */
  matter: z.optional(z.object({ serviceId, matterId: z.string() })),
});
export type Visit = z.infer<typeof visit>;

/** Somebody on the way to the provider of identification and back. */
export const signingIn = z.object({
  kind: z.literal('SIGNING_IN'),
  state: z.string(),
  nonce: z.string(),
  /** Proof of the code flow (PKCE, RFC 7636). */
  verifier: z.string(),
  language,
  /** Where to go on afterwards, below the pages' own path. */
  to: z.string(),
  startedAt: instant,
});
export type SigningIn = z.infer<typeof signingIn>;

export const visitState = z.discriminatedUnion('kind', [visit, signingIn]);
export type VisitState = z.infer<typeof visitState>;

/** How long a visit lasts without a request. */
const LONGEST_IDLE = 15 * MINUTE;

/** How long it lasts at all: then the person is identified anew. */
const LONGEST = HOUR;

/** How long signing in may take. */
const LONGEST_SIGN_IN = 15 * MINUTE;

/** Whether a visit, or signing in, has ended by itself. A clock that was set back ends it too. */
export function isOver(state: VisitState, now: Instant): boolean {
  const since = (moment: Instant, longest: number) => elapsed(moment, now) > longest || elapsed(moment, now) < -MINUTE;
  if (state.kind === 'SIGNING_IN') return since(state.startedAt, LONGEST_SIGN_IN);
  return since(state.startedAt, LONGEST) || since(state.seenAt, LONGEST_IDLE);
}

/** Where somebody may be led after signing in: a page of the mailbox, never another place. */
export function wayOn(to: string | undefined): string {
  return to !== undefined && PAGE.test(to) ? to : '';
}

const PAGE =
  /^(\/messages\/\d{1,16}(\/(decision|reply))?|\/write|\/consent(\/withdrawal)?|\/matters|\/sent(\/\d{1,16})?|\/deleted|\/search|\/threads\/\d{1,16}|\/mandates(\/new)?|\/data(\/(log|erasure))?|\/acting|\?offer=[\w.-]{1,2500})?$/;
