import type { ConsentRecord } from '#shared/domain/consent/consent-record';
import type { Language } from '#shared/domain/message/hub-fields';
import { writtenDay } from '#shared/domain/message/written-day';
import { type Markup, html } from '#shared/kernel/markup';
import type { CalendarDate } from '#shared/kernel/time';
import { type Frame, renderPage, textsOf } from '#web/frame';
import { CONSENT_HISTORY_TEXTS } from '#web/texts/consent-history';
import { OWN_DATA_TEXTS } from '#web/texts/own-data';

/** One change of the consent. */
export interface ConsentChange {
  readonly action: ConsentRecord['action'];
  readonly day: CalendarDate;
  /** `HH.MM` in Helsinki. */
  readonly time: string;
  readonly role: ConsentRecord['actor']['role'];
  readonly source: ConsentRecord['source'];
  readonly textVersion: string;
  readonly legalBasis: readonly string[];
  readonly language: Language;
  readonly email?: string;
  readonly expiresOn?: CalendarDate;
  readonly reason?: string;
  readonly provenance?: string;
}

export interface ConsentHistoryView {
  readonly changes: readonly ConsentChange[];
  /** Whether these are the newest. */
  readonly isFirst: boolean;
  /** Version that the next page begins after. */
  readonly next?: number;
}

/** Every change of the consent, newest first: when, by whom, on which text and from where (REQ-031, REQ-039). */
export function consentHistoryPage(frame: Frame, { changes, isFirst, next }: ConsentHistoryView): string {
  const texts = CONSENT_HISTORY_TEXTS[frame.language];
  const at = `${frame.base}/consent/history`;
  const listed =
    changes.length === 0
      ? html`<p class="card">${texts.none}</p>`
      : html`<ol class="mail">
          ${changes.map((change) => changeOf(frame, change))}
        </ol>`;
  const older = next && html`<a class="button second" href="${at}?after=${next}">${texts.older}</a>`;
  const newest = isFirst ? undefined : html`<a href="${at}">${texts.newest}</a>`;
  const body = html`<p class="lead">${texts.lead}</p>
    ${listed}${newest || older ? html`<p class="buttons">${newest}${older}</p>` : undefined}
    <p><a href="${frame.base}/consent">${texts.back}</a></p>`;
  return renderPage(frame, { title: texts.title, body, current: 'consent' });
}

function changeOf(frame: Frame, change: ConsentChange): Markup {
  const texts = CONSENT_HISTORY_TEXTS[frame.language];
  const rows = [
    [texts.by, whoIn(frame, change.role)],
    [texts.source, texts.sources[change.source]],
    [texts.email, change.email],
    [texts.language, textsOf(frame).languageNames[change.language]],
    [texts.textVersion, change.textVersion],
    [texts.basis, change.legalBasis.join(', ')],
    [texts.expires, change.expiresOn && writtenDay(change.expiresOn, frame.language)],
    [texts.reason, change.reason],
    [texts.provenance, change.provenance],
  ] as const;
  const facts = rows.flatMap(([name, value]) =>
    value === undefined || value === ''
      ? []
      : [
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
        ],
  );
  return html`<li>
    <h2>${texts.actions[change.action]}</h2>
    <p class="meta">${writtenDay(change.day, frame.language)} ${change.time}</p>
    <dl class="facts">${facts}</dl>
  </li>`;
}

/** Who is spoken to is the owner, unless somebody looks on the owner's behalf. */
function whoIn({ language, visitor }: Frame, role: ConsentChange['role']): string {
  return role === 'SELF'
    ? (visitor?.actingFor ?? OWN_DATA_TEXTS[language].roles.SELF)
    : OWN_DATA_TEXTS[language].roles[role];
}
