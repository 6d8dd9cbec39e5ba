import * as z from 'zod/mini';
import type { ConsentRecord } from '#shared/domain/consent/consent-record';
import { emailAddress } from '#shared/domain/consent/email-address';
import type { Gate } from '#shared/domain/consent/gate';
import { language } from '#shared/domain/message/hub-fields';
import { isIdentityCode } from '#shared/domain/message/identity-code';
import { toldInstant } from '#shared/kernel/told-instant';

const line = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

/** Where a choice can be brought from: another register that held it before. */
const importSource = z.enum(['SUOMIFI_SYNC', 'AUTHORITY_MIGRATION']);

/** A choice that another register held, as a row of an import. */
export const importedChoice = z
  .strictObject({
    /** Personal identity code. A business opens its mailbox itself. */
    id: z.string().check(
      z.refine(isIdentityCode, {
        error: 'must be a personal identity code with a right check character',
      }),
    ),
    electronic: z.boolean(),
    email: z.optional(emailAddress),
    language: z._default(language, 'fi'),
    /** When the person chose so, by the register it comes from. */
    givenAt: toldInstant,
    /** Wording of the text that was shown there. */
    textVersion: line(64),
    source: importSource,
    /** Which register, and where in it: shown to the person, sealed. */
    provenance: line(500),
  })
  .check(
    z.refine(({ electronic, email }) => !electronic || email !== undefined, {
      path: ['email'],
      error: 'is required when electronic is true: notices go there',
    }),
  );
export type ImportedChoice = z.infer<typeof importedChoice>;

/** ENTERED: it is in force now. UNCHANGED: it stood already. KEPT: what stood is newer, and stays. */
export type Fate = 'ENTERED' | 'UNCHANGED' | 'KEPT';

/** What stands before an import. */
interface Standing {
  readonly gate?: Gate | undefined;
  /** Opened. */
  readonly email?: string | undefined;
}

/**
 * What becomes of a row: it takes the place of what is older and never of a newer choice, whoever made that; the same row
 * once more changes nothing.
 *
 * @see domain.md 3.1 (source), REQ-046
 */
export function fateOf({ gate, email }: Standing, row: ImportedChoice): Fate {
  if (!gate || gate.consent.action === 'NONE') return 'ENTERED';
  const chosenAt = chosenOn(gate.consent);
  if (!isImported(gate.consent)) return chosenAt < row.givenAt ? 'ENTERED' : 'KEPT';
  if (chosenAt > row.givenAt) return 'KEPT';
  return chosenAt === row.givenAt && saysTheSame({ gate, email }, row) ? 'UNCHANGED' : 'ENTERED';
}

/** When the person chose so, here or in the register before. */
function chosenOn({ givenAt, at }: ConsentRecord): ConsentRecord['at'] {
  return givenAt ?? at;
}

function isImported({ source }: ConsentRecord): boolean {
  return importSource.safeParse(source).success;
}

function saysTheSame({ gate, email }: Standing, row: ImportedChoice): boolean {
  const held = [gate?.electronic, email, gate?.language, gate?.consent.textVersion, gate?.consent.source];
  const told = [row.electronic, row.electronic ? row.email : undefined, row.language, row.textVersion, row.source];
  return held.every((each, i) => each === told[i]);
}
