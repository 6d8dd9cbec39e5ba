import { AsyncLocalStorage } from 'node:async_hooks';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { __Client as SdkClient } from '@aws-sdk/lib-dynamodb';
import type {
  FinalizeHandler,
  FinalizeRequestMiddleware,
  HandlerExecutionContext,
  InitializeMiddleware,
} from '@smithy/types';
import * as z from 'zod/mini';
import { type SdkCall, targetIn } from '#bench/counts/call';

export interface SdkMeter {
  /** Runs the work; the calls made in it carry the name of the stage. */
  readonly inStage: <T>(stage: string, work: () => Promise<T>) => Promise<T>;
  /** Calls since the last time. */
  readonly take: () => readonly SdkCall[];
}

const answered = z.looseObject({ ConsumedCapacity: z.optional(z.object({ CapacityUnits: z.number() })) });

/** Operations that write an item. */
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem'];

/**
 * Counts every attempt of every client of the SDK in this process, whoever makes the client: all of them are one class
 * underneath, and what goes through its `send` gets a middleware, once. Production code has no seam for it and needs none.
 */
export function meterSdk(): SdkMeter {
  const stages = new AsyncLocalStorage<string>();
  const calls: SdkCall[] = [];
  const metered = new WeakSet();
  const send: unknown = Reflect.get(SdkClient.prototype, 'send');
  if (typeof send !== 'function') throw new Error('the clients of the SDK have no send any more');

  Reflect.set(SdkClient.prototype, 'send', function (this: unknown, ...given: unknown[]): unknown {
    if (this instanceof SdkClient && !metered.has(this.middlewareStack)) {
      metered.add(this.middlewareStack);
      this.middlewareStack.add(askForCapacity, { step: 'initialize', name: 'benchAskForCapacity' });
      this.middlewareStack.add(countAttempts, { step: 'finalizeRequest', priority: 'low', name: 'benchCountAttempts' });
    }
    const underWay: unknown = Reflect.apply(send, this, given);
    return underWay;
  });

  const countAttempts: FinalizeRequestMiddleware<object, object> = (next, context) => async (attempt) => {
    const outcome = await settled(next, attempt);
    const name = nameIn(context, attempt.input);
    calls.push({ ...name, ...outcome.metered(WRITES.includes(name.operation)), stage: stages.getStore() });
    return outcome.finish();
  };

  return {
    inStage: (stage, work) => stages.run(stage, work),
    take: () => calls.splice(0),
  };
}

/** The store tells what a write cost only when it is asked. */
const askForCapacity: InitializeMiddleware<object, object> = (next, context) => async (call) => {
  const asks = context['clientName'] === 'DynamoDBClient' && WRITES.includes(operationIn(context));
  return next(asks ? { ...call, input: { ...call.input, ReturnConsumedCapacity: 'TOTAL' } } : call);
};

type Attempt = Parameters<FinalizeHandler<object, object>>[0];

/** An attempt that is over: what the meter makes of it, and its result for whoever asked. */
async function settled(next: FinalizeHandler<object, object>, attempt: Attempt) {
  try {
    const result = await next(attempt);
    const { ConsumedCapacity } = answered.parse(result.output);
    return {
      metered: (writes: boolean) => ({
        refused: false,
        units: writes ? (ConsumedCapacity?.CapacityUnits ?? Number.NaN) : 0,
      }),
      finish: () => result,
    };
  } catch (fault) {
    return {
      metered: () => ({ refused: fault instanceof ConditionalCheckFailedException, units: 0 }),
      finish: () => {
        throw fault;
      },
    };
  }
}

function nameIn(context: HandlerExecutionContext, input: object) {
  const service = String(context['clientName']).replace(/Client$/, '');
  return { service, operation: operationIn(context), target: targetIn(input) };
}

function operationIn(context: HandlerExecutionContext): string {
  return String(context['commandName']).replace(/Command$/, '');
}
