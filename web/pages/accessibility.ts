import { html } from '#shared/kernel/markup';
import { type Frame, renderPage, textsOf } from '#web/frame';
import { ACCESSIBILITY } from '#web/texts/accessibility';

/** The accessibility statement (306/2019 § 9) with its channel of feedback. */
export function accessibilityPage(frame: Frame): string {
  const { lead, sections, ...statement } = ACCESSIBILITY[frame.language];
  const parts = sections.map(
    ({ title, points }) =>
      html`<section>
        <h2>${title}</h2>
        <ul>
          ${points.map((point) => html`<li>${point}</li>`)}
        </ul>
      </section>`,
  );
  const body = html`<p class="lead">${lead}</p>
    ${parts}
    <section>
      <h2>${statement.feedbackTitle}</h2>
      <p>${statement.feedback}</p>
      <p><a href="${frame.feedback}">${statement.feedbackLink}</a></p>
    </section>
    <section>
      <h2>${statement.supervisorTitle}</h2>
      <p>${statement.supervisor}</p>
    </section>`;
  return renderPage(frame, { title: textsOf(frame).accessibility, body });
}
