import { ok, refuse } from '#shared/kernel/result';
import type { NoticeMailer, NoticeOrder } from '#shared/ports/notice-mailer';

/**
 * What can befall a send: `throttle`: not now; `refuse`: never to this address; `lose-answer`: it goes, but nobody hears
 * so; `fail`: it does not go, and nobody hears so either.
 */
export type MailFault = 'throttle' | 'refuse' | 'lose-answer' | 'fail';

/** A mail provider that keeps what it sent, and that has faults when it is told to. */
export interface MemoryMailer extends NoticeMailer {
  readonly sent: readonly NoticeOrder[];
  /** The next `times` sends meet this fault. */
  meet(fault: MailFault, times?: number): void;
  /** Sends go well from now on. */
  recover(): void;
}

export function makeMemoryMailer(): MemoryMailer {
  const sent: NoticeOrder[] = [];
  let coming: { fault: MailFault; times: number } | undefined;

  function nextFault(): MailFault | undefined {
    if (!coming || coming.times === 0) return undefined;
    coming = { ...coming, times: coming.times - 1 };
    return coming.fault;
  }

  return {
    sent,
    meet: (fault, times = 1) => {
      coming = { fault, times };
    },
    recover: () => {
      coming = undefined;
    },
    send: async (order) => {
      const fault = nextFault();
      if (fault === 'throttle') return refuse({ kind: 'not-sent', when: 'later' });
      if (fault === 'refuse') return refuse({ kind: 'not-sent', when: 'never' });
      if (fault === 'fail') throw new Error('the mail provider was not reached');
      sent.push(structuredClone(order));
      if (fault === 'lose-answer') throw new Error('the answer of the mail provider was lost');
      return ok(undefined);
    },
  };
}
