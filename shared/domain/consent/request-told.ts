import type { Making } from '#shared/domain/consent/change-consent';
import { type Gate, isOpen, wakeOf } from '#shared/domain/consent/gate';
import { requestNoticeName } from '#shared/domain/consent/owed-name';

/**
 * The gate of somebody whose request for own data has been answered or put off: it owes them an e-mail that says there is news,
 * and not what.
 *
 * @returns nothing for who has no address that mail reaches
 * @see 2016/679 art. 12(3) (the person is told of an extension)
 */
export function requestTold(before: Gate, { at, attempt }: Making, requestId: string): Gate | undefined {
  if (before.email === undefined || !isOpen(before)) return undefined;
  const notice = { kind: 'DATA_REQUEST', to: before.email, language: before.language, at } as const;
  const owed = { ...before.owed, [requestNoticeName(requestId)]: notice };
  return { ...before, version: before.version + 1, attempt, owed, wakeAt: wakeOf(owed) };
}
