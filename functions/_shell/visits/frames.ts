import type { HttpRequest } from '#functions/_shell/http';
import { type PagesPlace, STYLE_PATH, pathBelow } from '#functions/_shell/visits/page-answer';
import { languageOf } from '#shared/contracts/problems';
import { type Language, language } from '#shared/domain/message/hub-fields';
import type { Visit } from '#shared/domain/visit/visit';
import type { KeepVisit } from '#shared/flow/visit/keep-visit';
import type { Acting } from '#shared/flow/mandate/who-acts';
import type { Frame, NoticeName } from '#web/frame';
import { TEXTS } from '#web/texts/texts';

/** What a page knows of the request it answers: for who is signed in, and for who is not. */
export function makeFrames({ visits, place }: { readonly visits: KeepVisit; readonly place: PagesPlace }) {
  function strangerFrame(request: HttpRequest): Frame {
    const asked = languageIn(request.query['lang']) ?? languageOf(request.headers['accept-language']);
    return { ...place, language: asked, self: selfOf(request), stylesheet: STYLE_PATH };
  }

  async function frameOf(request: HttpRequest, visit: Visit, { owner, onBehalf }: Acting): Promise<Frame> {
    const actingFor = onBehalf ? owner.name : undefined;
    const visitor = { name: visit.person.name, actingFor, formToken: await visits.formToken(visit) };
    return { ...strangerFrame(request), language: visit.language, visitor, notice: noticeIn(visit.notice) };
  }

  return { strangerFrame, frameOf };
}

/** Queries that tell what a page shows; all else is left out of the address that it leads to itself by. */
const KEPT = ['after', 'offer', 'message', 'service'];

/** A form that was sent is looked at again under the page it stands on. */
function selfOf({ method, resource, params, query }: HttpRequest): string {
  const path = pathBelow(resource, params);
  if (method !== 'GET') return path.replace(/\/(receipt|deletion|restoration|code|offer|sign-out)$/, '');
  const kept = new URLSearchParams();
  for (const name of KEPT) if (query[name] !== undefined) kept.set(name, query[name]);
  return kept.size === 0 ? path : `${path}?${kept.toString()}`;
}

export function languageIn(asked: string | undefined): Language | undefined {
  return language.safeParse(asked).data;
}

function noticeIn(text: string | undefined): NoticeName | undefined {
  return NOTICES.find((each) => each === text);
}

const NOTICES = Object.keys(TEXTS.fi.notices).filter((name): name is NoticeName => name in TEXTS.fi.notices);
