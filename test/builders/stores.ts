import { type KeyStore, makeKeyRing } from '#shared/adapters/crypto/key-ring';
import type { ReadVersions } from '#shared/adapters/crypto/live-versions';
import { makeLocalWrapper } from '#shared/adapters/crypto/local-wrapper';
import { makeSealer } from '#shared/adapters/crypto/sealer';
import { makeMemoryAccessLog } from '#shared/adapters/memory/access-log';
import { makeMemoryAttachmentLog } from '#shared/adapters/memory/attachment-log';
import { makeMemoryCorrespondence } from '#shared/adapters/memory/correspondence';
import { makeMemoryDataRequests } from '#shared/adapters/memory/data-requests';
import { makeMemoryDeliveryLog } from '#shared/adapters/memory/delivery-log';
import { makeMemoryErasures } from '#shared/adapters/memory/erasures';
import { makeMemoryExceptions } from '#shared/adapters/memory/exceptions';
import { makeMemoryConsentFeed } from '#shared/adapters/memory/consent-feed';
import { makeMemoryFeedPages } from '#shared/adapters/memory/feed-pages';
import { makeMemoryGates } from '#shared/adapters/memory/gates';
import { makeMemoryInboundLog } from '#shared/adapters/memory/inbound-log';
import { makeMemoryInventories } from '#shared/adapters/memory/inventories';
import { makeMemoryKeptContents } from '#shared/adapters/memory/kept-contents';
import { makeMemoryLegalHolds } from '#shared/adapters/memory/legal-holds';
import { makeMemoryKeyRotations } from '#shared/adapters/memory/key-rotations';
import { makeMemoryKeyStore } from '#shared/adapters/memory/key-store';
import { makeMemoryBatches } from '#shared/adapters/memory/batches';
import { makeMemoryPostiAccounts } from '#shared/adapters/memory/posti-accounts';
import { makeMemoryRelayMark } from '#shared/adapters/memory/relay-mark';
import { makeMemoryPostalGates } from '#shared/adapters/memory/postal-gates';
import { makeMemoryLetterShelf } from '#shared/adapters/memory/letter-shelf';
import { makeMemoryAliases, makeMemoryEntries } from '#shared/adapters/memory/mailboxes';
import { makeMemoryMandates } from '#shared/adapters/memory/mandates';
import { type MatterChoices, makeMemoryMatters } from '#shared/adapters/memory/matters';
import { makeMemoryMessageLog } from '#shared/adapters/memory/message-log';
import { makeMemoryObstacles } from '#shared/adapters/memory/obstacles';
import { makeMemoryOutages } from '#shared/adapters/memory/outages';
import { makeMemoryOwnRecords } from '#shared/adapters/memory/own-records';
import { makeMemoryProgrammeRows } from '#shared/adapters/memory/programme-rows';
import { makeMemoryRegisters } from '#shared/adapters/memory/registers';
import { makeMemorySealedDays } from '#shared/adapters/memory/sealed-days';
import { type MemoryTables, makeMemoryTables } from '#shared/adapters/memory/tables';
import { makeMemoryTallies } from '#shared/adapters/memory/tallies';
import { makeMemoryTenants } from '#shared/adapters/memory/tenants';
import { makeMemoryTrash } from '#shared/adapters/memory/trash';
import { makeMemoryTrafficCounts } from '#shared/adapters/memory/traffic-counts';
import { makeMemoryWorkIndex } from '#shared/adapters/memory/work-index';
import type { ConsentRecord } from '#shared/domain/consent/consent-record';
import type { RecipientId } from '#shared/domain/message/ids';
import type { AccessLog } from '#shared/ports/access-log';
import type { AttachmentLog } from '#shared/ports/attachment-log';
import type { ConsentFeed } from '#shared/ports/consent-feed';
import type { Correspondence } from '#shared/ports/correspondence';
import type { DataRequests } from '#shared/ports/data-requests';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { Erasures } from '#shared/ports/erasures';
import type { Exceptions } from '#shared/ports/exceptions';
import type { FeedPages } from '#shared/ports/feed-pages';
import type { InboundLog } from '#shared/ports/inbound-log';
import type { KeptContents } from '#shared/ports/kept-contents';
import type { KeyRotations } from '#shared/ports/key-rotations';
import type { LegalHolds } from '#shared/ports/legal-holds';
import type { Gates, MailboxEntries, RecipientAliases } from '#shared/ports/mailboxes';
import type { Mandates } from '#shared/ports/mandates';
import type { MatterPreferences } from '#shared/ports/matters';
import type { MessageLog } from '#shared/ports/message-log';
import type { ObstacleRegister } from '#shared/ports/obstacles';
import type { Outages } from '#shared/ports/outages';
import type { OwnRecords } from '#shared/ports/own-records';
import type { PostalGates } from '#shared/ports/postal-gate';
import type { RelayMark } from '#shared/ports/postal-relay';
import type { PostiAccounts } from '#shared/ports/posti-accounts';
import type { Batches, LetterShelf, PrintHouse } from '#shared/ports/print-house';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { BusinessRegister, PopulationRegister, RegisterEntry } from '#shared/ports/registers';
import type { SealedDays } from '#shared/ports/sealed-days';
import type { Sealer } from '#shared/ports/sealer';
import type { Tallies } from '#shared/ports/tallies';
import type { TenantAdmission, Tenants } from '#shared/ports/tenants';
import type { TrafficCounts } from '#shared/ports/traffic-counts';
import type { Trash } from '#shared/ports/trash';
import type { Inventories, WorkIndex } from '#shared/ports/work-index';

/** Everything the hub remembers in tables, whichever they are. */
export interface Stores {
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly attachments: AttachmentLog;
  readonly inbound: InboundLog;
  readonly contents: KeptContents;
  readonly holds: LegalHolds;
  readonly aliases: RecipientAliases;
  readonly gates: Gates;
  readonly entries: MailboxEntries;
  readonly trash: Trash;
  readonly correspondence: Correspondence;
  readonly matters: MatterPreferences;
  readonly mandates: Mandates;
  readonly exceptions: Exceptions;
  readonly outages: Outages;
  readonly accessLog: AccessLog;
  readonly dataRequests: DataRequests;
  readonly erasures: Erasures;
  readonly ownRecords: OwnRecords;
  readonly obstacles: ObstacleRegister;
  readonly feed: FeedPages;
  readonly consentFeed: ConsentFeed;
  readonly shelf: LetterShelf & PrintHouse;
  readonly batches: Batches;
  readonly postalGates: PostalGates;
  readonly accounts: PostiAccounts;
  readonly relayMark: RelayMark;
  readonly tenants: Tenants & TenantAdmission;
  readonly people: PopulationRegister;
  readonly businesses: BusinessRegister;
  readonly entry: RegisterEntry;
  readonly programme: ProgrammeRows;
  readonly tallies: Tallies;
  readonly keys: KeyStore;
  readonly rotations: KeyRotations;
  readonly index: WorkIndex;
  readonly inventories: Inventories;
  readonly days: SealedDays;
  readonly traffic: TrafficCounts;
}

/** What is in the register of consents: no port reads it. */
export type ReadConsents = (id: RecipientId) => Promise<readonly ConsentRecord[]>;

export interface StoresUnderTest extends Stores {
  readonly consentsOf: ReadConsents;
}

export function memoryStores(tables: MemoryTables = makeMemoryTables()): StoresUnderTest {
  const choices: MatterChoices = new Map();
  return {
    messages: makeMemoryMessageLog(tables),
    deliveries: makeMemoryDeliveryLog(tables),
    attachments: makeMemoryAttachmentLog(tables),
    inbound: makeMemoryInboundLog(tables),
    contents: makeMemoryKeptContents(tables),
    holds: makeMemoryLegalHolds(),
    aliases: makeMemoryAliases(),
    gates: makeMemoryGates(tables),
    entries: makeMemoryEntries(),
    trash: makeMemoryTrash(),
    correspondence: makeMemoryCorrespondence(),
    matters: makeMemoryMatters(choices),
    mandates: makeMemoryMandates(),
    ownRecords: makeMemoryOwnRecords(tables, choices),
    exceptions: makeMemoryExceptions(),
    outages: makeMemoryOutages(tables),
    accessLog: makeMemoryAccessLog(tables),
    dataRequests: makeMemoryDataRequests(),
    erasures: makeMemoryErasures(tables),
    obstacles: makeMemoryObstacles(),
    feed: makeMemoryFeedPages(),
    consentFeed: makeMemoryConsentFeed(),
    shelf: makeMemoryLetterShelf(),
    batches: makeMemoryBatches(),
    postalGates: makeMemoryPostalGates(),
    accounts: makeMemoryPostiAccounts(),
    relayMark: makeMemoryRelayMark(),
    tenants: makeMemoryTenants(),
    ...makeMemoryRegisters(),
    programme: makeMemoryProgrammeRows(),
    tallies: makeMemoryTallies(),
    keys: makeMemoryKeyStore(),
    rotations: makeMemoryKeyRotations(),
    index: makeMemoryWorkIndex(tables),
    inventories: makeMemoryInventories(tables),
    days: makeMemorySealedDays(),
    traffic: makeMemoryTrafficCounts(),
    consentsOf: async (id) => [...(tables.consents.get(id)?.values() ?? [])],
  };
}

/** The real sealer over keys of its own, or over those of a store. */
export function testSealer(store: KeyStore = makeMemoryKeyStore(), versions?: ReadVersions): Sealer {
  return makeSealer(makeKeyRing({ store, wrapper: makeLocalWrapper(Buffer.alloc(32, 7)) }), versions);
}
