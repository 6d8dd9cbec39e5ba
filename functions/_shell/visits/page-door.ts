import type { Answer, HttpRequest } from '#functions/_shell/http';
import type { Bound } from '#functions/_shell/http-door';
import { ENDED_COOKIE, cookieIn } from '#functions/_shell/visits/cookie';
import { type SentForm, readForm } from '#functions/_shell/visits/form';
import { languageIn, makeFrames } from '#functions/_shell/visits/frames';
import { type PagesPlace, pageAnswer } from '#functions/_shell/visits/page-answer';
import { type Shown, makeWriteShown } from '#functions/_shell/visits/shown';
import type { Operation } from '#shared/contracts/http/operation';
import { type Visit, type VisitState, wayOn } from '#shared/domain/visit/visit';
import type { KeepVisit, VisitRefused } from '#shared/flow/visit/keep-visit';
import type { Acting } from '#shared/flow/mandate/who-acts';
import type { Result } from '#shared/kernel/result';
import type { Frame } from '#web/frame';
import { problemPage } from '#web/pages/problem';
import { signInPage } from '#web/pages/sign-in';

export interface PageDoorPorts {
  readonly visits: KeepVisit;
  readonly place: PagesPlace;
  /** Whether it may do there what the request asks; a look for another is entered first. */
  readonly actsFor: (acting: Acting, request: HttpRequest) => Promise<Result<Acting, { readonly kind: string }>>;
  /** Whom a visit acts for now; asked anew at every request. */
  readonly actingIn: (visit: Visit) => Promise<Result<Acting, { readonly kind: string }>>;
}

/** A request of somebody who is signed in. */
export interface Visiting extends SentForm {
  readonly request: HttpRequest;
  readonly visit: Visit;
  readonly acting: Acting;
  readonly frame: Frame;
}

/** A request of anybody. */
export interface Passing {
  readonly request: HttpRequest;
  readonly frame: Frame;
  readonly state: Result<VisitState, VisitRefused>;
}

export type PageDoor = ReturnType<typeof makePageDoor>;

/**
 * Stands before every page: tells who visits, in which language and for whom; takes a form only from its own pages and its
 * own visit; keeps the visit going.
 *
 * @see ADR 028
 */
export function makePageDoor({ visits, place, actingIn, actsFor }: PageDoorPorts) {
  const { strangerFrame, frameOf } = makeFrames({ visits, place });
  const { written, cookieFor } = makeWriteShown({ visits, place });
  const fault = (request: HttpRequest) => pageAnswer(problemPage(strangerFrame(request), 'fault'), { status: 502 });

  /** @param toStranger what somebody sees who is not signed in, where that is not the way to sign in */
  function visited(
    operation: Operation,
    act: (visiting: Visiting) => Promise<Shown>,
    toStranger: (passing: Passing) => Promise<Shown | undefined> = async () => undefined,
  ): Bound {
    const answer = async (request: HttpRequest): Promise<Answer> => {
      if (isAhead(request)) return { status: 503 };
      const state = await visits.open(cookieIn(request.headers['cookie']));
      if (!state.ok || state.value.kind !== 'VISIT')
        return askIn({ request, frame: strangerFrame(request), state }, toStranger);
      const visit = { ...state.value, language: languageIn(request.query['lang']) ?? state.value.language };
      return answerTo({ request, visit }, act);
    };
    return { operation, answer, fault };
  }

  async function answerTo(
    { request, visit }: Pick<Visiting, 'request' | 'visit'>,
    act: (visiting: Visiting) => Promise<Shown>,
  ): Promise<Answer> {
    const acting = await actingIn(visit);
    if (!acting.ok) return powerGone(request, visit);
    const frame = await frameOf(request, visit, acting.value);
    const sent = await readForm(request);
    if (request.method === 'POST' && !isOwnForm(request, sent.form('token'), frame))
      return pageAnswer(problemPage(frame, 'form'), { status: 403 });
    const permitted = await actsFor(acting.value, request);
    if (!permitted.ok) return written({ page: problemPage(frame, 'notCovered'), status: 403 }, visit);
    return written(await act({ request, visit, acting: permitted.value, frame, ...sent }), visit);
  }

  /** The power was taken back since: nothing is done, and the visit goes on in the person's own mailbox. */
  async function powerGone(request: HttpRequest, before: Visit): Promise<Answer> {
    const visit = { ...before, onBehalfOf: undefined, matter: undefined };
    const own = before.onBehalfOf === undefined ? undefined : await actingIn(visit);
    if (own?.ok !== true)
      return pageAnswer(signInPage(strangerFrame(request), { to: '', reason: 'weak' }), {
        status: 401,
        cookie: ENDED_COOKIE,
      });
    const page = problemPage({ ...(await frameOf(request, visit, own.value)), self: '' }, 'gone');
    return pageAnswer(page, { status: 403, cookie: await cookieFor(visit) });
  }

  /** For pages that need no visit. */
  function open(operation: Operation, act: (passing: Passing) => Promise<Answer>): Bound {
    const answer = async (request: HttpRequest) =>
      act({ request, frame: strangerFrame(request), state: await visits.open(cookieIn(request.headers['cookie'])) });
    return { operation, answer, fault };
  }

  return { visited, open, cookieFor, place };
}

async function askIn(passing: Passing, toStranger: (passing: Passing) => Promise<Shown | undefined>): Promise<Answer> {
  const { request, frame, state } = passing;
  const shown = await toStranger(passing);
  if (shown && 'page' in shown) return pageAnswer(shown.page, shown);
  const isOver = !state.ok && state.refusal.kind === 'visit-over';
  const reason = isOver || request.method === 'POST' ? 'over' : undefined;
  return pageAnswer(signInPage(frame, { to: wayOn(frame.self), reason }), { status: 401 });
}

/** A browser that fetches a page before anybody asked to see it gets none: opening a message is on record. */
function isAhead({ headers }: HttpRequest): boolean {
  return /prefetch|prerender/.test(headers['sec-purpose'] ?? headers['purpose'] ?? '');
}

/** The token is the proof; where the browser also says where a form comes from, that has to be here. */
function isOwnForm({ headers }: HttpRequest, token: string, { visitor }: Frame): boolean {
  const from = headers['sec-fetch-site'];
  return token !== '' && token === visitor?.formToken && (from === undefined || from === 'same-origin');
}
