/** What an OpenAPI document says, one line for each thing: `POST /v1/token 200 application/json expires_in type` is `integer`. */
export type Said = ReadonlyMap<string, string>;

type Members = Readonly<Record<string, unknown>>;
type Line = readonly [about: string, says: string];

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
/** Keywords of a schema that bind a client or a server. */
const KEYWORDS = [
  'type',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
] as const;

/** Everything the operations of these paths say of requests and answers; words for people are left out. */
export function saidBy(document: unknown, isServed: (path: string) => boolean): Said {
  const root = members(document);
  const lines = Object.entries(members(root['paths']))
    .filter(([path]) => isServed(path))
    .flatMap(([path, item]) =>
      Object.entries(members(item))
        .filter(([method]) => METHODS.includes(method))
        .flatMap(([method, each]) => operationLines(reader(root), `${method.toUpperCase()} ${path}`, each)),
    );
  return new Map(lines);
}

/**
 * Lines in which two documents differ, `about: theirs | ours`, with a dash for what one does not say. What stands inside a
 * thing that only one of them has is not told again.
 */
export function differencesBetween(theirs: Said, ours: Said): string[] {
  const differing = [...new Set([...theirs.keys(), ...ours.keys()])].filter(
    (about) => theirs.get(about) !== ours.get(about),
  );
  const oneSided = differing.filter((about) => theirs.has(about) !== ours.has(about));
  const isToldAlready = (about: string) =>
    oneSided.some((outer) => about.startsWith(outer) && /^[ .[<]/.test(about.slice(outer.length)));
  return differing
    .filter((about) => !isToldAlready(about))
    .map((about) => `${about}: ${theirs.get(about) ?? '–'} | ${ours.get(about) ?? '–'}`);
}

interface Reader {
  /** What a value stands for, where it is a reference. */
  readonly follow: (value: unknown) => Members;
}

function reader(root: Members): Reader {
  const follow = (value: unknown): Members => {
    const reference = members(value)['$ref'];
    if (typeof reference !== 'string') return members(value);
    const steps = reference.replace(/^#\//, '').split('/');
    return follow(steps.reduce<unknown>((at, step) => members(at)[step], root));
  };
  return { follow };
}

function operationLines({ follow }: Reader, call: string, value: unknown): Line[] {
  const operation = follow(value);
  const request = follow(operation['requestBody']);
  return [
    [call, 'served'],
    ...listed(operation['parameters']).flatMap((each) => parameterLines({ follow }, call, follow(each))),
    ...contentLines({ follow }, `${call} request`, request['content']),
    ...(request['required'] === true ? [[`${call} request required`, 'true'] as const] : []),
    ...Object.entries(members(operation['responses'])).flatMap(([status, response]): Line[] => [
      [`${call} ${status}`, 'answered'],
      ...contentLines({ follow }, `${call} ${status}`, follow(response)['content']),
    ]),
  ];
}

function parameterLines(read: Reader, call: string, parameter: Members): Line[] {
  const about = `${call} ${word(parameter['in'])} ${word(parameter['name'])}`;
  return [
    [about, 'taken'],
    [`${about} required`, String(parameter['required'] === true)],
    ...schemaLines(read, about, parameter['schema']),
  ];
}

function contentLines(read: Reader, about: string, content: unknown): Line[] {
  return Object.entries(members(content)).flatMap(([mediaType, each]): Line[] => [
    [`${about} ${mediaType}`, 'carried'],
    ...schemaLines(read, `${about} ${mediaType}`, members(each)['schema']),
  ]);
}

function schemaLines(read: Reader, about: string, value: unknown): Line[] {
  const schema = read.follow(value);
  const choices = [...listed(schema['oneOf']), ...listed(schema['anyOf'])];
  if (choices.length > 0) return choices.flatMap((each) => schemaLines(read, `${about} <${tagOf(read, each)}>`, each));
  return [
    ...KEYWORDS.flatMap((keyword): Line[] =>
      schema[keyword] === undefined ? [] : [[`${about} ${keyword}`, word(schema[keyword])]],
    ),
    ...wordLines(about, schema),
    ...propertyLines(read, about, schema),
    ...(schema['items'] === undefined ? [] : schemaLines(read, `${about}[]`, schema['items'])),
  ];
}

/** A constant is a choice of one. */
function wordLines(about: string, schema: Members): Line[] {
  const words = schema['const'] === undefined ? listed(schema['enum']) : [schema['const']];
  return words.length === 0 ? [] : [[`${about} enum`, words.map(word).sort().join(' / ')]];
}

function propertyLines(read: Reader, about: string, schema: Members): Line[] {
  const required = listed(schema['required']);
  return Object.entries(members(schema['properties'])).flatMap(([name, each]): Line[] => [
    [`${about}.${name}`, required.includes(name) ? 'required' : 'optional'],
    ...schemaLines(read, `${about}.${name}`, each),
  ]);
}

/** What tells one form of a choice from the others: the word of its `type`. */
function tagOf(read: Reader, value: unknown): string {
  const type = read.follow(members(read.follow(value)['properties'])['type']);
  return word(type['const'] ?? listed(type['enum'])[0]);
}

function members(value: unknown): Members {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
