import { whatMayGo } from '#shared/domain/own-data/erasure';
import { calendarDate } from '#shared/kernel/time';
import { EMPTY } from '#web/forms';
import type { Frame } from '#web/frame';
import { accessPage } from '#web/pages/access';
import { type ConsentChange, consentHistoryPage } from '#web/pages/consent-history';
import { erasurePage } from '#web/pages/erasure';
import { deletedPage, sentPage } from '#web/pages/folders';
import { searchPage } from '#web/pages/search';
import { sentMessagePage, threadPage } from '#web/pages/sent-message';
import { givingPage } from '#web/pages/giving';
import { type MandateCard, mandatesPage } from '#web/pages/mandates';
import { ownDataPage } from '#web/pages/own-data';

/** What people and authorities write: one text for a name, and one for what may be long. */
export interface Written {
  readonly name: string;
  readonly text: string;
}

const DAY = calendarDate.parse('2026-11-30');

/** Pages of mandates in the states they have. */
export function mandatePagesIn(frame: Frame, { name, text }: Written): readonly (readonly [string, string])[] {
  const card: MandateCard = {
    mandateId: `m-${'0'.repeat(32)}`,
    giver: name,
    holder: name,
    state: 'IN_FORCE',
    matters: [],
    mayReceiveService: false,
    validFrom: DAY,
  };
  const ofMatter = { ...card, matters: [{ service: name, matterId: text }], mayReceiveService: true, validTo: DAY };
  const services = [{ serviceId: 's', name }];
  const filled = {
    values: { holderId: text, holderName: text },
    wrong: ['holderId', 'holderName', 'nobody', 'matters', 'validFrom', 'validTo'],
  } as const;
  return [
    [
      'mandates',
      mandatesPage(frame, {
        offered: [{ ...ofMatter, state: 'OFFERED' }],
        given: [card, { ...ofMatter, state: 'OFFERED' }, { ...card, state: 'EXPIRED' }],
        held: [card],
        isOwn: true,
      }),
    ],
    ['no mandates', mandatesPage(frame, { offered: [], given: [], held: [], isOwn: false })],
    ['new mandate', givingPage(frame, { services, filled: EMPTY, isWhole: true, rows: [], mayReceiveService: false })],
    [
      'new mandate, wrong',
      givingPage(frame, {
        services,
        filled,
        isWhole: false,
        rows: [{ service: 's', matter: text }],
        mayReceiveService: true,
      }),
    ],
  ];
}

/** The history of a consent, of a change with everything in it and of none. */
export function consentHistoriesIn(frame: Frame, { text }: Written): readonly (readonly [string, string])[] {
  const change: ConsentChange = {
    action: 'GIVE',
    day: DAY,
    time: '12.00',
    role: 'OFFICIAL',
    source: 'SERVICE_POINT',
    textVersion: '2026-11',
    legalBasis: ['13/2003 § 18', '571/2016 § 11'],
    language: 'fi',
    email: text,
    expiresOn: DAY,
    reason: text,
    provenance: text,
  };
  return [
    ['consent history', consentHistoryPage(frame, { changes: [change, change], isFirst: false, next: 3 })],
    ['no consent history', consentHistoryPage(frame, { changes: [], isFirst: true })],
  ];
}

/** Pages of own data in the states they have. */
export function ownDataPagesIn(frame: Frame, { name, text }: Written): readonly (readonly [string, string])[] {
  const request = { authority: name, what: text, askedOn: DAY, dueOn: DAY, guidance: text } as const;
  const services = [{ serviceId: 's', name }];
  const line = { day: DAY, time: '12.00', act: 'CONSENT_SHOWN', role: 'OFFICIAL' } as const;
  return [
    [
      'own data',
      ownDataPage(frame, {
        requests: [
          { ...request, state: 'OVERDUE', extensionReason: text },
          { ...request, state: 'ANSWERED', answeredOn: DAY, answerId: 5, link: 'https://example.fi/' },
        ],
        next: 'x',
        services,
        chosen: 's',
        filled: { values: { service: text, what: text }, wrong: ['service', 'what'] },
      }),
    ],
    ['no own data', ownDataPage(frame, { requests: [], services: [], chosen: '', filled: EMPTY })],
    [
      'access log',
      accessPage(frame, {
        lines: [
          { ...line, name, organisation: name, reason: text },
          { ...line, name, organisation: name, standIn: { role: 'GUARDIAN', name } },
          { ...line, act: 'MESSAGE_OPENED', role: 'AGENT' },
        ],
        isFirst: false,
        next: 'x',
      }),
    ],
    ['empty access log', accessPage(frame, { lines: [], isFirst: true })],
    [
      'erasure',
      erasurePage(frame, {
        verdicts: whatMayGo({ hasAddress: true, inUse: false, withdrawConsent: false }),
        erasedOn: DAY,
      }),
    ],
  ];
}

/** Pages of folders, searches and conversations in the states they have. */
export function folderPagesIn(frame: Frame, { name, text }: Written): readonly (readonly [string, string])[] {
  const line = { messageId: 5, party: name, title: text, on: DAY, path: '/messages/5' };
  const values = { sender: text, words: text, from: '2026-11-01', to: '' };
  const sent = {
    to: name,
    title: text,
    body: text,
    files: [text],
    rootMessageId: 5,
    arrivedOn: DAY,
    arrivedAt: '12.00.00',
    basis: 'AVAILABLE',
    deadline: { day: DAY, inTime: true },
    transferredOn: DAY,
  } as const;
  return [
    ['sent', sentPage(frame, { lines: [line], next: 'x' })],
    ['none sent', sentPage(frame, { lines: [] })],
    ['sent message', sentMessagePage(frame, sent)],
    ['deleted', deletedPage(frame, { lines: [{ ...line, restorableUntil: DAY }] })],
    ['conversation', threadPage(frame, [line, { ...line, tag: text }])],
    ['search', searchPage(frame, { values, isWrong: true })],
    ['found', searchPage(frame, { values, found: { lines: [line], isMore: true }, isWrong: false })],
  ];
}
