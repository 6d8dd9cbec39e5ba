import { createHmac, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { formOfId } from '#shared/domain/message/identity-code';
import type { Power } from '#shared/domain/message/power';
import { type Clock, type Instant, instantAt } from '#shared/kernel/time';
import { type PowerRegister, PowersUnknown } from '#shared/ports/powers';

/** What of `fetch` is used. */
type Ask = (
  address: string,
  init: { readonly signal: AbortSignal; readonly headers: Readonly<Record<string, string>> },
) => Promise<{ readonly status: number; json(): Promise<unknown> }>;

interface ValtuudetOptions {
  /** Address without a path, `https://asiointivaltuustarkistus.suomi.fi`. */
  readonly base: string;
  /** Client id of the REST API, as the register gives it to an organisation. */
  readonly clientId: string;
  /** Its key, opened when it is needed. */
  readonly apiKey: () => Promise<string>;
  /** Issue code of the mandate asked for, as the register's code list has it. */
  readonly issue: string;
  readonly ask: Ask;
  readonly clock: Clock;
}

/** Milliseconds the register may take: a person waits. */
const PATIENCE = 5_000;

const answer = z.object({ result: z.enum(['ALLOWED', 'DISALLOWED']) });

/**
 * The system-level REST API of Suomi.fi e-Authorizations: whether one person may act for another in one matter, yes or no
 * (domain.md 2.9). It can not be asked who may, nor of organisations: their roles need the person's own session there.
 * Anything but a clear answer is thrown as `PowersUnknown`, without the address, since that holds both codes.
 *
 * @see REQ-119; 571/2016 § 5
 */
export function makeValtuudet(options: ValtuudetOptions): PowerRegister {
  return {
    between: async (holder, principal) => {
      if (formOfId(holder) !== 'PERSON' || formOfId(principal) !== 'PERSON') return [];
      const requestId = randomUUID();
      return (await isAllowed(options, { holder, principal, requestId })) ? [powerBy(options.issue, requestId)] : [];
    },
    holdersFor: async () => [],
    principalsOf: async () => ({ known: [], complete: false }),
  };
}

interface Question {
  readonly holder: string;
  readonly principal: string;
  readonly requestId: string;
}

async function isAllowed(
  { base, clientId, apiKey, issue, ask, clock }: ValtuudetOptions,
  { holder, principal, requestId }: Question,
): Promise<boolean> {
  const parties = [clientId, holder, principal].map(encodeURIComponent).join('/');
  const path = `/service/rest/hpa/authorization/${parties}?issues=${encodeURIComponent(issue)}&requestId=${requestId}`;
  const headers = {
    'X-AsiointivaltuudetAuthorization': checksumHeader({ clientId, apiKey: await apiKey() }, path, clock()),
    'X-userId': 'viestivayla',
  };
  try {
    const response = await ask(base.replace(/\/$/, '') + path, { signal: AbortSignal.timeout(PATIENCE), headers });
    if (response.status === 200) return answer.parse(await response.json()).result === 'ALLOWED';
  } catch {
    throw new PowersUnknown('the national register of mandates did not answer');
  }
  throw new PowersUnknown('the national register of mandates answered with an error');
}

/**
 * `<client id> <time> <checksum>`: the checksum is the HMAC-SHA256 of path, space and time with the API key, in base64. The
 * register takes no time more than five minutes from its own.
 */
function checksumHeader(
  { clientId, apiKey }: { readonly clientId: string; readonly apiKey: string },
  path: string,
  at: Instant,
): string {
  return `${clientId} ${at} ${createHmac('sha256', apiKey).update(`${path} ${at}`).digest('base64')}`;
}

/** The register names no mandate: the issue and the reference of the check say what was asked and answered. */
function powerBy(issue: string, requestId: string): Power {
  return {
    mandateId: `VALTUUDET:${issue}`,
    role: 'AGENT',
    source: 'VALTUUDET',
    scope: { type: 'WHOLE_MAILBOX' },
    mayReceiveService: false,
    validFrom: instantAt(0),
    check: requestId,
  };
}
