import * as z from 'zod/mini';
import { type Operation, type Response, nothing, operation } from '#shared/contracts/http/operation';

/** A page answers pages, also where it refuses: `text/html` for people. */
function pageResponse(description: string): Response {
  return { description, schema: z.string(), mediaType: 'text/html' };
}

/** Language of the page, `fi`, `sv` or `en`; what else stands there is no wish. */
const lang = { lang: z.optional(z.string()) };

/** Names a call of the pages: what it does, in words, is its summary. */
interface PageCall {
  readonly operationId: string;
  /** With a parameter for each name in braces. */
  readonly path: string;
  readonly summary: string;
}

const NOT_SIGNED_IN = { 401: pageResponse('Nobody is signed in, or not any more: the way to sign in.') };
const NOT_FOUND = { 404: pageResponse('There is none, or it is somebody else’s.') };
const FAULT = { 502: pageResponse('A temporary fault.') };
const NO_POWER = { 403: pageResponse('There is no power to act for the party any more, or the form is not ours.') };

function paramsOf(path: string) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return names.length === 0 ? nothing : z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
}

/** A page that is looked at. */
export function lookedAt({
  query = {},
  ...call
}: PageCall & { readonly query?: Readonly<Record<string, z.ZodMiniType>> }): Operation {
  return operation({
    ...call,
    front: 'pages',
    caller: 'visitor',
    method: 'GET',
    params: paramsOf(call.path),
    query: z.object({ ...lang, ...query }),
    body: nothing,
    responses: { 200: pageResponse('The page.'), ...NOT_SIGNED_IN, ...NO_POWER, ...NOT_FOUND, ...FAULT },
  });
}

interface SentCall extends PageCall {
  /** @default false */
  readonly files?: boolean;
  /** What it answers with. @default the page to look at next */
  readonly answer?: Response;
}

/** A form that is sent; what it did stands on the page it leads to. */
export function sent({ files = false, answer, ...call }: SentCall): Operation {
  return operation({
    ...call,
    front: 'pages',
    caller: 'visitor',
    method: 'POST',
    params: paramsOf(call.path),
    query: nothing,
    body: nothing,
    textBody: files ? FORM_WITH_FILES : FORM,
    responses: {
      ...(answer ? { 200: answer } : DONE),
      400: pageResponse('The form again, with what is wrong in it: nothing was changed.'),
      ...NOT_SIGNED_IN,
      ...NO_POWER,
      ...NOT_FOUND,
      412: pageResponse('It has changed since the form was shown: nothing was changed.'),
      ...FAULT,
    },
  });
}

const DONE = { 303: { description: 'Done; the page to look at next.' } };

const FORM = {
  mediaTypes: ['application/x-www-form-urlencoded'],
  description: 'The fields of the form, with its `token`.',
} as const;

/** A browser sends a form as one or the other, by what the page says. */
const FORM_WITH_FILES = {
  mediaTypes: [...FORM.mediaTypes, 'multipart/form-data'],
  description: 'The fields of the form, with its `token`, and its `files`.',
} as const;

/** A page for anybody. */
export function forAnybody(call: PageCall, found: Readonly<Record<number, Response>>): Operation {
  return operation({
    ...call,
    front: 'pages',
    caller: 'anybody',
    method: 'GET',
    params: paramsOf(call.path),
    query: z.object({ ...lang, to: z.optional(z.string()) }),
    body: nothing,
    responses: { ...found, ...FAULT },
  });
}

/** The way back from signing in. */
export function wayBack(call: PageCall, query: Readonly<Record<string, z.ZodMiniType>>): Operation {
  const looked = lookedAt({ ...call, query });
  return {
    ...looked,
    responses: { 303: { description: 'Signed in; the page to look at.' }, ...NOT_SIGNED_IN, ...FAULT },
  };
}

export const PAGE = { 200: pageResponse('The page.') };
