import type { Bound } from '#functions/_shell/http-door';
import { keptCookie } from '#functions/_shell/visits/cookie';
import { STYLE_FILE, pageAnswer, seeOther, styleAnswer } from '#functions/_shell/visits/page-answer';
import type { PageDoor, Passing } from '#functions/_shell/visits/page-door';
import {
  comeBack,
  pageOfAccessibility,
  pageOfSignOut,
  sendSignOut,
  startSignIn,
  styleOfPages,
} from '#shared/contracts/pages/mailbox';
import { type SigningIn, wayOn } from '#shared/domain/visit/visit';
import type { KeepVisit } from '#shared/flow/visit/keep-visit';
import type { SignInProvider } from '#shared/ports/sign-in';
import { accessibilityPage } from '#web/pages/accessibility';
import { problemPage } from '#web/pages/problem';
import { type SignInReason, signInPage, signedOutPage } from '#web/pages/sign-in';

export interface SigningInPorts {
  readonly visits: KeepVisit;
  readonly provider: SignInProvider;
}

/** The way in and out, and what anybody may see. */
export function signingInCalls({ visits, provider }: SigningInPorts, door: PageDoor): Bound[] {
  return [
    door.open(startSignIn, async ({ request, frame: { language } }) => {
      const begun = visits.begin({ language, to: wayOn(request.query['to']) });
      return seeOther(provider.addressFor(begun, language), keptCookie(await visits.seal(begun)));
    }),
    door.open(comeBack, async (passing) => {
      const begun = begunIn(passing);
      const { code } = passing.request.query;
      if (!begun || code === undefined) return refused(passing, 'failed');
      const person = await provider.redeem(code, begun);
      if (!person.ok) return refused(passing, person.refusal.kind === 'weakly-identified' ? 'weak' : 'failed');
      const visit = visits.enter(person.value, begun.language);
      return seeOther(door.place.base + begun.to, await door.cookieFor(visit));
    }),
    door.visited(sendSignOut, async () => ({ ends: 'signed-out' })),
    door.open(pageOfSignOut, async ({ frame }) => pageAnswer(signedOutPage(frame))),
    door.open(pageOfAccessibility, async ({ frame }) => pageAnswer(accessibilityPage(frame))),
    door.open(styleOfPages, async ({ request, frame }) =>
      request.params['file'] === STYLE_FILE
        ? styleAnswer()
        : pageAnswer(problemPage({ ...frame, self: '' }, 'notFound'), { status: 404 }),
    ),
  ];
}

/** Only the browser that began to sign in may end it, and only with the answer to its own request. */
function begunIn({ request, state }: Passing): SigningIn | undefined {
  if (!state.ok || state.value.kind !== 'SIGNING_IN') return undefined;
  return request.query['state'] === state.value.state ? state.value : undefined;
}

function refused({ frame, state }: Passing, reason: SignInReason) {
  const begun = state.ok && state.value.kind === 'SIGNING_IN' ? state.value : undefined;
  const language = begun?.language ?? frame.language;
  const page = signInPage({ ...frame, language, self: '' }, { to: begun?.to ?? '', reason });
  return pageAnswer(page, { status: 401 });
}
