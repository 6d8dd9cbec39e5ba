import type { ReportMail, UnsentReport } from '#shared/domain/report-calendar/report-mail';
import type { ReportMails } from '#shared/ports/report-mails';

/** For tests. Passes the same contract suite as the DynamoDB adapter. */
export function makeMemoryReportMails(): ReportMails {
  const mails = new Map<string, ReportMail>();
  const unsent = new Map<string, UnsentReport>();
  const change = (name: string, to: (mail: ReportMail) => ReportMail) => {
    const mail = mails.get(name);
    if (mail?.state === 'OWED') mails.set(name, to(mail));
  };
  return {
    owe: async (mail) => {
      if (!mails.has(mail.name)) mails.set(mail.name, { ...mail, state: 'OWED' });
    },
    read: async (name) => structuredClone(mails.get(name)),
    owed: async () => structuredClone([...mails.values()].filter(({ state }) => state === 'OWED')),
    claim: async (seen, claim) => {
      const mail = mails.get(seen.name);
      if (mail?.state !== 'OWED' || mail.claim?.attempt !== seen.claim?.attempt) return false;
      mails.set(mail.name, { ...mail, claim });
      return true;
    },
    release: async (name, { attempt }) => {
      change(name, ({ claim, ...mail }) => (claim?.attempt === attempt ? mail : { ...mail, claim }));
    },
    settle: async (name, state) => {
      change(name, (mail) => ({ ...mail, claim: undefined, state }));
    },
    note: async (each) => {
      unsent.set([each.dueAt, each.reportId, each.receiver].join('#'), structuredClone(each));
    },
    unsent: async (limit) =>
      [...unsent]
        .sort(([a], [b]) => (a < b ? 1 : -1))
        .slice(0, limit)
        .map(([, each]) => structuredClone(each)),
  };
}
