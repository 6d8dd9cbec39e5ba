import type { Answer } from '#functions/_shell/http';
import { fingerprint } from '#shared/adapters/crypto/sha256';
import { MAILBOX } from '#shared/contracts/pages/mailbox';
import { STYLESHEET } from '#web/style/stylesheet';

/** Name of the stylesheet: another content has another name, so it may be kept for ever. */
export const STYLE_FILE = `${fingerprint(STYLESHEET).slice(0, 16)}.css`;

/** Where the pages stand, and what they lead to. */
export interface PagesPlace {
  /** Path of the pages as a browser asks for them, `/mailbox` or `/live/mailbox`. */
  readonly base: string;
  readonly feedback: string;
}

/** @param link address of the pages as people reach them */
export function placeOf({
  MAILBOX_LINK,
  FEEDBACK_LINK,
}: {
  readonly MAILBOX_LINK: string;
  readonly FEEDBACK_LINK: string;
}): PagesPlace {
  return { base: new URL(MAILBOX_LINK).pathname, feedback: FEEDBACK_LINK };
}

interface PageParts {
  readonly status?: number;
  /** Value of `set-cookie`. */
  readonly cookie?: string;
  /** Origin of another place that a form of the page may end at. */
  readonly leadsTo?: string;
}

/** A page is never kept, sets no other page in a frame and runs nothing: it has its stylesheet and forms to its own host. */
export function pageAnswer(page: string, { status = 200, cookie, leadsTo }: PageParts = {}): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyWith(leadsTo),
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      ...(cookie === undefined ? {} : { 'set-cookie': cookie }),
    },
    text: page,
  };
}

function policyWith(leadsTo: string | undefined): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    leadsTo === undefined ? "form-action 'self'" : `form-action 'self' ${leadsTo}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** After a form: the page to look at (RFC 9110, 15.4.4), so that reloading it sends nothing again. */
export function seeOther(address: string, cookie?: string): Answer {
  return { status: 303, headers: { location: address, ...(cookie === undefined ? {} : { 'set-cookie': cookie }) } };
}

export function styleAnswer(): Answer {
  const headers = { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' };
  return { status: 200, headers, text: STYLESHEET };
}

/** Path of the stylesheet below the pages' own. */
export const STYLE_PATH = `/style/${STYLE_FILE}`;

/** A route's path below the pages' own, `/messages/5`. */
export function pathBelow(resource: string, params: Readonly<Record<string, string | undefined>>): string {
  const filled = resource.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return filled.startsWith(MAILBOX) ? filled.slice(MAILBOX.length) : '';
}
