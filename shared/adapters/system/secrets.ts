import { randomBytes, randomInt } from 'node:crypto';
import type { Secrets } from '#shared/ports/secrets';

const LENGTH = 40;

/** Characters of each class a password must have; without those that are easily misread or that JSON would escape. */
const CLASSES = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!#%+=?@_-'] as const;

export const systemSecrets: Secrets = {
  password: () => {
    const all = CLASSES.join('');
    const rest = Array.from({ length: LENGTH - CLASSES.length }, () => oneOf(all));
    return shuffled([...CLASSES.map(oneOf), ...rest]).join('');
  },
  apiKey: () => randomBytes(32).toString('base64url'),
  nonce: () => randomBytes(32).toString('base64url'),
};

function oneOf(characters: string): string {
  return characters.charAt(randomInt(characters.length));
}

function shuffled(characters: readonly string[]): string[] {
  const left = [...characters];
  return characters.flatMap(() => left.splice(randomInt(left.length), 1));
}
