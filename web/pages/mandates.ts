import type { MandateState } from '#shared/domain/mandate/mandate';
import { writtenDay } from '#shared/domain/message/written-day';
import { type Markup, html } from '#shared/kernel/markup';
import type { CalendarDate } from '#shared/kernel/time';
import { renderForm } from '#web/forms';
import { type Frame, renderPage } from '#web/frame';
import { MANDATE_TEXTS } from '#web/texts/mandates';

/** A mandate as its parties see it: no identity code in it. */
export interface MandateCard {
  readonly mandateId: string;
  readonly giver: string;
  readonly holder: string;
  readonly state: MandateState;
  /** Empty for the whole mailbox. */
  readonly matters: readonly { readonly service: string; readonly matterId: string }[];
  readonly mayReceiveService: boolean;
  readonly validFrom: CalendarDate;
  readonly validTo?: CalendarDate;
}

export interface MandatesView {
  readonly offered: readonly MandateCard[];
  readonly given: readonly MandateCard[];
  readonly held: readonly MandateCard[];
  /** Whether the person is in front of their own mailbox: only then mandates held are used. */
  readonly isOwn: boolean;
}

/** Mandates one is a party to: those that wait for an answer first, those that have ended last (REQ-120). */
export function mandatesPage(frame: Frame, { offered, given, held, isOwn }: MandatesView): string {
  const texts = MANDATE_TEXTS[frame.language];
  const ended = [...given, ...held].filter(isOver);
  const cards = (all: readonly MandateCard[], none: string, parts: (card: MandateCard) => CardParts) => {
    const open = all.filter((card) => !isOver(card));
    return open.length === 0 ? html`<p>${none}</p>` : html`${open.map((card) => cardOf(frame, card, parts(card)))}`;
  };
  const body = html`<p class="lead">${texts.lead}</p>
    <p class="buttons"><a class="button" href="${frame.base}/mandates/new">${texts.give}</a></p>
    ${
      offered.length === 0
        ? undefined
        : html`<h2>${texts.offered}</h2>
            ${offered.map((card) => cardOf(frame, card, { other: card.giver, buttons: answersTo(frame, card) }))}`
    }
    <h2>${texts.given}</h2>
    ${cards(given, texts.noneGiven, (card) => ({ other: card.holder, buttons: endingOf(frame, card, texts.cancel(card.holder)) }))}
    <h2>${texts.held}</h2>
    ${cards(held, texts.noneHeld, (card) => ({ other: card.giver, buttons: useOf(frame, card, isOwn) }))}
    ${ended.length === 0 ? undefined : endedOf(frame, ended)}`;
  return renderPage(frame, { title: texts.title, body, current: 'mandates' });
}

function isOver({ state }: MandateCard): boolean {
  return state === 'DECLINED' || state === 'CANCELLED' || state === 'EXPIRED';
}

interface CardParts {
  /** The party on the other side. */
  readonly other: string;
  readonly buttons: Markup;
}

function cardOf(frame: Frame, card: MandateCard, { other, buttons }: CardParts): Markup {
  const texts = MANDATE_TEXTS[frame.language];
  const service = card.mayReceiveService
    ? html`<dt>${texts.service}</dt>
        <dd>${texts.serviceYes}</dd>`
    : undefined;
  return html`<section class="card">
    <h3>${other}</h3>
    <dl class="facts">
      <dt>${texts.state}</dt>
      <dd>${texts.states[card.state]}</dd>
      <dt>${texts.reach}</dt>
      <dd>${reachOf(frame, card)}</dd>
      ${service}
      <dt>${texts.period}</dt>
      <dd>${periodOf(frame, card)}</dd>
    </dl>
    ${buttons}
  </section>`;
}

function reachOf({ language }: Frame, { matters }: MandateCard): string {
  const texts = MANDATE_TEXTS[language];
  return matters.length === 0
    ? texts.whole
    : matters.map(({ service, matterId }) => texts.matter(service, matterId)).join('; ');
}

function periodOf({ language }: Frame, { validFrom, validTo }: MandateCard): string {
  const texts = MANDATE_TEXTS[language];
  const from = writtenDay(validFrom, language);
  return validTo === undefined ? texts.fromOn(from) : texts.fromTo(from, writtenDay(validTo, language));
}

function answersTo(frame: Frame, { mandateId, giver }: MandateCard): Markup {
  const texts = MANDATE_TEXTS[frame.language];
  const accept = { action: `/mandates/${mandateId}/acceptance`, body: html`<button>${texts.accept}</button>` };
  const decline = {
    action: `/mandates/${mandateId}/refusal`,
    body: html`<button class="second">${texts.decline}</button>`,
  };
  return html`<p>${texts.offeredText(giver)}</p>
    <div class="buttons">${renderForm(frame, accept)}${renderForm(frame, decline)}</div>`;
}

function endingOf(frame: Frame, { mandateId }: MandateCard, text: string): Markup {
  const body = html`<button class="second">${text}</button>`;
  return html`<div class="buttons">${renderForm(frame, { action: `/mandates/${mandateId}/ending`, body })}</div>`;
}

function useOf(frame: Frame, card: MandateCard, isOwn: boolean): Markup {
  const texts = MANDATE_TEXTS[frame.language];
  const body = html`<input type="hidden" name="mandate" value="${card.mandateId}" /><button>
      ${texts.use(card.giver)}
    </button>`;
  const use = isOwn && card.state === 'IN_FORCE' ? renderForm(frame, { action: '/acting', body }) : undefined;
  const end = { action: `/mandates/${card.mandateId}/ending`, body: giveUp(texts.giveUp(card.giver)) };
  return html`<div class="buttons">${use}${renderForm(frame, end)}</div>`;
}

function giveUp(text: string): Markup {
  return html`<button class="second">${text}</button>`;
}

function endedOf(frame: Frame, ended: readonly MandateCard[]): Markup {
  const texts = MANDATE_TEXTS[frame.language];
  const each = ended.map(
    (card) =>
      html`<li>${texts.between(card.giver, card.holder)}: ${texts.states[card.state]}, ${periodOf(frame, card)}</li>`,
  );
  return html`<h2>${texts.ended}</h2>
    <ul>
      ${each}
    </ul>`;
}
