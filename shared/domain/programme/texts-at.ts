/** A text in a row and the dotted path of the field that holds it. */
export interface TextAt {
  readonly field: string;
  readonly text: string;
}

/** Every text at a path; a step into a list goes into each of its items: `offerings.serviceId`. */
export function textsAt(row: unknown, path: string): TextAt[] {
  return within(row, path.split('.'), '');
}

function within(value: unknown, steps: readonly string[], field: string): TextAt[] {
  if (Array.isArray(value)) return value.flatMap((each, i) => within(each, steps, joined(field, String(i))));
  const [step, ...rest] = steps;
  if (step === undefined) return typeof value === 'string' ? [{ field, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return within(Reflect.get(value, step), rest, joined(field, step));
}

function joined(field: string, step: string): string {
  return field === '' ? step : `${field}.${step}`;
}
