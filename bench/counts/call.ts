import * as z from 'zod/mini';

/** What a call of AWS is, seen from either side. */
export interface CallName {
  /** As the SDK names it: DynamoDB, SQS, SES, S3. */
  readonly service: string;
  readonly operation: string;
  /** The table or queue, without the names a stage puts before it. */
  readonly target: string;
}

/** One attempt at a call, with what it wrote. */
export interface Call extends CallName {
  /** The condition of a write did not hold. */
  readonly refused: boolean;
  /** Write units of the table itself; nothing for what is no write, and at the SDK nothing for a refused one. */
  readonly units: number;
}

/** A call as the SDK made it. */
export interface SdkCall extends Call {
  /** The door or worker that made it; nothing for the runner itself. */
  readonly stage: string | undefined;
}

/** A call as the stand-in got it. */
export interface WireCall extends Call {
  /** Write units of the table's indexes. */
  readonly indexUnits: number;
}

const input = z.looseObject({
  TableName: z.optional(z.string()),
  RequestItems: z.optional(z.record(z.string(), z.unknown())),
  QueueUrl: z.optional(z.string()),
});

/** The table or queue in the input of a call; the same names stand in the SDK's input and on the wire. */
export function targetIn(call: unknown): string {
  const read = input.safeParse(call);
  if (!read.success) return '';
  const { TableName, RequestItems, QueueUrl } = read.data;
  const table = TableName ?? Object.keys(RequestItems ?? {}).join('+');
  return QueueUrl === undefined ? table.replace(/^viestivayla-/, '') : (QueueUrl.split('/').at(-1) ?? '');
}

/** The name of a call in one line. */
export function nameOf({ service, operation, target }: CallName): string {
  return `${service} ${operation} ${target}`.trim();
}
