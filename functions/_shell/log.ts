import { systemClock } from '#shared/adapters/system/clock';
import { millisecondsOf } from '#shared/kernel/time';

/**
 * What may stand in a log line, and nothing else: ids of the hub's own making, names of code, numbers. Never a body, a
 * title, a name, an address, an identity code, an e-mail, nor the text of a fault, which could quote one.
 */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly door?: string;
  readonly operation?: string;
  readonly step?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly traceId?: string;
  readonly messageId?: string;
  readonly refusal?: string;
  readonly count?: number;
  readonly fault?: Fault;
}

export interface Fault {
  readonly name: string;
  /** Where it was thrown: frames of the stack, without the message before them. */
  readonly at: readonly string[];
}

/** One line of JSON on standard output. */
export function log(line: LogLine): void {
  if (line.level !== 'info' || process.env['LOG_LEVEL'] !== 'warn') console.log(JSON.stringify(line));
}

/** A fault as it may be logged; the first of several speaks for all. */
export function faultOf(fault: unknown): Fault {
  if (fault instanceof AggregateError && fault.errors.length > 0) return faultOf(fault.errors[0]);
  if (!(fault instanceof Error)) return { name: typeof fault, at: [] };
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: fault.name, at: frames.slice(0, 6).map((line) => line.trim()) };
}

/** A metric in CloudWatch's embedded format: a log line that becomes a number, in the namespace of its deployment. */
export function metric(name: string, value: number, unit: 'Count' | 'Milliseconds'): void {
  const Namespace = process.env['METRICS'] ?? 'viestivayla';
  const CloudWatchMetrics = [{ Namespace, Dimensions: [[]], Metrics: [{ Name: name, Unit: unit }] }];
  const line = { _aws: { Timestamp: millisecondsOf(systemClock()), CloudWatchMetrics }, [name]: value };
  if (process.env['LOG_LEVEL'] !== 'warn') console.log(JSON.stringify(line));
}
