import type { GuidanceChannel, Service } from '#shared/domain/programme/registry/service';

/** Channels of which a service needs one at least: the others come second and do not stand alone. */
const PRIMARY: readonly GuidanceChannel[] = ['CHAT', 'CHATBOT', 'PHONE'];

/** @see REQ-081, REQ-082, REQ-085, TR-08 */
export function guidanceOf({ guidanceChannels = [] }: Service): 'COMPLIANT' | 'NON_COMPLIANT' {
  return guidanceChannels.some((channel) => PRIMARY.includes(channel)) ? 'COMPLIANT' : 'NON_COMPLIANT';
}
