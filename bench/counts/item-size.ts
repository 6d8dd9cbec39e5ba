import * as z from 'zod/mini';

/** An attribute as it stands on the wire: its type and its value. */
export type Attribute = Readonly<Record<string, unknown>>;
export type StoredItem = Readonly<Record<string, Attribute>>;

const KILOBYTE = 1024;

/** Write units of one table for a write that found `before` and leaves `after`: the larger of the two, at least one. */
export function writeUnits(before: StoredItem | undefined, after: StoredItem | undefined): number {
  return Math.max(1, ...[before, after].map((item) => (item ? Math.ceil(sizeOf(item) / KILOBYTE) : 0)));
}

/** Attributes an index is sorted into. */
export interface IndexKeys {
  readonly partitionKey: string;
  readonly sortKey: string;
}

/**
 * Write units of one index that holds keys only: one for an entry that comes or goes, two for one that moves, none for
 * one that stays where it is.
 */
export function indexUnits(
  { partitionKey, sortKey }: IndexKeys,
  before: StoredItem | undefined,
  after: StoredItem | undefined,
): number {
  const [was, is] = [before, after].map((item) => entryOf(item, ['pk', 'sk', partitionKey, sortKey]));
  if (JSON.stringify(was) === JSON.stringify(is)) return 0;
  return [was, is].reduce((sum, entry) => sum + (entry ? writeUnits(undefined, entry) : 0), 0);
}

function entryOf(item: StoredItem | undefined, names: readonly string[]): StoredItem | undefined {
  const found = names.map((name) => [name, item?.[name]] as const);
  return found.some(([, value]) => value === undefined)
    ? undefined
    : Object.fromEntries(found.map(([name, value = {}]) => [name, value]));
}

/**
 * Bytes of an item by the store's own rules: names and values, three for a list or map, one for each thing in it.
 *
 * @see docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function sizeOf(item: StoredItem): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + bytesOf(name) + attributeSize(value), 0);
}

const attribute = z.record(z.string(), z.unknown());
const text = z.string();
const texts = z.array(text);
const list = z.array(attribute);
const map = z.record(z.string(), attribute);

function attributeSize(value: Attribute): number {
  const [[type, raw] = ['', undefined]] = Object.entries(value);
  switch (type) {
    case 'S':
      return bytesOf(text.parse(raw));
    case 'N':
      return numberSize(text.parse(raw));
    case 'B':
      return Buffer.from(text.parse(raw), 'base64').length;
    case 'BOOL':
    case 'NULL':
      return 1;
    case 'SS':
      return texts.parse(raw).reduce((sum, each) => sum + bytesOf(each), 0);
    case 'L':
      return list.parse(raw).reduce((sum, each) => sum + 1 + attributeSize(each), 3);
    case 'M': {
      const inside = map.parse(raw);
      return 3 + Object.keys(inside).length + sizeOf(inside);
    }
    default:
      throw new Error(`no size is known for an attribute of type ${type}`);
  }
}

/** A byte for two significant digits, which stand in pairs around the decimal point, and one more. */
function numberSize(written: string): number {
  const [mantissa = '', exponent = '0'] = Number(written).toExponential().split('e');
  const digits = mantissa.replace(/\D/g, '').length;
  if (Number(written) === 0) return 1;
  const pairs = Math.ceil(digits / 2) + (digits % 2 === 0 && Number(exponent) % 2 === 0 ? 1 : 0);
  return 1 + pairs + (written.startsWith('-') ? 1 : 0);
}

function bytesOf(written: string): number {
  return Buffer.byteLength(written);
}
