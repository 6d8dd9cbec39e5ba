import type { Making } from '#shared/domain/consent/change-consent';
import { type Gate, isOpen, wakeOf } from '#shared/domain/consent/gate';
import { mandateNoticeName } from '#shared/domain/consent/owed-name';

/**
 * The gate of a party to a mandate that has changed: its version moves, so that no decision made on the mandates before can
 * commit.
 *
 * @param given the mandate its holder is to be told of, where it was given just now
 * @see architecture, section 2 (mandates); domain.md 3.7 (MANDATE_GIVEN); 571/2016 § 10 b (the giver is told)
 */
export function mandateChanged(before: Gate, { at, attempt }: Making, given?: string): Gate {
  const moved = { ...before, version: before.version + 1, attempt };
  if (given === undefined || before.email === undefined || !isOpen(before)) return moved;
  const notice = { kind: 'MANDATE_GIVEN', to: before.email, language: before.language, at } as const;
  const owed = { ...before.owed, [mandateNoticeName(given)]: notice };
  return { ...moved, owed, wakeAt: wakeOf(owed) };
}
