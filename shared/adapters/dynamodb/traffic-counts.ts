import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { makeQueryItems } from '#shared/adapters/dynamodb/query';
import { type Item, type Key, conditionHeld, makeReadItem } from '#shared/adapters/dynamodb/table';
import { type UpdateItem, makeUpdateItem } from '#shared/adapters/dynamodb/update';
import { type DayCounts, dayCounts } from '#shared/domain/traffic/day-counts';
import { type PaperDay, nameOfPaper, paperDay, paperNamed } from '#shared/domain/traffic/paper-day';
import { MEASURES, type ServiceMonth, serviceMonth, statuteMonth } from '#shared/domain/traffic/service-month';
import type { Book, CountedPage, TrafficCounts } from '#shared/ports/traffic-counts';

interface TrafficTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

const bookItem = z.object({ book: z.int() });
const laneItem = z.object({ page: z.int() });

/** Sorts after every text a key can go on with. */
const END = '\uffff';

/**
 * Table `traffic`: pk = kind, authority and book; sk = what is counted. Each item of counts holds, as `lane` and its number,
 * the last page of each lane that was added to it, so that adding is one conditional write and a repeat adds nothing.
 */
export function makeDynamoTrafficCounts({ client, tableName }: TrafficTable): TrafficCounts {
  const readItem = makeReadItem(client, tableName);
  const updateItem = makeUpdateItem(client, tableName);
  const queryItems = makeQueryItems(client, tableName);

  return {
    inForce: async (tenantId) => {
      const item = await readItem(bookKey({ tenantId }));
      return item ? bookItem.parse(item).book : 1;
    },
    putInForce: async (book) => raise(updateItem, bookKey(book), { name: 'book', to: book.book }),
    countedTo: async (lane) => {
      const item = await readItem(laneKey(lane));
      return item ? laneItem.parse(item).page : 0;
    },
    noteCounted: async (page) => raise(updateItem, laneKey(page), { name: 'page', to: page.page }),
    addMonth: async (page, { counts, ...of }) => {
      const key = { pk: partOf('months', page), sk: `${of.serviceId}#${of.month}#${of.group}` };
      await addOnce(updateItem, page, { key, of, numbers: counts });
    },
    addHits: async (page, { hits, ...of }) => {
      const key = { pk: partOf('statutes', page), sk: `${of.month}#${of.serviceId}#${of.statute ?? ''}` };
      await addOnce(updateItem, page, { key, of, numbers: { hits } });
    },
    addDay: async (page, { day, counts }) => {
      const key = { pk: partOf('days', page), sk: day };
      await addOnce(updateItem, page, { key, of: { day }, numbers: counts });
    },
    addPaper: async (page, { items, sheets, day, kind }) => {
      const paperKind = nameOfPaper(kind);
      const key = { pk: partOf('papers', page), sk: `${day}#${paperKind}` };
      await addOnce(updateItem, page, { key, of: { day, paperKind }, numbers: { items, sheets } });
    },
    months: async (book, { serviceId, from, to }) => {
      const [least, most] = serviceId ? [`${serviceId}#${from}`, `${serviceId}#${to}${END}`] : [' ', END];
      const found = await queryItems({ pk: partOf('months', book), between: [least, most] });
      return found
        .map(monthIn)
        .filter((each) => from <= each.month && each.month <= to && (serviceId ?? each.serviceId) === each.serviceId);
    },
    statutes: async (book, { from, to }) => {
      const found = await queryItems({ pk: partOf('statutes', book), between: [from, `${to}${END}`] });
      return found.map((item) => statuteMonth.parse({ ...item, hits: item['nHits'] }));
    },
    days: async (book, { from, to }) =>
      (await queryItems({ pk: partOf('days', book), between: [from, to] })).map(dayIn),
    papers: async (book, { from, to }) =>
      (await queryItems({ pk: partOf('papers', book), between: [from, `${to}${END}`] })).map(paperIn),
    remove: async (book) => {
      for (const kind of ['months', 'statutes', 'days', 'papers', 'lanes'] as const) {
        for (const { pk, sk } of await queryItems({ pk: partOf(kind, book) }))
          await client.send(new DeleteCommand({ TableName: tableName, Key: { pk, sk } }));
      }
    },
  };
}

function partOf(kind: 'months' | 'statutes' | 'days' | 'papers' | 'lanes', { tenantId, book }: Book): string {
  return `${kind}#${tenantId}#${book}`;
}

function bookKey({ tenantId }: Pick<Book, 'tenantId'>): Key {
  return { pk: `book#${tenantId}`, sk: 'book' };
}

function laneKey(lane: Omit<CountedPage, 'page'>): Key {
  return { pk: partOf('lanes', lane), sk: String(lane.lane).padStart(4, '0') };
}

interface Addition {
  readonly key: Key;
  /** What is counted, in words. */
  readonly of: Readonly<Record<string, string | undefined>>;
  readonly numbers: Readonly<Record<string, number | undefined>>;
}

async function addOnce(updateItem: UpdateItem, page: CountedPage, { key, of, numbers }: Addition): Promise<void> {
  const words = present({ ...of, tenantId: page.tenantId });
  const added = present(numbers);
  await conditionHeld(
    updateItem({
      key,
      set: ['#lane = :page', ...words.map((_, i) => `#w${i} = :w${i}`)],
      add: added.map((_, i) => `#n${i} :n${i}`),
      condition: 'attribute_not_exists(#lane) OR #lane < :page',
      names: {
        '#lane': `lane${page.lane}`,
        ...Object.fromEntries(words.map(([name], i) => [`#w${i}`, name])),
        ...Object.fromEntries(added.map(([name], i) => [`#n${i}`, attributeOf(name)])),
      },
      values: {
        ':page': page.page,
        ...Object.fromEntries(words.map(([, word], i) => [`:w${i}`, word])),
        ...Object.fromEntries(added.map(([, number], i) => [`:n${i}`, number])),
      },
    }),
  );
}

function present<T>(named: Readonly<Record<string, T | undefined>>): [string, T][] {
  return Object.entries(named).flatMap(([name, each]) => (each === undefined ? [] : [[name, each]]));
}

/** `nDeliveries`: no name of a measure can then be that of a lane or of a word. */
function attributeOf(measure: string): string {
  return `n${measure.charAt(0).toUpperCase()}${measure.slice(1)}`;
}

/** Sets a number that only grows. */
async function raise(updateItem: UpdateItem, key: Key, { name, to }: { name: string; to: number }): Promise<void> {
  await conditionHeld(
    updateItem({
      key,
      set: ['#name = :to'],
      condition: 'attribute_not_exists(#name) OR #name < :to',
      names: { '#name': name },
      values: { ':to': to },
    }),
  );
}

function monthIn(item: Item): ServiceMonth {
  return serviceMonth.parse({ ...item, counts: countsIn(item) });
}

function dayIn(item: Item): DayCounts {
  return dayCounts.parse({ ...item, counts: countsIn(item) });
}

function countsIn(item: Item): Record<string, unknown> {
  return Object.fromEntries(
    MEASURES.flatMap((measure) => {
      const number = item[attributeOf(measure)];
      return number === undefined ? [] : [[measure, number]];
    }),
  );
}

function paperIn(item: Item): PaperDay {
  const kind = paperNamed(String(item['paperKind']));
  return paperDay.parse({ ...item, kind, items: item['nItems'], sheets: item['nSheets'] });
}
