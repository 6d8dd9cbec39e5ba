import type { DoorName } from '#shared/contracts/routes';
import type { ScheduleName, StepName } from '#shared/contracts/pipeline';
import type { TableName } from '#shared/contracts/tables';

/** A function of the hub: its file under `functions/`, without `.ts`. */
export type FunctionName = `api/${DoorName}` | `worker/${StepName}` | `schedule/${ScheduleName}`;

/**
 * What a function may do with the items of a table. `read`: items by their keys; `query-index`: the table's indexes;
 * `write-together`: put and delete many in one call.
 */
export type TableUse = 'read' | 'query' | 'query-index' | 'scan' | 'put' | 'update' | 'delete' | 'write-together';

/** What a function may do with the documents under a prefix. */
export interface DocumentUse {
  readonly prefix: string;
  readonly may: readonly ('read' | 'put' | 'remove')[];
}

export interface Permissions {
  readonly tables?: Partial<Readonly<Record<TableName, readonly TableUse[]>>>;
  readonly documents?: readonly DocumentUse[];
  /** Whether a document that is not there is told from one that may not be read. @default false */
  readonly missesDocuments?: boolean;
  /** Keys of the key ring: `open` unwraps those there are, `make` wraps new ones too. @default neither */
  readonly sealing?: 'open' | 'make';
  /** Sealed days of the evidence: `read` them, or `keep` new ones too. @default neither */
  readonly sealedDays?: 'read' | 'keep';
  /** Signs the roots of the evidence. @default false */
  readonly signsRoots?: boolean;
  /** Brings batches to the bucket of a print provider, where one is configured. @default false */
  readonly bringsBatches?: boolean;
  /** Sends notices. @default false */
  readonly mails?: boolean;
  /** Signs systems in to the user pool. @default false */
  readonly signsIn?: boolean;
}
