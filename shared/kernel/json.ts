import { ok, refuse, type Result } from '#shared/kernel/result';

export interface JsonRefused {
  readonly kind: 'json-refused';
  /** Which rule the text breaks, for people. */
  readonly rule: string;
}

interface Limits {
  /** Deepest nesting of objects and arrays that is read. */
  readonly depth: number;
}

/** Stands for bytes that are no character. */
const UNREADABLE = '\uFFFD';

const DEFAULT_LIMITS: Limits = { depth: 20 };

/**
 * Reads JSON (RFC 8259) from a stranger: on top of `JSON.parse` it refuses what two readers could understand
 * differently or what no field of ours can hold: a name twice in one object, nesting deeper than `limits.depth`, NUL and
 * lone surrogates in strings, and U+FFFD, which every reader of bytes puts where they were no UTF-8 (one that is meant
 * can be written `\\ufffd`).
 *
 * @returns the value, or `json-refused` with the rule in words
 */
export function parseJson(text: string, limits: Limits = DEFAULT_LIMITS): Result<unknown, JsonRefused> {
  if (text.includes(UNREADABLE)) return refuse({ kind: 'json-refused', rule: 'the body must be UTF-8' });
  const shape = checkShape(text, limits.depth);
  if (shape !== undefined) return refuse({ kind: 'json-refused', rule: shape });
  try {
    const value: unknown = JSON.parse(text);
    const wrong = firstWrongString(value);
    return wrong === undefined ? ok(value) : refuse({ kind: 'json-refused', rule: wrong });
  } catch {
    return refuse({ kind: 'json-refused', rule: 'the body is not valid JSON' });
  }
}

/**
 * One pass over the text that knows only strings, braces and colons. Text that is not JSON may pass: `JSON.parse`
 * comes after it.
 */
function checkShape(text: string, depth: number): string | undefined {
  const open: Opened[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? '';
    if (c === '"') {
      const end = endOfString(text, i);
      const repeated = isName(text, end) ? repeatedName(open.at(-1), text.slice(i, end)) : undefined;
      if (repeated !== undefined) return repeated;
      i = end - 1;
    } else if (OPENING.includes(c)) {
      if (open.length === depth) return `the body is nested deeper than ${depth} levels`;
      open.push(c === '{' ? new Set() : undefined);
    } else if (CLOSING.includes(c)) {
      open.pop();
    }
  }
  return undefined;
}

/** Names seen in an object that is still open; an array has none. */
type Opened = Set<string> | undefined;

const OPENING = ['{', '['];
const CLOSING = ['}', ']'];

function repeatedName(names: Opened, quoted: string): string | undefined {
  const name = nameIn(quoted);
  if (names?.has(name) === true) return `the name ${JSON.stringify(name.slice(0, 64))} stands twice in one object`;
  names?.add(name);
  return undefined;
}

/** @returns the index after the closing quote */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i + 1;
}

function isName(text: string, afterString: number): boolean {
  let i = afterString;
  while (text[i] === ' ' || text[i] === '\n' || text[i] === '\r' || text[i] === '\t') i += 1;
  return text[i] === ':';
}

function nameIn(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}

function firstWrongString(value: unknown): string | undefined {
  if (typeof value === 'string') return wrongIn(value);
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const wrong = wrongIn(name) ?? firstWrongString(member);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function wrongIn(text: string): string | undefined {
  if (text.includes('\u0000')) return 'a string holds the character U+0000';
  return text.isWellFormed() ? undefined : 'a string holds a lone surrogate';
}
