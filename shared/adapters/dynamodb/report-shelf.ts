import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { makeWriteTogether } from '#shared/adapters/dynamodb/write-together';
import { type Report, report as reportSchema } from '#shared/domain/programme/report';
import { audiencesOf } from '#shared/domain/report-calendar/audience';
import { canonicalJson } from '#shared/kernel/digest';
import type { DocumentStore } from '#shared/ports/document-store';
import { type ReportShelf, type ShelfQuery, type ShelvedReport, newestOf, placeOf } from '#shared/ports/report-shelf';

const { id, kind, period, createdAt, receivers, title } = reportSchema.shape;
const shelved = z.object({ id, kind, period, createdAt, receivers, title });
const kept = z.extend(shelved, { documentKey: z.string() });

const PAGE = 100;

interface ShelfPlaces {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly documents: DocumentStore;
  /** SHA-256 as 43 characters of base64url. */
  readonly fingerprint: (text: string) => string;
}

/**
 * Table `programme`: pk = `report#` and the id, sk = `report` says which document under `reports/` the report is; pk =
 * `reports#`, an audience and a kind, sk = moment and id is its place in lists. The document goes first, under a name of
 * its contents; the item is put once, so whichever run puts it has made the report; the places follow from it.
 */
export function makeDynamoReportShelf(places: ShelfPlaces): ReportShelf {
  const { client, tableName, documents, fingerprint } = places;
  const readItem = makeReadItem(client, tableName);
  const writeTogether = makeWriteTogether(client, tableName);
  const find = async (reportId: string) => {
    const item = await readItem(keyOf(reportId));
    return item && kept.parse(item);
  };
  const put = async (Item: Record<string, unknown>, ConditionExpression?: string) =>
    client.send(new PutCommand({ TableName: tableName, Item, ConditionExpression }));
  const read = async (reportId: string) => {
    const found = await find(reportId);
    return found && bodyOf(documents, found.documentKey);
  };

  return {
    find: async (reportId) => {
      const found = await find(reportId);
      return found && shelved.parse(found);
    },

    read,

    keep: async (report) => {
      const text = canonicalJson(report);
      const documentKey = `reports/${report.id}/${fingerprint(text)}.json`;
      await documents.put(documentKey, { bytes: new TextEncoder().encode(text), mediaType: 'application/json' });
      const item = { ...keyOf(report.id), ...shelved.parse(report), documentKey };
      const isFirst = await conditionHeld(put(item, 'attribute_not_exists(pk)'));
      const standing = isFirst ? report : await read(report.id);
      if (!standing) throw new Error('a report that was kept can not be read');
      const entry = { sk: placeOf(standing), ...shelved.parse(standing) };
      const parts = audiencesOf(standing.receivers).map((audience) => partOf(audience, standing.kind));
      await writeTogether([...new Set(parts)].map((pk) => ({ put: { pk, ...entry } })));
      return standing;
    },

    list: async (query) => {
      const parts = query.audiences.flatMap((audience) => query.kinds.map((each) => partOf(audience, each)));
      const found = await Promise.all(parts.map((part) => newestIn(places, part, query)));
      return newestOf(found.flat(), query.limit);
    },
  };
}

async function newestIn(
  { client, tableName }: ShelfPlaces,
  part: string,
  { period: wanted, after, limit }: ShelfQuery,
): Promise<ShelvedReport[]> {
  const query = {
    TableName: tableName,
    ConsistentRead: true,
    ScanIndexForward: false,
    KeyConditionExpression: `pk = :part${after === undefined ? '' : ' AND sk < :after'}`,
    ExpressionAttributeValues: { ':part': part, ...(after === undefined ? {} : { ':after': after }) },
  };
  const found: ShelvedReport[] = [];
  for await (const { Items = [] } of paginateQuery({ client, pageSize: PAGE }, query)) {
    const entries = Items.map((item) => shelved.parse(item));
    found.push(...entries.filter((each) => wanted === undefined || each.period === wanted));
    if (found.length >= limit) break;
  }
  return found;
}

async function bodyOf(documents: DocumentStore, documentKey: string): Promise<Report> {
  const document = await documents.read(documentKey);
  if (!document) throw new Error('the document of a report is missing');
  return reportSchema.parse(JSON.parse(new TextDecoder().decode(document.bytes)));
}

function keyOf(reportId: string) {
  return { pk: `report#${reportId}`, sk: 'report' };
}

function partOf(audience: string, ofKind: string): string {
  return `reports#${audience}#${ofKind}`;
}
