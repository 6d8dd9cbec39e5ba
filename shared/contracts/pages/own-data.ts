import * as z from 'zod/mini';
import { ownDataExport } from '#shared/contracts/me/export';
import { MAILBOX } from '#shared/contracts/pages/mailbox';
import { lookedAt, sent } from '#shared/contracts/pages/page';

const DATA = `${MAILBOX}/data`;
const after = z.optional(z.string());

export const pageOfOwnData = lookedAt({
  operationId: 'pageOfOwnData',
  path: DATA,
  summary: 'My requests to authorities with their due dates, and the way to the rest, as a page',
  query: { after },
});

export const sendDataRequest = sent({
  operationId: 'sendDataRequest',
  path: DATA,
  summary: 'Ask an authority for my own data from the page',
});

export const pageOfAccess = lookedAt({
  operationId: 'pageOfAccess',
  path: `${DATA}/log`,
  summary: 'Who has looked at or changed my data, as a page',
  query: { after },
});

export const sendExport = sent({
  operationId: 'sendExport',
  path: `${DATA}/export`,
  summary: 'What the hub holds on me, as a file from the page',
  answer: {
    description: 'The file.',
    schema: ownDataExport,
    mediaType: 'application/json',
    fileToo: 'application/pdf',
  },
});

export const pageOfErasure = lookedAt({
  operationId: 'pageOfErasure',
  path: `${DATA}/erasure`,
  summary: 'What an erasure would take, and what is kept and why, as a page',
});

export const sendErasure = sent({
  operationId: 'sendErasure',
  path: `${DATA}/erasure`,
  summary: 'Have erased what the law lets go, from the page',
});
