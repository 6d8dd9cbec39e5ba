import { formOfId } from '#shared/domain/message/identity-code';
import type { SurveyAnswer } from '#shared/domain/programme/registry/survey';
import type { OfferingStatus, Service, TargetGroup } from '#shared/domain/programme/registry/service';
import type { Cell, Column, Table } from '#shared/domain/programme/report';
import type { Row } from '#shared/domain/programme/row';
import type { Texts } from '#shared/domain/programme/words';
import { type RoundMaterial, servicesOfRound } from '#shared/domain/survey/round';
import { type Transactions, transactionsUntil } from '#shared/domain/survey/transactions';

const STATES: Record<OfferingStatus, Texts> = {
  IN_USE: { fi: 'Käytössä', sv: 'I bruk' },
  IN_DEVELOPMENT: { fi: 'Kehitteillä', sv: 'Under utveckling' },
  PLANNED: { fi: 'Suunniteltu', sv: 'Planerad' },
  RETIRED: { fi: 'Poistettu käytöstä', sv: 'Tagen ur bruk' },
};

const FIXED: readonly Column[] = [
  { ...column('organisationId', 'text', ['Viranomaisen tunnus', 'Myndighetens beteckning']), aside: true },
  column('organisation', 'texts', ['Viranomainen', 'Myndighet']),
  { ...column('serviceId', 'text', ['Palvelun tunnus', 'Tjänstens beteckning']), aside: true },
  column('service', 'texts', ['Palvelu', 'Tjänst']),
  { ...column('business', 'code', ['Yrityksille', 'För företag']), codes: STATES },
  { ...column('person', 'code', ['Henkilöille', 'För personer']), codes: STATES },
  column('apiOnly', 'boolean', ['Vain rajapinta', 'Endast gränssnitt']),
  column('year', 'period', ['Vuosi', 'År']),
  column('total', 'number', ['Asiointeja', 'Ärenden']),
  column('electronic', 'number', ['Sähköisesti', 'Elektroniskt']),
  column('paper', 'number', ['Paperilla', 'På papper']),
  column('visit', 'number', ['Käynnillä', 'Vid besök']),
  column('phone', 'number', ['Puhelimessa', 'Per telefon']),
  column('other', 'number', ['Muuten', 'Annars']),
];

/**
 * What was told in a round, a row for each of its services, with the answers to its questions. Whom to turn to is left out:
 * questions that ask for it, and answers that look like an address or a code of somebody.
 *
 * @see REQ-233
 */
export function responseData(material: RoundMaterial, answers: readonly Row<SurveyAnswer>[]): Table {
  const { round, organisations } = material;
  const questions = round.questions.filter(({ contact }) => contact !== true);
  const names = new Map(organisations.map((each) => [each.id, each.names]));
  const until = transactionsUntil(round.year, material.volumes);
  const told = answers.filter(({ roundId }) => roundId === round.id);
  const answered = (given: SurveyAnswer['answers'] | undefined) =>
    Object.fromEntries(questions.map(({ id }) => [questionColumn(id), withoutContact(given?.[id])]));
  const rows = servicesOfRound(material).map((service) => ({
    organisationId: service.organisationId,
    organisation: names.get(service.organisationId) ?? null,
    ...serviceCells(service),
    ...transactionCells(until.get(service.id)),
    ...answered(told.find(({ serviceId }) => serviceId === service.id)?.answers),
  }));
  return {
    columns: [
      ...FIXED,
      ...questions.map(({ id, text }) => ({ id: questionColumn(id), heading: text, type: 'text' as const })),
    ],
    rows: rows.toSorted((a, b) => (a.serviceId < b.serviceId ? -1 : 1)),
  };
}

function column(id: string, type: Column['type'], [fi, sv]: readonly [string, string]): Column {
  return { id, heading: { fi, sv }, type };
}

function questionColumn(id: string): string {
  return `answer.${id}`;
}

function serviceCells(service: Row<Service>) {
  return {
    serviceId: service.id,
    service: service.names,
    business: statusFor(service, 'BUSINESS'),
    person: statusFor(service, 'PERSON'),
    apiOnly: service.apiOnly,
  };
}

function statusFor({ offerings }: Service, group: TargetGroup): Cell {
  return offerings.find(({ targetGroup }) => targetGroup === group)?.status ?? null;
}

function transactionCells(told: Transactions | undefined): Record<string, Cell> {
  return {
    year: null,
    total: null,
    ...NO_SPLIT,
    ...(told && { year: String(told.year), total: told.total, ...told.split }),
  };
}

const NO_SPLIT = { electronic: null, paper: null, visit: null, phone: null, other: null };

/** An e-mail address, or a number long enough to be somebody's. */
const CONTACT = /\S@\S|\+?\d[\d ()-]{6,}\d/;

function withoutContact(answer: string | number | boolean | undefined): Cell {
  if (answer === undefined) return null;
  if (typeof answer !== 'string') return answer;
  const someones = CONTACT.test(answer) || answer.split(/\s+/).some((word) => formOfId(word) === 'PERSON');
  return someones ? null : answer;
}
