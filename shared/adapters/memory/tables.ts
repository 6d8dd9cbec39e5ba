import type { Attachment } from '#shared/domain/attachments/attachment';
import type { Outage } from '#shared/domain/channel/outage';
import type { ConsentRecord } from '#shared/domain/consent/consent-record';
import type { Gate } from '#shared/domain/consent/gate';
import type { InboundMessage } from '#shared/domain/mailbox/inbound';
import type { MessageId, RecipientId } from '#shared/domain/message/ids';
import type { Delivery } from '#shared/domain/message/delivery';
import type { Message } from '#shared/domain/message/message';
import type { Erasure } from '#shared/domain/own-data/erasure';
import type { Instant } from '#shared/kernel/time';

/** A thing that can owe work; its `wakeAt` is its place in the wake index. */
export interface Wakeable {
  readonly wakeAt?: Instant;
}

export interface Row<T extends Wakeable> {
  readonly value: T;
  /** How often the sweep has come since the thing last moved on. */
  readonly tries: number;
}

/** Rows by id. What goes in and what comes out is a copy, as with a database. */
export type Rows<T extends Wakeable> = Map<string, Row<T>>;

/** A year of somebody's log, named by the moment it is over; it wakes when its time of keeping is. */
export interface LogYear extends Wakeable {
  readonly recipientId: RecipientId;
  readonly over: Instant;
}

/** The things that can owe work, in maps that their adapters share with the work index. */
export interface MemoryTables {
  readonly messages: Rows<Message>;
  readonly inbound: Map<MessageId, InboundMessage>;
  readonly deliveries: Rows<Delivery>;
  readonly attachments: Rows<Attachment>;
  readonly gates: Rows<Gate>;
  readonly outages: Rows<Outage>;
  readonly erasures: Rows<Erasure>;
  readonly logYears: Rows<LogYear>;
  /** The register of consents, by recipient id and version. */
  readonly consents: Map<string, Map<number, ConsentRecord>>;
}

export function makeMemoryTables(): MemoryTables {
  return {
    messages: new Map(),
    inbound: new Map(),
    deliveries: new Map(),
    attachments: new Map(),
    gates: new Map(),
    outages: new Map(),
    erasures: new Map(),
    logYears: new Map(),
    consents: new Map(),
  };
}

export function readRow<T extends Wakeable>(rows: Rows<T>, id: string | number): T | undefined {
  return structuredClone(rows.get(String(id))?.value);
}

/** Stores a new state; a write by a step always ends a row of tries. */
export function writeRow<T extends Wakeable>(rows: Rows<T>, id: string | number, value: T): void {
  rows.set(String(id), { value: structuredClone(value), tries: 0 });
}
