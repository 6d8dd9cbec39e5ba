import type { CustomisedNotification } from '#shared/domain/message/content';
import { type NoticeKind, noticeKind } from '#shared/domain/notice/notice-texts';
import type { NoticeSubject } from '#shared/domain/notice/find-confidential';
import { electronicPartOf } from '#test/builders/domain';

export const LINK = 'https://viestit.example.fi/kirjaudu';
export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export const NOTICE_KINDS: readonly NoticeKind[] = noticeKind.options;

interface Wording {
  readonly title?: Partial<CustomisedNotification['title']>;
  readonly content?: Partial<CustomisedNotification['content']>;
}

/** A sender's own wording that tells nothing. */
export function wordingOf({ title, content }: Wording = {}): CustomisedNotification {
  return {
    title: { fi: 'Uusi viesti', sv: 'Nytt meddelande', en: 'New message', ...title },
    content: {
      fi: 'Sinulle on uusi viesti.',
      sv: 'Du har ett nytt meddelande.',
      en: 'You have a new message.',
      ...content,
    },
  };
}

/** A message about a fee, with one file and a recipient. */
export function noticeSubjectOf(
  differing: Partial<Omit<NoticeSubject, 'electronic'>> & Partial<NoticeSubject['electronic']> = {},
): NoticeSubject {
  const { title, body } = electronicPartOf();
  const { filenames = ['maksupäätös-2026.pdf'], recipientCode = '010280-952L' } = differing;
  return {
    electronic: { title: differing.title ?? title, body: differing.body ?? body },
    filenames,
    recipientCode,
  };
}
