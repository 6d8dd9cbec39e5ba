import type { BusinessNotice } from '#shared/domain/electronic-first/business-notice';

/** Words of the hub in a letter. */
interface Insert {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/**
 * The notice as a letter to a business carries it, while the transition lasts and not before or after.
 *
 * @see domain.md 3.10 (business notice); REQ-176, REQ-202
 */
export function businessInsert({ phase, title, paragraphs, exceptions }: BusinessNotice): Insert | undefined {
  if (phase !== 'TRANSITION') return undefined;
  const listed = exceptions.map((each) => `– ${each}`).join('\n');
  return { heading: title, paragraphs: listed === '' ? paragraphs : [...paragraphs, listed] };
}
