import type { Decision } from '#shared/domain/message/decision';
import type { Terms } from '#shared/domain/message/delivery';
import type { MessageContent } from '#shared/domain/message/message';
import type { Settings } from '#shared/ports/settings';

/**
 * What the sender and the operator ask of a delivery, frozen when it is opened. Only what differs from the default is kept.
 *
 * @returns nothing where all is as by default
 */
export function termsOf(content: MessageContent, settings: Settings, decided: Decision): Terms | undefined {
  const terms = { ...sendersTerms(content), ...recipientsTerms(decided), ...operatorsTerms(settings) };
  return Object.keys(terms).length > 0 ? terms : undefined;
}

function sendersTerms({ hub, electronic }: MessageContent): Terms {
  const reminder = electronic?.notifications.unreadMessageNotification.reminder;
  const isOverridden = hub?.obligating === true && hub.obligatingOverride !== undefined;
  return {
    ...(hub?.appealPeriod && { appealPeriod: hub.appealPeriod }),
    ...(isOverridden && { obligatingOverridden: true }),
    ...((hub?.informational === true || reminder === 'No reminders') && { noReminders: true }),
  };
}

function recipientsTerms({ facts: { recipientKind } }: Decision): Terms {
  return recipientKind === 'AUTHORITY' ? { recipientKind } : {};
}

function operatorsTerms({ windowRoll, withdrawalTriggersFallback, assumePostedAfter }: Settings): Terms {
  return {
    ...(windowRoll === 'NONE' && { windowRoll }),
    ...(!withdrawalTriggersFallback && { withdrawalTriggersFallback }),
    ...(assumePostedAfter !== undefined && { assumePostedAfter }),
  };
}
