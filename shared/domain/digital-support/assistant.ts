import type { SupportRow } from '#shared/domain/digital-support/kinds';
import { type ReportLanguage, told } from '#shared/domain/programme/words';

type Topic = SupportRow<'assistant-topics'>;

/** An answer people have written and checked; the assistant only finds it. */
export interface AssistantAnswer {
  readonly faqId: string;
  readonly text: string;
  readonly links: readonly { readonly name: string; readonly address: string }[];
  /** The unit that answers for the content. */
  readonly owner: string;
}

/** Answers that are shown for one question. */
const MOST = 3;

/** What the assistant says of itself before anything else (REQ-223). */
export const DISCLOSURE: Readonly<Record<ReportLanguage, string>> = {
  fi: 'Tämä on automaattinen neuvoja. Se etsii vastauksia valmiista ohjeista sanojen perusteella, ei tee päätöksiä eikä käsittele asiaasi. Kysymystäsi ei tallenneta.',
  sv: 'Det här är en automatisk rådgivare. Den söker svar bland färdiga anvisningar utifrån ord, fattar inga beslut och behandlar inte ditt ärende. Din fråga sparas inte.',
  en: 'This is an automatic adviser. It looks for answers in prepared guidance by words, makes no decisions and does not handle your case. Your question is not stored.',
};

/**
 * Finds the topics whose keywords a question holds, those with more of them first, equals by id. A keyword is held when a
 * word of the question begins with it, since words are inflected; one of several words must be held as it stands.
 *
 * @see REQ-096, REQ-224
 */
export function answersTo(topics: readonly Topic[], question: string, language: ReportLanguage): AssistantAnswer[] {
  const words = wordsIn(question);
  return topics
    .map((topic) => ({ topic, hits: topic.keywords[language].filter((keyword) => holds(words, keyword)).length }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits || (a.topic.id < b.topic.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ topic }) => answerOf(topic, language));
}

function answerOf({ id, text, links, owner }: Topic, language: ReportLanguage): AssistantAnswer {
  return {
    faqId: id,
    text: told(text, language).text,
    links: links.map(({ names, address }) => ({ name: told(names, language).text, address })),
    owner,
  };
}

/** The words of a text, in lower case, with a space before each. */
function wordsIn(text: string): string {
  const words = text.toLocaleLowerCase('fi').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => ` ${word}`).join('');
}

function holds(words: string, keyword: string): boolean {
  const wanted = wordsIn(keyword);
  return wanted !== '' && words.includes(wanted);
}
