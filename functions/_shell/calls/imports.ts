import type { Answer, HttpRequest } from '#functions/_shell/http';
import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import { problemAnswer } from '#functions/_shell/refusals';
import { IMPORT_MEDIA_TYPES, MAX_IMPORT_BYTES, importRows } from '#shared/contracts/programme/imports';
import { languageOf, problem } from '#shared/contracts/problems';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import {
  type ImportPorts,
  type ImportResult,
  type ImportSource,
  type Registers,
  makeImportRows,
} from '#shared/flow/programme/import-rows';
import { type Result, ok, refuse } from '#shared/kernel/result';

/** Many rows of the programme at once. */
export function importCalls(ports: ImportPorts, registers: Registers, caller: Authenticate<ProgrammeRole>): Bound[] {
  const enter = makeImportRows(ports, registers);
  return [
    bind(importRows, caller, async ({ query: { dryRun, kind }, request }, role) => {
      const source = sourceIn(request, kind);
      if (!source.ok) return source.refusal.answer;
      const result = await enter({ source: source.value, role, dryRun: dryRun === 'true' });
      return importAnswer(request, result, dryRun === 'true');
    }),
  ];
}

/** A dry run tells errors as what it was asked for; otherwise they are a problem. */
export function importAnswer(request: HttpRequest, result: Pick<ImportResult, 'errors'>, dryRun: boolean): Answer {
  if (dryRun || result.errors.length === 0) return { status: 200, json: result };
  const refused = problem('import-refused', languageOf(request.headers['accept-language']));
  const headers = { 'content-type': 'application/problem+json' };
  return { status: refused.status, headers, json: { ...refused, ...result } };
}

interface SourceRefused {
  readonly kind: 'source-refused';
  readonly answer: Answer;
}

/** What a request brings: JSON unless it says that it is CSV. */
export function sourceIn(request: HttpRequest, kind: string | undefined): Result<ImportSource, SourceRefused> {
  const wrong = (answer: Answer) => refuse({ kind: 'source-refused', answer });
  const text = request.body ?? '';
  const [mediaType = '', ...parameters] = (request.headers['content-type'] ?? 'application/json')
    .toLowerCase()
    .split(';');
  const form = IMPORT_MEDIA_TYPES.find((known) => known === mediaType.trim());
  if (!form || !parameters.every(isReadable))
    return wrong(problemAnswer(request, 'type-refused', { detail: READABLE }));
  if (Buffer.byteLength(text) > MAX_IMPORT_BYTES) return wrong(problemAnswer(request, 'too-large', { detail: SPLIT }));
  if (form === 'application/json') return ok({ form: 'json', text });
  const fields = [{ field: 'kind', rule: 'is required with CSV: the register whose rows the file holds' }];
  return kind === undefined
    ? wrong(problemAnswer(request, 'body-invalid', { fields }))
    : ok({ form: 'csv', text, kind });
}

const READABLE = `must be ${IMPORT_MEDIA_TYPES.join(' or ')} in UTF-8`;
const SPLIT = `an import may have at most ${MAX_IMPORT_BYTES} bytes: split it into several`;

/** Whether a parameter of the media type leaves the text readable: no other charset than UTF-8. */
function isReadable(parameter: string): boolean {
  const [name = '', value = ''] = parameter.trim().split('=');
  return name !== 'charset' || /^"?(utf-?8|us-ascii)"?$/.test(value);
}
