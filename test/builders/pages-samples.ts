import { choicesFor } from '#shared/domain/electronic-first/choices';
import type { Language } from '#shared/domain/message/hub-fields';
import { calendarDate } from '#shared/kernel/time';
import { EMPTY, type Filled } from '#web/forms';
import type { Frame } from '#web/frame';
import { accessibilityPage } from '#web/pages/accessibility';
import { actingPage } from '#web/pages/acting';
import { type ConsentView, consentPage, withdrawalPage } from '#web/pages/consent';
import { decisionPage } from '#web/pages/decision';
import { type MailLine, listPage } from '#web/pages/list';
import { mattersPage } from '#web/pages/matters';
import { messagePage, receiptPage } from '#web/pages/message';
import { offerPage } from '#web/pages/offer';
import { problemPage } from '#web/pages/problem';
import { signInPage, signedOutPage } from '#web/pages/sign-in';
import { newMessagePage, replyPage } from '#web/pages/writing';
import {
  type Written,
  consentHistoriesIn,
  folderPagesIn,
  mandatePagesIn,
  ownDataPagesIn,
} from '#test/builders/pages-samples-own';

const WRITTEN: Written = {
  name: 'Esimerkkikaupunki',
  text: 'Päätös varhaiskasvatuspaikasta ja varhaiskasvatusmaksusta toimintakaudelle 2026–2027',
};
const DAY = calendarDate.parse('2026-11-30');

export function frameIn(language: Language, written: Written = WRITTEN): Frame {
  return {
    language,
    base: '/mailbox',
    self: '/consent',
    stylesheet: '/style/1.css',
    feedback: 'mailto:palaute@viestit.example',
    visitor: { name: written.name, actingFor: written.name, formToken: '0123456789abcdef0123456789abcdef' },
    notice: 'sent',
  };
}

export const linesOf = ({ name, text }: Written, count: number): MailLine[] =>
  Array.from({ length: count }, (_, i) => ({
    messageId: 4_501_541_827_349_166 + i,
    organisation: name,
    service: name,
    title: text,
    receivedOn: DAY,
    state: (['NEW', 'OPENED', 'AWAITING_RECEIPT'] as const)[i % 3] ?? 'NEW',
    openBy: i % 3 === 2 ? DAY : undefined,
  }));

const BODY =
  '# Päätös\n\nHei,\n\nlapsellesi on **myönnetty** paikka.\n\n- Aurinko\n- 35 tuntia\n\n[Ohjeet](https://example.fi/a)';

/** Every page in the states it has, each by a name; the texts of strangers are `written`. */
export function pagesIn(language: Language, written: Written = WRITTEN): readonly (readonly [string, string])[] {
  const frame = frameIn(language, written);
  const stranger: Frame = { ...frame, visitor: undefined, notice: undefined };
  const { name, text } = written;
  const envelope = { messageId: 5, organisation: name, service: name, title: text, receivedOn: DAY, openBy: DAY };
  const message = {
    ...envelope,
    body: written === WRITTEN ? BODY : text,
    replyAllowed: true,
    hasMatter: true,
    attachments: [{ attachmentId: 'a', filename: `${text}.pdf`, sizeBytes: 1_234_567 }],
  };
  const wrong = (...fields: Filled['wrong']): Filled => ({
    values: Object.fromEntries(fields.map((each) => [each, text])),
    wrong: fields,
  });
  const consent: ConsentView = {
    electronic: true,
    email: text,
    emailUsable: true,
    language,
    since: DAY,
    version: 3,
    filled: EMPTY,
  };
  const offer = { token: 'abc.def', service: name, authority: name, returnUrl: 'https://example.fi/valmis' };
  return [
    ['sign in', signInPage(stranger, { to: '/consent', reason: 'over' })],
    ['signed out', signedOutPage(stranger)],
    [
      'list',
      listPage(frame, {
        lines: linesOf(written, 7),
        isFirst: true,
        next: 'x',
        unread: { count: 31, among: 200 },
        reach: 'EMAIL_DEAD',
      }),
    ],
    ['empty list', listPage(frame, { lines: [], isFirst: true, reach: 'LETTERS' })],
    ['receipt', receiptPage(frame, envelope)],
    ['message in Markdown', messagePage(frame, { ...message, bodyFormat: 'Markdown' })],
    ['message in text', messagePage(frame, { ...message, bodyFormat: 'Text' })],
    [
      'decision',
      decisionPage(frame, {
        messageId: 5,
        decidedOn: DAY,
        channel: 'LETTER',
        explanation: text,
        legalBasis: ['13/2003 § 19'],
        isInMailbox: true,
      }),
    ],
    ['reply', replyPage(frame, { ...envelope, filled: wrong('body') })],
    ['new message', newMessagePage(frame, { services: [{ serviceId: 's', name }], chosen: 's', filled: EMPTY })],
    [
      'new message, wrong',
      newMessagePage(frame, { services: [], chosen: '', filled: wrong('service', 'title', 'body') }),
    ],
    ['consent', consentPage(frame, consent)],
    [
      'consent, wrong',
      consentPage(frame, { ...consent, electronic: false, emailUsable: false, filled: wrong('email') }),
    ],
    ['consent, opted out', consentPage(frame, { ...consent, electronic: false, lettersUntil: consent.since })],
    ['consent, stale', consentPage(frame, { ...consent, emailUsable: false, isStale: true })],
    ['consent, unverified', consentPage(frame, { ...consent, isVerified: false, filled: wrong('code') })],
    ['withdrawal', withdrawalPage(frame, { version: 3 })],
    ['opt-out', withdrawalPage(frame, { version: 3, lettersUntil: DAY })],
    ...consentHistoriesIn(frame, written),
    ['matters', mattersPage(frame, { filled: EMPTY, chosen: [{ serviceId: 's', service: name, matterId: text }] })],
    [
      'matter',
      mattersPage(frame, {
        filled: wrong('email', 'name', 'street', 'zip', 'city', 'agentPower'),
        matter: { matterId: text, service: name, choice: 'AGENT' },
      }),
    ],
    [
      'acting',
      actingPage(frame, {
        owner: name,
        isOwn: false,
        parties: [{ name, party: 'p1' }],
        complete: false,
        filled: wrong('onBehalfOf'),
      }),
    ],
    ...folderPagesIn(frame, written),
    ...mandatePagesIn(frame, written),
    ...ownDataPagesIn(frame, written),
    ['offer to a stranger', offerPage(stranger, { ...offer, choices: choicesFor(language, false) })],
    [
      'offer',
      offerPage(frame, { ...offer, choices: choicesFor(language, false), consent: { ...consent, electronic: false } }),
    ],
    ['not found', problemPage(frame, 'notFound')],
    ['fault', problemPage(stranger, 'fault')],
    ['accessibility', accessibilityPage(frame)],
  ];
}
