import { html } from '#shared/kernel/markup';
import { type Frame, renderPage, textsOf } from '#web/frame';

export type ProblemName = 'notFound' | 'form' | 'fault' | 'gone' | 'notCovered';

/** Something that can not be had or done, in plain words. */
export function problemPage(frame: Frame, problem: ProblemName): string {
  const { problems, acting, backToMessages } = textsOf(frame);
  const [title, text] = {
    notFound: [problems.notFound, problems.notFoundText] as const,
    form: [problems.form, problems.formText] as const,
    fault: [problems.fault, problems.faultText] as const,
    gone: [acting.title, acting.gone] as const,
    notCovered: [acting.title, acting.notCovered] as const,
  }[problem];
  const body = html`<p class="lead">${text}</p>
    <p class="buttons"><a class="button" href="${frame.base}">${backToMessages}</a></p>`;
  return renderPage(frame, { title, body });
}
