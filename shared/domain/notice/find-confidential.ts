import type { CustomisedNotification, ElectronicPart } from '#shared/domain/message/content';
import type { FieldProblem } from '#shared/domain/message/field-problem';
import type { Language } from '#shared/domain/message/hub-fields';
import { LOOKS_LIKE_IDENTITY_CODE } from '#shared/domain/message/identity-code';
import { NOTICE_TEXTS } from '#shared/domain/notice/notice-texts';

export interface NoticeSubject {
  readonly electronic: Pick<ElectronicPart, 'title' | 'body'>;
  /** File names of the message's documents. */
  readonly filenames: readonly string[];
  /** Personal identity code or business id. */
  readonly recipientCode: string;
}

const LANGUAGES = ['fi', 'sv', 'en'] as const satisfies readonly Language[];
/** Control characters, but for the tab and line breaks. */
const CONTROL = /[^\P{Cc}\t\r\n]/u;
const LINE_BREAK = /[\r\n]/;

/** Sentences shorter than this say too little to be told from chance. */
const TELLING_WORDS = 3;
/** So do texts that are shorter as a whole. */
const TELLING_TEXT = 2;

/**
 * Looks in a sender's own wording of a notice for what an ordinary e-mail must not carry: the title or a sentence of the
 * message, a file name, an identity code; and for characters that would break the e-mail's header.
 *
 * @returns one problem for each language and field that holds something; empty when the wording may be used
 * @see REQ-061, REQ-067; domain.md 3.7
 */
export function findConfidential(custom: CustomisedNotification, subject: NoticeSubject): FieldProblem[] {
  const field = 'electronic.notifications.customisedNewMessageNotification';
  return LANGUAGES.flatMap((language) => [
    ...problemsIn(
      `${field}.title.${language}`,
      headerFault(custom.title[language]) ?? confidentialIn(custom.title[language], subject),
    ),
    ...problemsIn(
      `${field}.content.${language}`,
      controlFault(custom.content[language]) ?? confidentialIn(custom.content[language], subject),
    ),
  ]);
}

function problemsIn(field: string, rule: string | undefined): FieldProblem[] {
  return rule === undefined ? [] : [{ field, rule }];
}

function headerFault(text: string): string | undefined {
  return LINE_BREAK.test(text) ? 'must stand on one line' : controlFault(text);
}

function controlFault(text: string): string | undefined {
  return CONTROL.test(text) ? 'must not hold control characters' : undefined;
}

function confidentialIn(text: string, { electronic, filenames, recipientCode }: NoticeSubject): string | undefined {
  const said = [folded(text), folded(asRead(text))];
  const says = (secret: string) => secret !== '' && said.some((each) => each.includes(folded(secret)));
  const holds = (secret: string) => says(secret) && !isNeutral(secret);
  if (says(recipientCode) || LOOKS_LIKE_IDENTITY_CODE.test(text)) return 'must not hold an identity code';
  if (holds(electronic.title)) return 'must not repeat the title of the message';
  if (filenames.some((name) => holds(name) || holds(withoutExtension(name))))
    return 'must not name a document of the message';
  if (sentencesOf(electronic.body).some(holds)) return 'must not repeat the text of the message';
  return undefined;
}

/** What a notice of the hub says anyway is no secret, even if a title happens to be made of it. */
function isNeutral(secret: string): boolean {
  return wordsOf(secret).every((word) => NEUTRAL_WORDS.has(word));
}

/** What of a text tells something: each sentence of some length, and the text as a whole. */
function sentencesOf(body: string): string[] {
  const text = asRead(body);
  const sentences = text.split(/[.!?\n]+/).filter((sentence) => wordsOf(sentence).length >= TELLING_WORDS);
  const whole = text.replace(/[.!?\s]+$/, '');
  return wordsOf(whole).length >= TELLING_TEXT ? [...sentences, whole] : sentences;
}

/** Markdown as a reader sees it: a link is its words, which say something of their own, and the marks are gone. */
function asRead(text: string): string {
  return text.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1\n').replaceAll(/[*_#`>]/g, '');
}

function withoutExtension(filename: string): string {
  return filename.replace(/\.[^.]+$/, '');
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function wordsOf(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const NEUTRAL_WORDS: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((language) => {
    const { subject, body, from, howToRead, why } = NOTICE_TEXTS[language];
    return [...Object.values(subject), ...Object.values(body).flat(), from, howToRead, why].flatMap(wordsOf);
  }),
);
