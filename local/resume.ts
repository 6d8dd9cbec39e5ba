import type { StoredMail } from '#local/stand-ins/mail';
import { duesOf } from '#shared/domain/service-of-document/timers';
import { outageTask } from '#shared/flow/delivery/release-hold';
import { type Clock, DAY, after } from '#shared/kernel/time';
import type { Delivery } from '#shared/domain/message/delivery';
import type { StepName } from '#shared/contracts/pipeline';
import { RECIPIENT_STEPS } from '#shared/flow/delivery/sweep';
import type { ReportMails } from '#shared/ports/report-mails';
import type { OwingItem, WorkIndex } from '#shared/ports/work-index';

interface ResumePorts {
  readonly index: WorkIndex;
  readonly mails: readonly StoredMail[];
  readonly reportMails: Pick<ReportMails, 'owed'>;
  readonly clock: Clock;
  readonly nudge: (step: StepName, id: string) => Promise<void>;
  /** Reports a mail that was sent although the hub died before it heard so. */
  readonly report: (mail: StoredMail) => Promise<void>;
}

/** Far enough that every entry of the index is seen. */
const EVER = 400 * DAY;

/**
 * After a start: puts everything that is owed now back on its queue, since the queues of a single machine forget. A notice
 * that was being sent when the hub died either lies in the mail stand-in, which is the evidence, or was never sent.
 */
export async function resume({ index, mails, reportMails, clock, nudge, report }: ResumePorts): Promise<void> {
  const byAttempt = new Map(mails.map((mail) => [mail.tags['attempt'], mail]));
  for (const { claim } of await reportMails.owed()) {
    const mail = byAttempt.get(claim?.attempt);
    if (mail) await report(mail);
  }
  for await (const page of index.due(after(clock(), EVER))) {
    for (const entry of page) {
      const owing = await index.read(entry);
      if (!owing) continue;
      const mail = owing.item.type === 'delivery' ? byAttempt.get(owing.item.delivery.claim?.attempt) : undefined;
      if (mail) await report(mail);
      else
        await Promise.all(
          stepsOf(owing.item, { due: entry.wakeAt <= clock(), now: clock() }).map(([step, id]) => nudge(step, id)),
        );
    }
  }
}

function stepsOf(item: OwingItem, { due, now }: { due: boolean; now: string }): (readonly [StepName, string])[] {
  switch (item.type) {
    case 'message':
      return [['route-message', String(item.messageId)]];
    case 'recipient':
      return RECIPIENT_STEPS.map((step) => [step, item.recipientId] as const);
    case 'attachment':
      return due ? [['expire-attachment', item.attachmentId]] : [];
    case 'own-data':
      return ownDataSteps(item, due);
    case 'outage':
      return due ? [['release-hold', outageTask(item.outageId)]] : [];
    case 'delivery':
      return owedSteps(item.delivery, now);
  }
}

function ownDataSteps(
  { recipientId, of }: Extract<OwingItem, { type: 'own-data' }>,
  due: boolean,
): (readonly [StepName, string])[] {
  return due || of === 'erasure' ? [['tend-own-data', recipientId]] : [];
}

/** What is due, and what was under way: the process that did it is gone. */
function owedSteps(delivery: Delivery, now: string): (readonly [StepName, string])[] {
  return duesOf(delivery)
    .filter(({ at }) => delivery.claim !== undefined || at <= now)
    .map(({ step }) => [step, delivery.deliveryId]);
}
