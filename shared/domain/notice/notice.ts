import type { CustomisedNotification } from '#shared/domain/message/content';
import type { Language } from '#shared/domain/message/hub-fields';
import { NOTICE_TEXTS, type NoticeKind } from '#shared/domain/notice/notice-texts';
import { writtenDay } from '#shared/domain/message/written-day';
import type { CalendarDate } from '#shared/kernel/time';

/** A notice e-mail (heräteviesti). Tells that something has come and where to read it, and nothing of what it is. */
export interface Notice {
  /** `REPORT` tells of a report of the transition programme. */
  readonly kind: NoticeKind | 'REPORT';
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface NoticeRequest {
  readonly kind: NoticeKind;
  readonly language: Language;
  /** https address of the sign-in page. Configuration: never taken from a message. */
  readonly link: string;
  /** Organisation and service name in the recipient's language; absent when the sender is not to be named. */
  readonly sender?: { readonly organisation: string; readonly service: string };
  /** The sender's own wording, already checked by `findConfidential`. */
  readonly custom?: CustomisedNotification;
  /** Last day on which opening the message avoids a letter. */
  readonly openBy?: CalendarDate;
  /** What its reader tells back to show that mail reaches the address: digits only. */
  readonly code?: string;
}

/**
 * Writes a notice in the recipient's language, as text and as HTML of the same words.
 *
 * @see domain.md 3.7; REQ-035, REQ-061, REQ-067
 */
export function writeNotice({ kind, language, link, sender, custom, openBy, code }: NoticeRequest): Notice {
  const words = NOTICE_TEXTS[language];
  const { subject, lines } = custom
    ? { subject: custom.title[language], lines: custom.content[language].split(/\r?\n/) }
    : { subject: words.subject[kind], lines: words.body[kind] };
  const from = sender ? [`${words.from}: ${sender.organisation}, ${sender.service}`] : [];
  const until = openBy ? [words.openBy.replace('{day}', writtenDay(openBy, language))] : [];
  const verify = code === undefined ? [] : [words.verify.replace('{code}', code)];
  const paragraphs = [...lines, ...verify, ...until, ...from, words.howToRead, link, words.why];
  return { kind, subject, text: `${paragraphs.join('\n\n')}\n`, html: asHtml({ paragraphs, link, language, subject }) };
}

interface Page {
  readonly paragraphs: readonly string[];
  readonly link: string;
  readonly language: Language;
  readonly subject: string;
}

function asHtml({ paragraphs, link, language, subject }: Page): string {
  const body = paragraphs
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${line === link ? `<a href="${escape(link)}">${escape(link)}</a>` : escape(line)}</p>`)
    .join('\n');
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(subject)}</title></head>
<body>
${body}
</body>
</html>
`;
}

/** Words as they may stand in HTML. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
