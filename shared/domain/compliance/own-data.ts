import type { Organisation } from '#shared/domain/programme/registry/organisation';

type OwnData = NonNullable<Organisation['ownData']>;
export type OwnDataChannel = NonNullable<OwnData['channels']>[number];

/** How visibly an authority offers people what it holds on them. */
export interface OwnDataOffer {
  readonly requestUrl?: string;
  readonly hasInstructions: boolean;
  readonly channels: readonly OwnDataChannel[];
  /** It has chosen no channel, so the hub's messages are it. */
  readonly isDefault: boolean;
  readonly answeredInDays?: number;
  readonly isLate: boolean;
}

/** Where nothing else is in use (REQ-158). */
const DEFAULT_CHANNELS: readonly OwnDataChannel[] = ['MESSAGES'];

/** An answer is due in a month, here of thirty days: a longer time is a warning, not a finding on any one request. */
export const ANSWER_DAYS = 30;

/** @see domain.md 3.8; REQ-154, REQ-158, REQ-159 */
export function ownDataOf({ ownData = {} }: Pick<Organisation, 'ownData'>): OwnDataOffer {
  const { requestUrl, instructions, channels = [], answeredInDays } = ownData;
  const isDefault = channels.length === 0;
  return {
    requestUrl,
    hasInstructions: instructions !== undefined,
    channels: isDefault ? DEFAULT_CHANNELS : channels,
    isDefault,
    answeredInDays,
    isLate: answeredInDays !== undefined && answeredInDays > ANSWER_DAYS,
  };
}

/** Whether people can find how to ask: a published link with instructions beside it. */
export function isVisible({ requestUrl, hasInstructions }: OwnDataOffer): boolean {
  return requestUrl !== undefined && hasInstructions;
}
