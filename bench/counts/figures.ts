import { type Call, nameOf } from '#bench/counts/call';
import type { Counted, Life } from '#bench/counts/lives';

/** What one message of a kind costs: calls that functions make, and write units with those of indexes. */
export interface MessageFigures {
  /** To the notice or the letter, when ten are sent together, as under load. */
  readonly calls: number;
  readonly units: number;
  /** The same of a message that nothing else travels with. */
  readonly callsAlone: number;
  readonly unitsAlone: number;
  /** Until the feed tells of its opening or its posting. */
  readonly callsInAll: number;
  readonly unitsInAll: number;
  /** Calls of the queues' pollers in all, which functions do not make: one takes a batch, one clears it away. */
  readonly polls: number;
  /** Attempts to write when it is sent once more, and calls after the door has answered. */
  readonly writesAgain: number;
  readonly downstreamAgain: number;
  /** Calls, and units of writes that held, that one side counted and the other did not. */
  readonly disagreements: number;
}

const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem'];

/** What a letter costs that goes in a batch, until it lies before the provider. */
export interface BatchFigures extends Pick<MessageFigures, 'calls' | 'units' | 'disagreements'> {
  /** Of the calls, those of the cut. */
  readonly callsOfCut: number;
}

export function batchFiguresOf(batch: Counted): BatchFigures {
  const cut = batch.sdk.filter(({ stage }) => stage === 'cut-batches');
  return {
    calls: callsOf(batch),
    units: unitsOf(batch),
    callsOfCut: callsOf({ ...batch, sdk: cut }),
    disagreements: disagreementsOf(batch),
  };
}

export function figuresOf({ alone, together, told, again, ended }: Life): MessageFigures {
  const all = [together, told, ended];
  return {
    calls: callsOf(together),
    units: unitsOf(together),
    callsAlone: callsOf(alone),
    unitsAlone: unitsOf(alone),
    callsInAll: sum(all.map(callsOf)),
    unitsInAll: sum(all.map(unitsOf)),
    polls: sum(all.map(pollsOf)),
    writesAgain: again.sdk.filter(({ operation }) => WRITES.includes(operation)).length / again.messages,
    downstreamAgain: again.sdk.filter((call) => isDownstream(call, again)).length / again.messages,
    disagreements: sum([alone, together, told, again, ended].map(disagreementsOf)),
  };
}

function callsOf({ sdk, messages }: Counted): number {
  return sdk.filter(({ stage }) => stage !== undefined).length / messages;
}

function unitsOf({ wire, messages }: Counted): number {
  return sum(wire.map(({ units, indexUnits }) => units + indexUnits)) / messages;
}

function pollsOf({ sdk, messages }: Counted): number {
  return (2 * sdk.filter(({ operation }) => operation === 'DeleteMessageBatch').length) / messages;
}

/** Whatever another function does, and every word to one. */
function isDownstream({ stage, operation }: Counted['sdk'][number], { sdk }: Counted): boolean {
  const [first] = sdk;
  return (stage !== undefined && stage !== first?.stage) || operation.startsWith('SendMessage');
}

function disagreementsOf({ sdk, wire }: Counted): number {
  const [made, got] = [tally(sdk), tally(wire)];
  return sum(
    [...new Set([...made.keys(), ...got.keys()])].map((name) => Math.abs((made.get(name) ?? 0) - (got.get(name) ?? 0))),
  );
}

/** Calls and units by name. What a refused write costs, the SDK is not told. */
function tally(calls: readonly Call[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const call of calls) {
    const name = `${nameOf(call)}${call.refused ? ', refused' : ''}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (!call.refused) counts.set(`units of ${name}`, (counts.get(`units of ${name}`) ?? 0) + call.units);
  }
  return counts;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
