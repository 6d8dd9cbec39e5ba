import { type AssistantAnswer, answersTo } from '#shared/domain/digital-support/assistant';
import { findSupport } from '#shared/domain/digital-support/search';
import { CITIZEN_ADVICE, type SupportReferral } from '#shared/domain/digital-support/referral';
import type { ReportLanguage } from '#shared/domain/programme/words';
import { type KnownDirectory, type SupportPorts, monthOf } from '#shared/flow/digital-support/find-support';
import { makeReadRegisters } from '#shared/flow/digital-support/support-rows';
import type { Ids } from '#shared/ports/ids';

export interface AssistantPorts extends SupportPorts {
  readonly ids: Ids;
}

export interface Question {
  /** Read and forgotten: it may hold anything, personal data too. */
  readonly question: string;
  readonly language: ReportLanguage;
}

export interface Assisted {
  readonly answers: readonly AssistantAnswer[];
  /** People who answer, always. */
  readonly handOver: readonly SupportReferral[];
  /** Names the answer on the caller's own record; nothing is kept under it. */
  readonly transcriptId: string;
}

/** Series of the tallies in which answers are counted: the log of quality, which knows topics and no questions. */
export const TOPICS = 'assistant-topics';
/** Stands for a question that no topic answers. */
const NONE = 'NONE';
/** Questions counted in a minute; the rest are answered all the same. */
const MOST_COUNTED = 600;
/** Channels by which people answer. */
const BY_PEOPLE = ['CHAT', 'PHONE'];
const MOST_HANDOVERS = 5;

/**
 * Answers with what people have written; decides nothing and keeps nothing of the question.
 *
 * @see REQ-096, REQ-099, REQ-223, REQ-224 and domain.md 3.10
 */
export function makeAskAssistant({ rows, tallies, clock, ids }: AssistantPorts, directory: KnownDirectory) {
  return async ({ question, language }: Question): Promise<Assisted> => {
    const now = clock();
    const topics = await makeReadRegisters(rows, now).topics();
    const answers = answersTo(topics, question, language);
    const span = now.slice(0, 'yyyy-mm-ddThh:mm'.length);
    if (await tallies.draw(TOPICS, { span, most: MOST_COUNTED })) await count(answers, monthOf(now));
    return { answers, handOver: await peopleWho(language), transcriptId: ids.attempt() };
  };

  async function count(answers: readonly AssistantAnswer[], month: string): Promise<void> {
    const names = answers.length > 0 ? answers.map(({ faqId }) => faqId) : [NONE];
    await Promise.all(names.map(async (name) => tallies.add(TOPICS, month, name)));
  }

  async function peopleWho(language: ReportLanguage): Promise<readonly SupportReferral[]> {
    const known = await directory.read();
    const found = BY_PEOPLE.flatMap((form) => findSupport(known, { form, language }).found);
    const nationwide = new Set(
      found.filter(({ provider }) => provider.area.nationwide).map(({ provider }) => provider),
    );
    const named = [...nationwide].map(({ names, contact }) => ({ names, contact }));
    return [CITIZEN_ADVICE, ...named].slice(0, MOST_HANDOVERS);
  }
}
