import type { Claim } from '#shared/domain/message/claim';
import type { ReportMail, UnsentReport } from '#shared/domain/report-calendar/report-mail';

/** The e-mails that reports owe: each is on record before it is sent, and stays there. All reads are strong. */
export interface ReportMails {
  /** Puts it on record as owed, unless it is there. */
  owe(mail: Omit<ReportMail, 'state' | 'claim'>): Promise<void>;
  read(name: string): Promise<ReportMail | undefined>;
  /** Those that are owed still; what is settled is taken off the list on the way. */
  owed(): Promise<readonly ReportMail[]>;
  /** Takes it for a send. @returns false when it is settled, or was claimed by somebody else since it was read */
  claim(mail: ReportMail, claim: Claim): Promise<boolean>;
  /** Gives back a claim under which nothing was sent. */
  release(name: string, claim: Claim): Promise<void>;
  /** Says what became of it. */
  settle(name: string, state: 'SENT' | 'FAILED'): Promise<void>;
  /** Puts a receiver that was not reached on record; a repeat changes nothing. */
  note(unsent: UnsentReport): Promise<void>;
  /** Receivers that were not reached, newest report first. */
  unsent(limit: number): Promise<readonly UnsentReport[]>;
}
