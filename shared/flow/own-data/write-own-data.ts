import type { ProcessAddress } from '#shared/domain/consent/matter-preference';
import type { Language } from '#shared/domain/message/hub-fields';
import { EXPORT_WORDS } from '#shared/domain/own-data/export-words';
import type { ExportedMessage, ExportedPerson, ExportedSent, OwnData } from '#shared/flow/own-data/export-own-data';
import { clockOn } from '#shared/kernel/calendar';
import { type CalendarDate, type Instant, helsinkiDay } from '#shared/kernel/time';
import type { CertificateDraft, CertificateSection } from '#shared/ports/certificate-press';

type Row = CertificateSection['rows'][number];
type Say = (word: keyof typeof EXPORT_WORDS) => string;

/** A page of an export as a document for people, in their language. It holds nothing that the page does not. */
export function writeOwnData(
  { exportedAt, person, messages, sent, next }: OwnData,
  language: Language,
): CertificateDraft {
  const say: Say = (word) => EXPORT_WORDS[word][language];
  return {
    language,
    title: say('title'),
    reference: `${say('title')} ${moment(exportedAt)}`,
    sections: [
      ...(person ? personSections(person, say, exportedAt) : []),
      { heading: say('messages'), rows: [], paragraphs: messages.length === 0 ? [say('none')] : [] },
      ...messages.map((each) => messageSection(each, { say, language })),
      ...(sent.length === 0 ? [] : [{ heading: say('sent'), rows: [] }]),
      ...sent.map((each) => sentSection(each, { say, language })),
      ...(next === undefined ? [] : [{ heading: '…', rows: [], paragraphs: [say('more')] }]),
    ],
  };
}

function personSections(person: ExportedPerson, say: Say, exportedAt: Instant): CertificateSection[] {
  const { id, name, recipientId = '–', population, powers } = person;
  const address = population?.postalAddress;
  const identity: Row[] = [
    [say('name'), name],
    [say('id'), id],
    [say('mailbox'), recipientId],
    [say('exportedAt'), moment(exportedAt)],
  ];
  return [
    { heading: say('person'), rows: identity },
    listed(say, 'consents', consentRows(person)),
    listed(say, 'matters', matterRows(person)),
    listed(
      say,
      'powers',
      powers.map((each): Row => [each.name, `${each.id} ${each.power.role} ${each.power.source}`]),
    ),
    listed(say, 'register', [
      ...(population ? [[say('name'), population.name] as const] : []),
      ...(address ? [[say('address'), `${address.streetAddress}, ${address.zipCode} ${address.city}`] as const] : []),
    ]),
    listed(say, 'requests', requestRows(person, say)),
    listed(say, 'access', accessRows(person)),
  ];
}

function listed(say: Say, heading: keyof typeof EXPORT_WORDS, rows: readonly Row[]): CertificateSection {
  return { heading: say(heading), rows, paragraphs: rows.length === 0 ? [say('none')] : [] };
}

function consentRows({ consents }: ExportedPerson): Row[] {
  return consents.map(({ at, action, email, source, textVersion }) => [
    moment(at),
    [action, email, source, textVersion].filter((part) => part !== undefined).join(' · '),
  ]);
}

function matterRows({ matters }: ExportedPerson): Row[] {
  return matters.map(({ declaredAt, kind, address }) => {
    return [
      moment(declaredAt),
      [kind, address && whereabouts(address)].filter((part) => part !== undefined).join(' · '),
    ];
  });
}

function whereabouts(address: ProcessAddress): string | undefined {
  if (address.type === 'POSTAL') return address.address.streetAddress;
  return address.type === 'AGENT' ? address.agentId : address.noticeEmail;
}

function requestRows({ requests }: ExportedPerson, say: Say): Row[] {
  return requests.map(({ request, state, what }) => {
    const due = request.extension?.dueDate ?? request.dueDate;
    return [moment(request.receivedAt), `${request.authorityId} · ${state} · ${say('due')} ${dayOf(due)} · ${what}`];
  });
}

function accessRows({ accessLog }: ExportedPerson): Row[] {
  return accessLog.map(({ at, act, by, organisation, reason, standIn }) => [
    moment(at),
    [act, by.role, by.name, organisation, standIn?.role, standIn?.name, reason]
      .filter((part) => part !== undefined)
      .join(' · '),
  ]);
}

function messageSection(
  { line, facts, content }: ExportedMessage,
  { say, language }: { readonly say: Say; readonly language: Language },
): CertificateSection {
  const sender = [line.authority?.name[language], line.service?.name[language]].filter((part) => part !== undefined);
  return {
    heading: line.title,
    rows: [
      [say('received'), `${moment(line.receivedAt)} · ${sender.join(' · ')} · ${line.state}`],
      ...facts.map(({ at, type, by }): Row => [moment(at), by?.name === undefined ? type : `${type} · ${by.name}`]),
    ],
    paragraphs: content ? [content.body] : [],
  };
}

function sentSection(
  { line, facts, content }: ExportedSent,
  { say, language }: { readonly say: Say; readonly language: Language },
): CertificateSection {
  const to = [line.authority?.name[language], line.service?.name[language]].filter((part) => part !== undefined);
  return {
    heading: line.title,
    rows: [
      [say('sentTo'), `${moment(line.receivedAt)} · ${to.join(' · ')}`],
      ...facts.map(({ at, type }): Row => [moment(at), type]),
    ],
    paragraphs: content ? [content.body] : [],
  };
}

/** As people in Finland write a moment: `26.11.2026 klo 10.15.00` without the word. */
function moment(at: Instant): string {
  return `${dayOf(helsinkiDay(at))} ${clockOn(at)}`;
}

function dayOf(day: CalendarDate): string {
  const [year, month, number] = day.split('-').map(Number);
  return `${number}.${month}.${year}`;
}
