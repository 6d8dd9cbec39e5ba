import { goElectronicInsert } from '#shared/domain/digital-support/go-electronic';
import { CITIZEN_ADVICE, placeOfAddress, supportContactFor } from '#shared/domain/digital-support/referral';
import { businessInsert } from '#shared/domain/electronic-first/business-insert';
import type { PostalAddress } from '#shared/domain/message/address';
import type { Language } from '#shared/domain/message/hub-fields';
import { readDirectory } from '#shared/flow/digital-support/find-support';
import { supportRows } from '#shared/flow/digital-support/support-rows';
import { CALENDAR, calendarIn } from '#shared/flow/programme/read-programme';
import { makeNoticeBy } from '#shared/flow/programme/tell-businesses';
import { makeRemembered } from '#shared/flow/remember';
import { type Clock, type Instant, MINUTE } from '#shared/kernel/time';
import type { LetterInsert } from '#shared/ports/letter-press';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { ReadSettings } from '#shared/ports/settings';

export interface LetterInsertPorts {
  /** Those of the programme; the registers of digital support lie beside them. */
  readonly programme: ProgrammeRows;
  readonly settings: ReadSettings;
  readonly clock: Clock;
  /** Ends when a letter has waited long enough for its words. */
  readonly patience: () => Promise<void>;
  /** Told of a read that failed or took too long. */
  readonly onFault: (fault: unknown) => void;
}

/** A letter the hub may say something in: never one to a protected address. */
export interface OpenLetter {
  readonly address: PostalAddress;
  readonly language: Language;
  readonly toBusiness: boolean;
}

export type InsertsFor = (letter: OpenLetter) => Promise<readonly LetterInsert[]>;

/** Directory and calendar are read at most this often, and not again within it when a read has failed. */
const FRESH_FOR = 5 * MINUTE;

/**
 * What the hub adds to a letter it lays out: to a business the notice, during the transition; to everybody how to go
 * electronic and who helps near the address. Nothing here stops a letter: without the directory it names the general
 * advice, without the calendar it has no notice.
 *
 * @see REQ-009, REQ-090, REQ-095, REQ-140, REQ-176, REQ-202
 */
export function makeLetterInserts({ programme, patience, onFault, ...ports }: LetterInsertPorts): InsertsFor {
  const support = supportRows(programme);
  const directoryKnown = seldom((now) => readDirectory(support, now));
  const calendarKnown = seldom(async () => calendarIn(await programme.read(CALENDAR.kind, CALENDAR.id)));
  const noticeBy = makeNoticeBy(ports);

  return async function insertsFor({ address, language, toBusiness }) {
    const [directory, calendar] = await Promise.all([directoryKnown(), toBusiness ? calendarKnown() : undefined]);
    const group = toBusiness ? 'BUSINESS' : 'PERSON';
    const contact = directory
      ? supportContactFor(directory, { ...placeOfAddress(directory, address), language, group })
      : CITIZEN_ADVICE;
    const notice = calendar && businessInsert(noticeBy(calendar, language));
    return [...(notice ? [notice] : []), goElectronicInsert(language, contact)];
  };

  /** What a read gives, or nothing where it failed or took too long. */
  function seldom<T>(read: (now: Instant) => Promise<T>): () => Promise<T | undefined> {
    const inTime = async (now: Instant): Promise<T | undefined> => {
      try {
        return await Promise.race([read(now), tooLate()]);
      } catch (fault) {
        onFault(fault);
        return undefined;
      }
    };
    return makeRemembered(inTime, { clock: ports.clock, freshFor: FRESH_FOR }).read;
  }

  async function tooLate(): Promise<never> {
    await patience();
    throw new Error('the words of a letter took too long to read');
  }
}
