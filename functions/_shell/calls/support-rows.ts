import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import type { Answer, HttpRequest } from '#functions/_shell/http';
import { ignoredIn, refused } from '#functions/_shell/calls/registers';
import { versionSeen } from '#functions/_shell/if-match';
import { problemAnswer } from '#functions/_shell/refusals';
import { putProvider, showProvider } from '#shared/contracts/support/providers';
import { REGISTER_CALLS } from '#shared/contracts/support/registers';
import { SUPPORT_KINDS, type SupportKind } from '#shared/domain/digital-support/kinds';
import { maySupport } from '#shared/domain/digital-support/roles';
import { rowId } from '#shared/domain/programme/fields';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import type { RowPage } from '#shared/ports/programme-rows';
import type { Row } from '#shared/domain/programme/row';
import type { KnownDirectory, SupportPorts } from '#shared/flow/digital-support/find-support';
import { versionFollowed } from '#shared/flow/programme/registers';

export interface SupportCallers {
  readonly programme: Authenticate<ProgrammeRole>;
  readonly anybody: Authenticate<undefined>;
}

interface Entry {
  readonly kind: SupportKind;
  readonly id: string;
  readonly fields: object;
  readonly request: HttpRequest;
}

/** Rows of the registers of digital support, one by one. */
export function supportRowCalls(
  ports: SupportPorts,
  { programme, anybody }: SupportCallers,
  directory: KnownDirectory,
): Bound[] {
  const { rows } = ports;
  const put = makePut(ports, directory);
  return [
    bind(showProvider, anybody, async ({ params: { id }, request }) => {
      const row = await rows.read('providers', id);
      return row && !SUPPORT_KINDS.providers.parse(row).closed ? shown(row) : problemAnswer(request, 'not-found');
    }),
    bind(putProvider, programme, async ({ params: { id }, body, request }, role) =>
      maySupport(role, 'providers').write
        ? put({ kind: 'providers', id, fields: body, request })
        : problemAnswer(request, 'role-missing'),
    ),
    ...REGISTER_CALLS.flatMap(({ kind, ...calls }) => [
      bind(calls.list, programme, async ({ query, request }, role) =>
        maySupport(role, kind).read
          ? { status: 200, json: paged(await rows.list(kind, query.after)) }
          : problemAnswer(request, 'role-missing'),
      ),
      bind(calls.show, programme, async ({ params: { id }, request }, role) => {
        if (!maySupport(role, kind).read) return problemAnswer(request, 'role-missing');
        const row = await rows.read(kind, id);
        return row ? shown(row) : problemAnswer(request, 'not-found');
      }),
      bind(calls.put, programme, async ({ params: { id }, body, request }, role) =>
        maySupport(role, kind).write
          ? put({ kind, id, fields: body, request })
          : problemAnswer(request, 'role-missing'),
      ),
    ]),
  ];
}

function makePut({ rows, clock }: SupportPorts, directory: KnownDirectory) {
  return async ({ kind, id, fields, request }: Entry): Promise<Answer> => {
    if (!rowId.safeParse(id).success) return idRefused(request);
    const follows = versionFollowed(await rows.read(kind, id), versionSeen(request.headers['if-match']));
    if (!follows.ok) return refused(request, follows.refusal);
    const put = await rows.put({ kind, id, fields }, { at: clock(), follows: follows.value });
    if (!put.ok) return problemAnswer(request, 'row-stale');
    directory.forget();
    const { version } = put.value;
    const json = { ...put.value, ignored: ignoredIn(request, fields) };
    return { ...shown(put.value), status: version === 1 ? 201 : 200, json };
  };
}

export function paged({ rows, next }: RowPage) {
  return { items: rows, next };
}

function shown(row: Row): Answer {
  return { status: 200, headers: { etag: `"${row.version}"` }, json: row };
}

/** The value is not repeated: it may be somebody's code. */
function idRefused(request: HttpRequest): Answer {
  const rule = 'must be 1 to 64 letters, digits, dots, dashes or underscores, and no personal identity code';
  return problemAnswer(request, 'body-invalid', { fields: [{ field: 'id', rule }] });
}
