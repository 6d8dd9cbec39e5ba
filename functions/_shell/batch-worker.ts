import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type * as z from 'zod/mini';
import { faultOf, log } from '#functions/_shell/log';
import type { StepName } from '#shared/contracts/pipeline';

interface BatchWork<Body extends z.ZodMiniType> {
  readonly step: StepName;
  readonly body: Body;
  readonly work: (bodies: readonly z.infer<Body>[]) => Promise<void>;
}

/** Runs a whole batch as one piece of work; a fault sends all of it back. A record that can't be read goes back alone. */
export function batchWorker<Body extends z.ZodMiniType>({ step, body, work }: BatchWork<Body>) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const read = Records.map((record) => ({ id: record.messageId, parsed: body.safeParse(jsonIn(record.body)) }));
    const unreadable = read.filter(({ parsed }) => !parsed.success).map(({ id }) => ({ itemIdentifier: id }));
    try {
      await work(read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])));
      return { batchItemFailures: unreadable };
    } catch (fault) {
      log({ level: 'error', event: 'fault', step, fault: faultOf(fault) });
      return { batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    }
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
