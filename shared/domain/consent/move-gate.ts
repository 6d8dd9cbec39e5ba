import type { Making } from '#shared/domain/consent/change-consent';
import { CONSENT_TEXT_VERSION } from '#shared/domain/consent/consent-record';
import type { Gate } from '#shared/domain/consent/gate';
import type { Actor } from '#shared/domain/message/actor';
import type { Language } from '#shared/domain/message/hub-fields';
import type { RecipientId } from '#shared/domain/message/ids';

export interface GateHolder {
  readonly recipientId: RecipientId;
  readonly language: Language;
  readonly actor: Actor;
}

/**
 * The gate after a choice that is kept elsewhere has changed: only its version moves, so that no decision made on the
 * choice before can commit. Who has none yet gets one, without a consent.
 *
 * @see architecture, section 2 (matter choices)
 */
export function moveGate(before: Gate | undefined, holder: GateHolder, { at, attempt }: Making): Gate {
  if (before) return { ...before, version: before.version + 1, attempt };
  const { recipientId, language, actor } = holder;
  return {
    recipientId,
    version: 1,
    electronic: false,
    emailUsable: false,
    language,
    consent: { version: 0, action: 'NONE', at, source: 'SELF', actor, textVersion: CONSENT_TEXT_VERSION, language },
    attempt,
    arrivals: {},
    owed: {},
  };
}
