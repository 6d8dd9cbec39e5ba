import * as z from 'zod/mini';
import { rowId } from '#shared/domain/programme/fields';

type Schema = z.core.$ZodType;

/** A column of a file of rows: the way to its field, and what the field may be. */
export interface Column {
  readonly path: readonly (string | number)[];
  readonly forms: readonly Schema[];
}

/** Highest place in a list that a column may name. */
const LAST_PLACE = 99;

/**
 * The column a dotted path names: `names.fi`, `offerings.0.status`, `split.electronic`, `id`.
 *
 * @returns `undefined` where the register has no such field, or none that fits in a cell
 */
export function columnOf(schema: Schema, name: string): Column | undefined {
  if (name === 'id') return { path: ['id'], forms: [rowId] };
  const path: (string | number)[] = [];
  let forms = formsOf(schema);
  for (const step of name.split('.')) {
    const next = forms.flatMap((form) => stepInto(form, step));
    if (next.length === 0) return undefined;
    path.push(forms.some((form) => form instanceof z.core.$ZodArray) ? Number(step) : step);
    forms = next.flatMap(formsOf);
  }
  return forms.every(fitsInCell) ? { path, forms } : undefined;
}

/**
 * What a cell says in its column. What does not fit stays the text it is, so that the register's own rule refuses it.
 * Lists are separated by `|`.
 */
export function cellValue(forms: readonly Schema[], cell: string): unknown {
  const list = forms.find((form) => form instanceof z.core.$ZodArray);
  if (list && !forms.some((form) => isLiteral(form, cell))) {
    const items = formsOf(list._zod.def.element);
    return cell.split('|').map((item) => cellValue(items, item.trim()));
  }
  if (isNumber(forms) && /^-?\d{1,15}(\.\d{1,9})?$/.test(cell)) return Number(cell);
  if (cell === 'true' || cell === 'false') return forms.some(isBoolean) ? cell === 'true' : cell;
  return cell;
}

/** Whether the column holds numbers, which may begin with a minus. */
export function isNumber(forms: readonly Schema[]): boolean {
  return forms.some((form) => form instanceof z.core.$ZodNumber);
}

function isBoolean(form: Schema): boolean {
  return form instanceof z.core.$ZodBoolean;
}

function isLiteral(form: Schema, cell: string): boolean {
  return form instanceof z.core.$ZodLiteral && form._zod.def.values.includes(cell);
}

/** What a field may be once it is there. */
function formsOf(schema: Schema): readonly Schema[] {
  if (schema instanceof z.core.$ZodOptional) return formsOf(schema._zod.def.innerType);
  if (schema instanceof z.core.$ZodDefault) return formsOf(schema._zod.def.innerType);
  if (schema instanceof z.core.$ZodUnion) return schema._zod.def.options.flatMap(formsOf);
  return [schema];
}

function stepInto(form: Schema, step: string): readonly Schema[] {
  if (form instanceof z.core.$ZodObject) return Object.hasOwn(form._zod.def.shape, step) ? inShape(form, step) : [];
  if (form instanceof z.core.$ZodRecord) return keyFits(form, step) ? [form._zod.def.valueType] : [];
  if (form instanceof z.core.$ZodArray)
    return /^\d{1,2}$/.test(step) && Number(step) <= LAST_PLACE ? [form._zod.def.element] : [];
  return [];
}

function inShape(form: z.core.$ZodObject, step: string): readonly Schema[] {
  const field = form._zod.def.shape[step];
  return field ? [field] : [];
}

function keyFits(form: z.core.$ZodRecord, key: string): boolean {
  return z.safeParse(form._zod.def.keyType, key).success;
}

function fitsInCell(form: Schema): boolean {
  if (form instanceof z.core.$ZodArray) return formsOf(form._zod.def.element).every(fitsInCell);
  return !(form instanceof z.core.$ZodObject || form instanceof z.core.$ZodRecord);
}
