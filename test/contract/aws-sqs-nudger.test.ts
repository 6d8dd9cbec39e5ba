import { SQSClient, SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeSqsNudger } from '#shared/adapters/queue/sqs-nudger';
import type { StepName } from '#shared/ports/nudger';

const client = new SQSClient({ region: 'eu-north-1' });
const sqs = mockClient(client);
const ROUTE = 'https://sqs.example/route-message';
const PRINT = 'https://sqs.example/order-print';

function makeNudger(gather = 0) {
  const lost: [StepName, unknown][] = [];
  const urls = { 'route-message': ROUTE, 'order-print': PRINT };
  const nudger = makeSqsNudger({ client, urls, gather, onLost: (step, fault) => lost.push([step, fault]) });
  return { nudger, lost };
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));

describe('nudges by SQS', () => {
  beforeEach(() => {
    sqs.reset();
    sqs.on(SendMessageCommand).resolves({});
    sqs.on(SendMessageBatchCommand).resolves({});
  });

  it('carry an id and nothing else', async () => {
    await makeNudger().nudger.nudge('route-message', '1');
    expect(sqs).toHaveReceivedCommandExactlyOnceWith(SendMessageCommand, {
      QueueUrl: ROUTE,
      MessageBody: '{"id":"1"}',
    });
  });

  it('sent at once travel ten to a call', async () => {
    const { nudger } = makeNudger();
    await Promise.all(numbers(21).map((id) => nudger.nudge('route-message', id)));
    expect(sqs).toHaveReceivedCommandTimes(SendMessageBatchCommand, 2);
    expect(sqs).toHaveReceivedNthCommandWith(SendMessageBatchCommand, 1, {
      QueueUrl: ROUTE,
      Entries: numbers(10).map((id, i) => ({ Id: String(i), MessageBody: JSON.stringify({ id }) })),
    });
    expect(sqs).toHaveReceivedCommandExactlyOnceWith(SendMessageCommand, {
      QueueUrl: ROUTE,
      MessageBody: '{"id":"21"}',
    });
  });

  it('of a worker that gathers travel together though its records end one after another', async () => {
    const { nudger } = makeNudger(50);
    const first = nudger.nudge('route-message', '1');
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([first, nudger.nudge('route-message', '2')]);
    expect(sqs).toHaveReceivedCommandTimes(SendMessageBatchCommand, 1);
    expect(sqs).toHaveReceivedCommandTimes(SendMessageCommand, 0);
  });

  it('go to the queue of their step', async () => {
    const { nudger } = makeNudger();
    await Promise.all([nudger.nudge('route-message', '1'), nudger.nudge('order-print', '1-1')]);
    expect(sqs).toHaveReceivedCommandWith(SendMessageCommand, { QueueUrl: ROUTE, MessageBody: '{"id":"1"}' });
    expect(sqs).toHaveReceivedCommandWith(SendMessageCommand, { QueueUrl: PRINT, MessageBody: '{"id":"1-1"}' });
  });

  it('that a batch lost in part are reported one by one, and the others are not', async () => {
    sqs
      .on(SendMessageBatchCommand)
      .resolves({ Successful: [], Failed: [{ Id: '1', Code: 'InternalError', SenderFault: false }] });
    const { nudger, lost } = makeNudger();
    await Promise.all(numbers(3).map((id) => nudger.nudge('route-message', id)));
    expect(lost).toEqual([['route-message', new Error('the queue refused it: InternalError')]]);
  });

  it('that can not be sent are reported and never thrown', async () => {
    const fault = new Error('out of reach');
    sqs.on(SendMessageCommand).rejects(fault);
    sqs.on(SendMessageBatchCommand).rejects(fault);
    const { nudger, lost } = makeNudger();
    await nudger.nudge('route-message', '1');
    await Promise.all(numbers(2).map((id) => nudger.nudge('order-print', id)));
    expect(lost.map(([step]) => step)).toEqual(['route-message', 'order-print', 'order-print']);
  });

  it('to a queue this process may not send to are reported and never thrown', async () => {
    const { nudger, lost } = makeNudger();
    await nudger.nudge('tell-consent', 'r-1');
    expect(lost).toEqual([['tell-consent', new Error('no queue is known for tell-consent')]]);
    expect(sqs).toHaveReceivedCommandTimes(SendMessageCommand, 0);
  });

  it('go on after one that was lost', async () => {
    sqs.on(SendMessageCommand).rejectsOnce(new Error('out of reach')).resolves({});
    const { nudger, lost } = makeNudger();
    await nudger.nudge('route-message', '1');
    await nudger.nudge('route-message', '1');
    expect(lost).toHaveLength(1);
    expect(sqs).toHaveReceivedCommandTimes(SendMessageCommand, 2);
  });
});
