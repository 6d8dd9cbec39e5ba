import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod/mini';
import { faultOf, log } from '#functions/_shell/log';
import type { StepName } from '#shared/contracts/pipeline';
import type { Refusal, Result } from '#shared/kernel/result';

interface QueueWork<Body extends z.ZodMiniType, R extends Refusal> {
  readonly step: StepName;
  readonly body: Body;
  readonly work: (body: z.infer<Body>) => Promise<Result<unknown, R>>;
  /** Refusals worth another try, such as losing a race. Every other refusal is final: the record is done. */
  readonly retryOn: readonly R['kind'][];
}

/** Runs each record once; a thrown fault or a `retryOn` refusal sends only that record back to the queue. */
export function queueWorker<Body extends z.ZodMiniType, R extends Refusal>({
  step,
  body,
  work,
  retryOn,
}: QueueWork<Body, R>) {
  async function mustRetry(record: SQSRecord): Promise<boolean> {
    const result = await work(body.parse(JSON.parse(record.body)));
    if (result.ok) return false;
    log({ level: 'info', event: 'refused', step, refusal: result.refusal.kind });
    return retryOn.includes(result.refusal.kind);
  }

  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const outcomes = await Promise.allSettled(event.Records.map(mustRetry));
    const batchItemFailures = event.Records.flatMap((record, i) => {
      const outcome = outcomes[i];
      if (outcome?.status === 'rejected') log({ level: 'error', event: 'fault', step, fault: faultOf(outcome.reason) });
      const done = outcome?.status === 'fulfilled' && !outcome.value;
      return done ? [] : [{ itemIdentifier: record.messageId }];
    });
    return { batchItemFailures };
  };
}
