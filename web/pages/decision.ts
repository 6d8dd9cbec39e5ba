import type { Channel } from '#shared/domain/message/decision';
import { writtenDay } from '#shared/domain/message/written-day';
import { html } from '#shared/kernel/markup';
import type { CalendarDate } from '#shared/kernel/time';
import { type Frame, renderPage, textsOf } from '#web/frame';

export interface DecisionView {
  readonly messageId: number;
  readonly decidedOn: CalendarDate;
  readonly channel: Channel;
  readonly explanation: string;
  /** Statutes, `13/2003 § 19`. */
  readonly legalBasis: readonly string[];
  /** Whether the message is in the mailbox, not only on paper. */
  readonly isInMailbox: boolean;
}

/** Why a message came the way it did (REQ-223). */
export function decisionPage(frame: Frame, view: DecisionView): string {
  const { decision, message, backToMessages } = textsOf(frame);
  const { messageId, decidedOn, channel, explanation, legalBasis, isInMailbox } = view;
  const basis =
    legalBasis.length === 0
      ? undefined
      : html`<dt>${decision.basis}</dt>
          <dd>${legalBasis.join(', ')}</dd>`;
  const back = isInMailbox ? `/messages/${messageId}` : '';
  const body = html`<div class="card">
      <p class="lead">${explanation}</p>
      <dl class="facts">
        <dt>${decision.channel}</dt>
        <dd>${decision.channels[channel]}</dd>
        <dt>${decision.decided}</dt>
        <dd>${writtenDay(decidedOn, frame.language)}</dd>
        ${basis}
      </dl>
      <p class="hint">${decision.automatic}</p>
    </div>
    <p class="buttons"><a href="${frame.base}${back}">${isInMailbox ? message.back : backToMessages}</a></p>`;
  return renderPage(frame, { title: decision.title, body, current: 'messages' });
}
