import { describe, expect, it } from 'vitest';
import { type Submission, checkSubmission, kindOf } from '#shared/domain/intake/check-submission';
import { recipientKind } from '#shared/domain/message/decision';
import type { HubFields } from '#shared/domain/message/hub-fields';
import { EXTERNAL, SERVICE, electronicPartOf, paperMailPartOf } from '#test/builders/domain';

const PERSON = { id: '010280-952L' };
const BUSINESS = { id: '2532004-3' };
const VERIFIABLE = { messageServiceType: 'Verifiable' } as const;

const submissionOf = (differing: Partial<Submission> = {}): Submission => ({
  externalId: EXTERNAL,
  serviceId: SERVICE,
  recipient: PERSON,
  electronic: electronicPartOf(),
  ...differing,
});

describe('which service of notice a message asks for', () => {
  it.each([
    ['the mailbox’s word', { electronic: electronicPartOf(VERIFIABLE) }, 'VERIFIABLE'],
    [
      'the mailbox’s word before the letter’s',
      { electronic: electronicPartOf(VERIFIABLE), paperMail: paperMailPartOf() },
      'VERIFIABLE',
    ],
    [
      'the mailbox’s word against the letter’s',
      { electronic: electronicPartOf(), paperMail: paperMailPartOf(VERIFIABLE) },
      'ORDINARY',
    ],
    ['the letter’s word where there is no other', { paperMail: paperMailPartOf(VERIFIABLE) }, 'VERIFIABLE'],
    ['an ordinary letter', { paperMail: paperMailPartOf() }, 'ORDINARY'],
    ['nothing at all', {}, 'ORDINARY'],
  ] as const)('follows %s', (_, parts, kind) => {
    expect(kindOf(parts)).toBe(kind);
  });
});

describe('the recipient of a submission', () => {
  it.each([
    ['a person', submissionOf()],
    ['a business', submissionOf({ recipient: BUSINESS })],
    [
      'nobody, for a letter by address alone',
      submissionOf({ recipient: undefined, hub: { recipientKind: 'COMPANY' } }),
    ],
  ])('may be %s', (_, submission) => {
    expect(checkSubmission(submission)).toEqual([]);
  });

  it.each(['010280-952M', '2532004-4', 'x', ''])('is refused by name of its field and rule: %j', (id) => {
    expect(checkSubmission(submissionOf({ recipient: { id } }))).toEqual([
      {
        field: 'recipient.id',
        rule: 'is no personal identity code and no business id: the form or the check character is wrong',
      },
    ]);
  });

  const wrongKind = (form: string) => [
    { field: 'hub.recipientKind', rule: `does not go with the form of recipient.id (${form})` },
  ];

  it.each(recipientKind.options)('of the kind %s goes with the form of its id', (kind) => {
    const hub: HubFields = { recipientKind: kind };
    const both = kind === 'SOLE_TRADER';
    expect(checkSubmission(submissionOf({ hub }))).toEqual(both || kind === 'PERSON' ? [] : wrongKind('PERSON'));
    expect(checkSubmission(submissionOf({ recipient: BUSINESS, hub }))).toEqual(
      both || kind !== 'PERSON' ? [] : wrongKind('BUSINESS'),
    );
  });

  it('is told before its kind where its id is wrong', () => {
    const problems = checkSubmission(submissionOf({ recipient: { id: 'x' }, hub: { recipientKind: 'COMPANY' } }));
    expect(problems.map(({ field }) => field)).toEqual(['recipient.id']);
  });
});

describe('an obligating decision', () => {
  const REFUSED = [
    {
      field: 'hub.obligating',
      rule: 'OBLIGATING_REQUIRES_VERIFIABLE: a decision that obliges its recipient goes as Verifiable (434/2003 § 60), or names hub.obligatingOverride',
    },
  ];
  const obligatingOverride = { legalBasis: '434/2003 § 59', approvedBy: 'Hallintojohtaja' };

  it.each<[string, Submission, typeof REFUSED | []]>([
    ['refused as ordinary', submissionOf({ hub: { obligating: true } }), REFUSED],
    [
      'refused as an ordinary letter',
      submissionOf({ electronic: undefined, paperMail: paperMailPartOf(), hub: { obligating: true } }),
      REFUSED,
    ],
    [
      'refused where only the letter is verifiable',
      submissionOf({ paperMail: paperMailPartOf(VERIFIABLE), hub: { obligating: true } }),
      REFUSED,
    ],
    [
      'refused where protection is not needed',
      submissionOf({ hub: { obligating: true, protectionNeed: false } }),
      REFUSED,
    ],
    ['taken as verifiable', submissionOf({ electronic: electronicPartOf(VERIFIABLE), hub: { obligating: true } }), []],
    [
      'taken where protection makes it verifiable',
      submissionOf({ hub: { obligating: true, protectionNeed: true } }),
      [],
    ],
    ['taken where the authority answers for it', submissionOf({ hub: { obligating: true, obligatingOverride } }), []],
    ['no such thing when it says so', submissionOf({ hub: { obligating: false } }), []],
    ['no such thing when nothing is said', submissionOf({ hub: {} }), []],
  ])('is %s', (_, submission, problems) => {
    expect(checkSubmission(submission)).toEqual(problems);
  });

  it('is told together with what else is wrong', () => {
    const problems = checkSubmission(submissionOf({ recipient: { id: 'x' }, hub: { obligating: true } }));
    expect(problems.map(({ field }) => field)).toEqual(['recipient.id', 'hub.obligating']);
  });
});
