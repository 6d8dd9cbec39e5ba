import { requestBody } from '#functions/_shell/calls/own-requests';
import type { Actor } from '#shared/domain/message/actor';
import { type DeliveryFact, actorOf } from '#shared/domain/message/facts';
import type { Language } from '#shared/domain/message/hub-fields';
import type { ExportedMessage, ExportedPerson, ExportedSent, OwnData } from '#shared/flow/own-data/export-own-data';

/** A page of an export as it goes out. */
export function ownDataBody({ exportedAt, person, messages, sent, next }: OwnData, language: Language) {
  return {
    format: 'viestivayla-own-data-1' as const,
    exportedAt,
    ...(person ? personBody(person, language) : {}),
    messages: messages.map((each) => messageBody(each, language)),
    sent: sent.map((each) => sentBody(each, language)),
    next,
  };
}

function personBody(person: ExportedPerson, language: Language) {
  const { id, name, recipientId, consents, matters, powers, population, requests, accessLog } = person;
  return {
    person: { id, name, recipientId },
    consents: consents.map(({ actor, ...record }) => ({ ...record, by: shown(actor) })),
    matters: matters.map(({ kind, address, declaredAt, actor }) => ({
      kind,
      processAddress: address,
      declaredAt,
      by: shown(actor),
    })),
    powers: [...powers],
    registers: [{ register: 'VTJ', asked: ASKED[language], told: population }],
    requests: requests.map((each) => requestBody(each, language)),
    accessLog: accessLog.map((entry) => ({ ...entry, by: shown(entry.by) })),
  };
}

const ASKED: Readonly<Record<Language, string>> = {
  fi: 'Kun viesti ohjataan, kirje tehdään ja toisen puolesta asioidaan.',
  sv: 'När ett meddelande dirigeras, ett brev görs och någon uträttar ärenden för en annan.',
  en: 'When a message is routed, a letter is made and somebody acts for another.',
};

function messageBody({ line, facts, content }: ExportedMessage, language: Language) {
  const { authority, service, ...rest } = line;
  return { ...rest, sender: namesOf({ authority, service }, language), events: facts.map(eventOf), content };
}

function sentBody({ line, facts, content }: ExportedSent, language: Language) {
  const { authority, service, ...rest } = line;
  return { ...rest, to: namesOf({ authority, service }, language), events: facts.map(eventOf), content };
}

function namesOf({ authority, service }: Pick<ExportedSent['line'], 'authority' | 'service'>, language: Language) {
  return { organisation: authority?.name[language] ?? '', service: service?.name[language] ?? '' };
}

function eventOf(fact: DeliveryFact) {
  return { type: fact.type, at: fact.at, by: shown(actorOf(fact)) };
}

function shown({ role, name }: Actor) {
  return { role, name };
}
