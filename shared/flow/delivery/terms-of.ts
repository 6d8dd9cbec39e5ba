import type { Terms } from '#shared/domain/message/terms';
import type { Decision } from '#shared/domain/message/decision';
import type { MessageContent } from '#shared/domain/message/message';
import { POSTED_ON_PATIENCE, RECEIPT_PATIENCE } from '#shared/domain/service-of-document/receipt-patience';
import type { Settings } from '#shared/ports/settings';

/**
 * What is frozen with a delivery when it is opened; only what differs from the default.
 *
 * @returns `undefined` when nothing does
 * @see domain.md 3.2
 */
export function termsOf(
  content: MessageContent,
  { flags, facts }: Pick<Decision, 'flags' | 'facts'>,
  settings: Settings,
): Terms | undefined {
  const terms: Terms = {
    ...(content.hub?.appealPeriod ? { appealPeriod: content.hub.appealPeriod } : {}),
    ...(facts.recipientKind === 'AUTHORITY' ? { recipientKind: facts.recipientKind } : {}),
    ...(flags.includes('OBLIGATING_OVERRIDDEN') ? { obligatingOverridden: true } : {}),
    ...(wantsNoReminders(content) ? { noReminders: true } : {}),
    ...optionsOf(settings),
  };
  return Object.keys(terms).length > 0 ? terms : undefined;
}

function wantsNoReminders({ hub, electronic }: MessageContent): boolean {
  return hub?.informational === true || electronic?.notifications.unreadMessageNotification.reminder === 'No reminders';
}

function optionsOf(settings: Settings): Terms {
  const { windowRoll, withdrawalTriggersFallback, assumePostedAfter, receiptPatience, postedOnPatience } = settings;
  return {
    ...(windowRoll === 'NEXT_BUSINESS_DAY' ? {} : { windowRoll }),
    ...(withdrawalTriggersFallback ? {} : { withdrawalTriggersFallback }),
    ...(assumePostedAfter === undefined ? {} : { assumePostedAfter }),
    ...(receiptPatience === RECEIPT_PATIENCE ? {} : { receiptPatience }),
    ...(postedOnPatience === POSTED_ON_PATIENCE ? {} : { postedOnPatience }),
  };
}
