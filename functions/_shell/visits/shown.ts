import type { Answer } from '#functions/_shell/http';
import { ENDED_COOKIE, keptCookie } from '#functions/_shell/visits/cookie';
import { type PagesPlace, pageAnswer, seeOther } from '#functions/_shell/visits/page-answer';
import type { Visit } from '#shared/domain/visit/visit';
import type { KeepVisit } from '#shared/flow/visit/keep-visit';
import type { NoticeName } from '#web/frame';

type Change = Partial<Pick<Visit, 'onBehalfOf' | 'matter'>> & { readonly notice?: NoticeName };

/** What a request is answered with. */
export type Shown =
  | { readonly page: string; readonly status?: number; readonly leadsTo?: string; readonly change?: Change }
  /** A path below the pages' own. */
  | { readonly to: string; readonly change?: Change }
  /** An address elsewhere. */
  | { readonly away: string }
  | { readonly file: Answer }
  | { readonly ends: 'signed-out' };

/** Writes what is shown, and with it the visit anew: seen now, and with what was told once told. */
export function makeWriteShown({ visits, place }: { readonly visits: KeepVisit; readonly place: PagesPlace }) {
  async function cookieFor(visit: Visit): Promise<string> {
    return keptCookie(await visits.seal(visits.renew(visit)));
  }

  async function written(shown: Shown, visit: Visit): Promise<Answer> {
    if ('file' in shown) return shown.file;
    if ('ends' in shown) return seeOther(`${place.base}/sign-out?lang=${visit.language}`, ENDED_COOKIE);
    if ('away' in shown) return seeOther(shown.away, await cookieFor({ ...visit, notice: undefined }));
    const cookie = await cookieFor({ ...visit, notice: undefined, ...shown.change });
    if ('to' in shown) return seeOther(place.base + shown.to, cookie);
    return pageAnswer(shown.page, { status: shown.status, leadsTo: shown.leadsTo, cookie });
  }

  return { written, cookieFor };
}
