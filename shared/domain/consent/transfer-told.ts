import type { Making } from '#shared/domain/consent/change-consent';
import { type Gate, isOpen, wakeOf } from '#shared/domain/consent/gate';
import type { MessageId } from '#shared/domain/message/ids';

/**
 * The gate of somebody whose message has been passed on to another authority: it owes them the news, where they get any by
 * e-mail.
 *
 * @returns `undefined` when nothing is to be told, or it is owed already
 * @see 13/2003 § 15 (the sender is told of the transfer)
 */
export function transferTold(before: Gate | undefined, message: MessageId, { at, attempt }: Making): Gate | undefined {
  const name = `transfer-${message}`;
  if (!before || before.email === undefined || !isOpen(before) || name in before.owed) return undefined;
  const notice = { kind: 'MESSAGE_TRANSFERRED', to: before.email, language: before.language, at } as const;
  const owed = { ...before.owed, [name]: notice };
  return { ...before, version: before.version + 1, attempt, owed, wakeAt: wakeOf(owed) };
}
