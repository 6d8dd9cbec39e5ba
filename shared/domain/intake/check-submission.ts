import { addressProblems } from '#shared/domain/message/address-flaw';
import type { MessageKind } from '#shared/domain/message/decision';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { HubFields } from '#shared/domain/message/hub-fields';
import { formOfId } from '#shared/domain/message/identity-code';
import type { ElectronicPart, PaperMailPart } from '#shared/domain/message/content';
import type { ExternalId, ServiceId } from '#shared/domain/message/ids';

/** A sending body after its schema: one shape for the three of the front. */
export interface Submission {
  readonly externalId: ExternalId;
  readonly serviceId: ServiceId;
  readonly recipient?: { readonly id: string };
  readonly electronic?: ElectronicPart;
  readonly paperMail?: PaperMailPart;
  readonly hub?: HubFields;
}

/**
 * Rules a schema can't say. Looks at the body alone: no register, no upload, no clock.
 *
 * @returns every problem found, each naming its field and rule
 */
export function checkSubmission(submission: Submission): FieldProblem[] {
  return [...checkRecipient(submission), ...checkObligating(submission), ...checkAddresses(submission)];
}

/** Which service of notice the message asks for: the mailbox's word counts where there is one. */
export function kindOf({ electronic, paperMail }: Pick<Submission, 'electronic' | 'paperMail'>): MessageKind {
  const type = electronic?.messageServiceType ?? paperMail?.messageServiceType;
  return type === 'Verifiable' ? 'VERIFIABLE' : 'ORDINARY';
}

function checkRecipient({ recipient, hub }: Submission): FieldProblem[] {
  if (!recipient) return [];
  const form = formOfId(recipient.id);
  if (!form) {
    return [
      {
        field: 'recipient.id',
        rule: 'is no personal identity code and no business id: the form or the check character is wrong',
      },
    ];
  }
  const kind = hub?.recipientKind;
  if (kind === undefined || kind === 'SOLE_TRADER' || (kind === 'PERSON') === (form === 'PERSON')) return [];
  return [{ field: 'hub.recipientKind', rule: `does not go with the form of recipient.id (${form})` }];
}

/** Addresses of a letter, to the recipient and back: a wrong one would be found only when the letter has to go (A5). */
function checkAddresses({ paperMail }: Submission): FieldProblem[] {
  if (!paperMail) return [];
  const sender = 'paperMail.sender.address';
  return [
    ...addressProblems(paperMail.recipient.address, 'paperMail.recipient.address'),
    // It stands beside the window, in whatever type it fits.
    ...addressProblems(paperMail.sender.address, sender).filter(({ field }) => field !== sender),
  ];
}

/** @see domain.md 3.4, C1; KHO:2023:46: an obligating decision sent as ordinary mail is not served by presumption. */
function checkObligating(submission: Submission): FieldProblem[] {
  const { obligating, obligatingOverride, protectionNeed } = submission.hub ?? {};
  if (obligating !== true || obligatingOverride || protectionNeed === true || kindOf(submission) === 'VERIFIABLE')
    return [];
  return [
    {
      field: 'hub.obligating',
      rule: 'OBLIGATING_REQUIRES_VERIFIABLE: a decision that obliges its recipient goes as Verifiable (434/2003 § 60), or names hub.obligatingOverride',
    },
  ];
}
