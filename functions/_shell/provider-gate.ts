import { dynamo } from '#functions/_shell/clients';
import { makeDynamoPostalGates } from '#shared/adapters/dynamodb/postal-gates';
import type { PostalGates } from '#shared/ports/postal-gate';

interface GateConfig {
  readonly LETTERS_TABLE: string;
  readonly HAND_OVER: string;
}

/**
 * The gate of the post as a print provider meets it: shut where letters are relayed, since the national service prints them, and
 * none may be printed twice.
 *
 * @see ADR 041
 */
export function providerGate({ LETTERS_TABLE, HAND_OVER }: GateConfig): Pick<PostalGates, 'read'> {
  if (HAND_OVER.startsWith('relay:')) return { read: async () => ({ open: false }) };
  return makeDynamoPostalGates({ client: dynamo(), tableName: LETTERS_TABLE });
}
