import type { CodeName } from '#shared/domain/consent/email-verification';
import type { RecipientId } from '#shared/domain/message/ids';
import type { Sealer } from '#shared/ports/sealer';

const DIGITS = 8;

/**
 * The code that shows that mail reaches an address: eight digits of a keyed hash, so nobody can work it out and nothing of
 * it is stored.
 */
export async function emailCode(sealer: Sealer, recipientId: RecipientId, { of, code }: CodeName): Promise<string> {
  const hash = await sealer.digest('email-code', JSON.stringify([recipientId, of, code]));
  return String(Number.parseInt(hash.slice(0, 12), 16) % 10 ** DIGITS).padStart(DIGITS, '0');
}
