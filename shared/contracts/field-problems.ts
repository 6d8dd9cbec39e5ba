import type * as z from 'zod/mini';
import type { FieldProblem } from '#shared/domain/message/field-problem';

/** Most problems told of one body. */
const MOST = 50;

/**
 * Turns what a schema found into problems that name the field and the rule, and never the value.
 *
 * @param body what was parsed: tells a field that is missing from one of a wrong type
 */
export function fieldProblems(error: z.core.$ZodError, body: unknown): FieldProblem[] {
  return error.issues.slice(0, MOST).flatMap((issue) => problemsOf(issue, body));
}

function problemsOf(issue: z.core.$ZodIssue, body: unknown): FieldProblem[] {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: joined(field, key), rule: 'is not a known field' }));
  return [{ field, rule: ruleOf(issue, body) }];
}

function ruleOf(issue: z.core.$ZodIssue, body: unknown): string {
  const missing = valueAt(body, issue.path) === undefined;
  return missing && ABOUT_PRESENCE.includes(issue.code) ? 'is required' : brokenRule(issue);
}

/** Issues that a missing field can raise. */
const ABOUT_PRESENCE: readonly string[] = ['invalid_type', 'invalid_value', 'invalid_union'];

function brokenRule(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${articled(issue.expected)}`;
    case 'too_small':
      return sizeRule('at least', issue.minimum, issue);
    case 'too_big':
      return sizeRule('at most', issue.maximum, issue);
    case 'invalid_value':
      return `must be one of ${issue.values
        .slice(0, MOST_VALUES)
        .map((value) => JSON.stringify(value))
        .join(', ')}`;
    case 'invalid_format':
      return issue.format === 'regex'
        ? `must match the pattern ${issue.pattern ?? ''}`
        : `must have the form of ${articled(issue.format)}`;
    case 'invalid_union':
      return 'has none of the allowed forms';
    default:
      return UNTOLD.includes(issue.message) ? 'is not valid' : issue.message;
  }
}

/** Allowed values that are listed. */
const MOST_VALUES = 12;

/** What a schema says when it has nothing to say. */
const UNTOLD = ['', 'Invalid input'];

interface Sized {
  readonly origin: string;
  readonly exact?: boolean;
  /** Whether the limit itself is allowed. @default true */
  readonly inclusive?: boolean;
}

const EXCLUSIVE = { 'at least': 'more than', 'at most': 'less than' } as const;

function sizeRule(
  bound: 'at least' | 'at most',
  limit: number | bigint,
  { origin, exact, inclusive = true }: Sized,
): string {
  const words = inclusive ? bound : EXCLUSIVE[bound];
  const count = `${exact === true ? 'exactly' : words} ${limit}`;
  if (origin === 'string') return `must have ${count} characters`;
  return origin === 'array' ? `must have ${count} items` : `must be ${count}`;
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    body,
  );
}

function articled(noun: string): string {
  return /^[aeio]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
