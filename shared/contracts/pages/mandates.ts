import { MAILBOX } from '#shared/contracts/pages/mailbox';
import { lookedAt, sent } from '#shared/contracts/pages/page';

const MANDATES = `${MAILBOX}/mandates`;

export const pageOfMandates = lookedAt({
  operationId: 'pageOfMandates',
  path: MANDATES,
  summary: 'Mandates given, held and offered, as a page',
});

export const pageOfGiving = lookedAt({
  operationId: 'pageOfGiving',
  path: `${MANDATES}/new`,
  summary: 'The form of a mandate',
});

export const sendMandate = sent({
  operationId: 'sendMandate',
  path: MANDATES,
  summary: 'Give a mandate from the page; it is an offer until its holder accepts it',
});

export const sendAcceptance = sent({
  operationId: 'sendAcceptance',
  path: `${MANDATES}/{mandateId}/acceptance`,
  summary: 'Accept a mandate from the page',
});

export const sendRefusal = sent({
  operationId: 'sendRefusal',
  path: `${MANDATES}/{mandateId}/refusal`,
  summary: 'Decline a mandate from the page',
});

export const sendEnding = sent({
  operationId: 'sendEnding',
  path: `${MANDATES}/{mandateId}/ending`,
  summary: 'Cancel a mandate given, or give up one held, from the page; out of force at once',
});
