import { type ConsentWish, changeConsent, sourceOf } from '#shared/domain/consent/change-consent';
import { type Gate, owesNews, withdrawalsOwedBy } from '#shared/domain/consent/gate';
import { lastDayOfOptOut, mayOptOut } from '#shared/domain/consent/opt-out';
import type { Language } from '#shared/domain/message/hub-fields';
import { formOfId } from '#shared/domain/message/identity-code';
import type { RecipientId } from '#shared/domain/message/ids';
import { basisOn } from '#shared/domain/service-of-document/rule-sets';
import { makeChangeGate } from '#shared/flow/consent/change-gate';
import { makeOwingNews } from '#shared/flow/consent/owing-news';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { emailContext } from '#shared/flow/notice/notice-context';
import { type Choosing, sealedReason } from '#shared/flow/consent/choosing';
import { ok, refuse, type Result } from '#shared/kernel/result';
import { type CalendarDate, type Clock, helsinkiDay } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { Gates, RecipientAliases } from '#shared/ports/mailboxes';
import type { Nudger } from '#shared/ports/nudger';
import type { Sealer } from '#shared/ports/sealer';
import type { ReadSettings } from '#shared/ports/settings';

export interface ConsentPorts {
  readonly aliases: RecipientAliases;
  readonly gates: Gates;
  readonly sealer: Sealer;
  readonly ids: Ids;
  readonly nudger: Nudger;
  readonly clock: Clock;
  /** Tells whether a withdrawal is an opt-out for six months; absent: it is for good. */
  readonly settings?: ReadSettings | undefined;
}

export interface ConsentStale {
  readonly kind: 'consent-stale';
  readonly version: number;
}

export interface ConsentRequest {
  readonly electronic: boolean;
  readonly email?: string;
  readonly language: Language;
  /** Version the person has seen; 0 when there was none. */
  readonly seenVersion: number;
}

/** A consent as its owner sees it. */
export interface ConsentView {
  readonly gate?: Gate;
  readonly email?: string;
  /** Counts from 1; 0 while there is no record. */
  readonly version: number;
}

/** Tries against other choices of the same person moving the gate at the same time. */
const TRIES = 5;

/**
 * Gives, changes or withdraws the general consent. In force when this answers: the one conditional write of the gate is
 * the change, and every decision made on the version before it is dead.
 *
 * @see REQ-029, REQ-031, REQ-034, REQ-039, REQ-040; domain.md 3.2, AC-38 (an opt-out, where the operator has enabled it)
 */
export function makeChangeConsent(ports: ConsentPorts) {
  const { gates, sealer, ids, nudger, clock } = ports;
  const recipients = makeRecipientIds(ports);
  const changeGate = makeChangeGate(gates);
  const lettersUntil = makeLettersUntil(ports);
  const wishOf = makeWishOf({ sealer, lettersUntil });
  const owingNews = makeOwingNews(sealer);

  async function consentOf(recipientId: RecipientId | undefined): Promise<ConsentView> {
    const gate = recipientId && (await gates.read(recipientId));
    if (!gate) return { version: 0 };
    const email = gate.email === undefined ? undefined : await sealer.openText(emailContext(gate), gate.email);
    return { gate, email, version: gate.consent.version };
  }

  async function setConsent(acting: Choosing, request: ConsentRequest): Promise<Result<ConsentView, ConsentStale>> {
    const recipientId = acting.recipientId ?? (await recipients.enrol(acting.owner.id, ids.recipient()));
    for (let tries = 0; tries < TRIES; tries += 1) {
      const view = await consentOf(recipientId);
      if (view.version !== request.seenVersion) return refuse({ kind: 'consent-stale', version: view.version });
      const wish = await wishOf(view, { recipientId, request, acting });
      const after = changeConsent(view.gate, wish, { at: clock(), attempt: ids.attempt() });
      const changed = await changeGate(view.gate, await owingNews(view.gate, after, acting.owner.id));
      if (changed.ok) return settled(changed.value);
    }
    throw new Error('a gate changes too often to be written to');
  }

  /** What follows is owed by the gate, so a crash here does not lose it. */
  async function settled(gate: Gate): Promise<Result<ConsentView, never>> {
    if (owesNews(gate)) await nudger.nudge('tell-consent', gate.recipientId);
    if (withdrawalsOwedBy(gate).length > 0) await nudger.nudge('follow-withdrawal', gate.recipientId);
    return ok(await consentOf(gate.recipientId));
  }

  return { consentOf, lettersUntil, setConsent };
}

/** What is asked for in the words of the register: sealed, and for six months where the rules in force have opt-outs. */
function makeWishOf({ sealer, lettersUntil }: Pick<ConsentPorts, 'sealer'> & { readonly lettersUntil: LettersUntil }) {
  return async function wishOf(view: ConsentView, { recipientId, request, acting }: Asked): Promise<ConsentWish> {
    const { actor } = acting;
    const { electronic, language } = request;
    const optsOutUntil = electronic ? undefined : lettersUntil(view.gate, acting);
    const text = optsOutUntil === undefined ? (request.email ?? view.email) : view.email;
    const email =
      text === undefined
        ? undefined
        : await sealer.sealText({ key: 'recipients', context: emailContext({ recipientId }), text });
    const reason = await sealedReason(sealer, recipientId, acting);
    const sameEmail = text === view.email;
    return {
      recipientId,
      electronic,
      email,
      sameEmail,
      language,
      source: sourceOf(actor),
      actor,
      reason,
      optsOutUntil,
    };
  };
}

type LettersUntil = (gate: Gate | undefined, choosing: Pick<Choosing, 'owner'>) => CalendarDate | undefined;

/**
 * Last day of the letters, were they chosen now; `undefined` where that is for good. An organisation has no opt-out: the bill
 * is about people.
 */
function makeLettersUntil({ settings, clock }: Pick<ConsentPorts, 'settings' | 'clock'>): LettersUntil {
  return function lettersUntil(gate, { owner }) {
    if (!settings || formOfId(owner.id) !== 'PERSON' || !mayOptOut(gate)) return undefined;
    const today = helsinkiDay(clock());
    return basisOn(today, settings().ruleSetId) === 'ACTIVE_MAILBOX' ? lastDayOfOptOut(today) : undefined;
  };
}

interface Asked {
  readonly recipientId: RecipientId;
  readonly request: ConsentRequest;
  readonly acting: Choosing;
}
