import type { DocumentUse, FunctionName, Permissions } from '#infra/permission';
import { SCHEDULE_PERMISSIONS } from '#infra/schedule-permissions';

/** Reads a raw upload, keeps the file that was in it, and removes the raw one (flow/prepare-upload). */
const preparing = (uploads: string): readonly DocumentUse[] => [
  { prefix: uploads, may: ['read', 'remove'] },
  { prefix: 'documents/', may: ['put'] },
];

/** Looks up for whom a person acts, and enters the look in that party's log (flow/who-acts, flow/enter-look). */
const ACTING = { mandates: ['read', 'query'], 'own-data': ['read', 'put'] } as const;

/** Shows what is held on a person and takes their requests for it; finishes an import whose writer is gone (flow/export-own-data). */
const OWN_DATA = {
  registers: ['read'],
  tenants: ['read'],
  ...ACTING,
  'own-data': ['read', 'query', 'put'],
  programme: ['read', 'query', 'put'],
} as const;

/** Decides where a delivery goes, by registers, mandates and choices (flow/decide-delivery). */
const DECIDING = {
  messages: ['read', 'update'],
  registers: ['read'],
  mandates: ['read', 'query'],
  tenants: ['read'],
} as const;

/**
 * What each function may do, by what its flow does: nothing else is allowed anywhere. Queues are not here; which one a
 * function may put an id on stands in shared/contracts/routes.ts and pipeline.ts. Whoever finds a recipient by a code may
 * put it under another hash, since the key of the hashes may be changing (flow/recipient-ids).
 */
export const PERMISSIONS = {
  'api/credentials': { sealing: 'make', signsIn: true },
  'api/sending': {
    tables: {
      messages: ['read', 'put', 'update'],
      recipients: ['read', 'put'],
      registers: ['read'],
      mandates: ['read', 'query'],
      tenants: ['read'],
    },
    documents: preparing('in/tenant/'),
    missesDocuments: true,
    sealing: 'make',
  },
  'api/upload': {
    tables: { recipients: ['read', 'put'], registers: ['read'], tenants: ['read'], ...ACTING },
    sealing: 'make',
  },
  'api/reading': {
    tables: {
      messages: ['read', 'query'],
      recipients: ['read', 'put'],
      letters: ['read'],
      feed: ['read', 'query'],
      tenants: ['read'],
      // Whoever comes after an import whose writer is gone finishes it.
      programme: ['read', 'query', 'put'],
    },
    documents: [{ prefix: 'programme/imports/', may: ['read'] }],
    sealing: 'make',
  },
  'api/findings': {
    tables: { messages: ['read', 'query', 'put', 'update'], recipients: ['read', 'update'], tenants: ['read'] },
    sealing: 'make',
  },
  'api/download': {
    tables: {
      messages: ['read', 'query', 'update'],
      recipients: ['read', 'put'],
      registers: ['read'],
      letters: ['read'],
      tenants: ['read'],
      ...ACTING,
    },
    documents: [
      { prefix: 'documents/', may: ['read'] },
      { prefix: 'letters/', may: ['read'] },
    ],
    sealing: 'make',
  },
  'api/evidence': {
    tables: { messages: ['read', 'query'], feed: ['read'], tenants: ['read'] },
    documents: [{ prefix: 'proofs/', may: ['read'] }],
    sealing: 'make',
    sealedDays: 'read',
  },
  'api/recipient': {
    tables: {
      messages: ['read', 'query', 'put', 'update'],
      recipients: ['read', 'query', 'put', 'update'],
      registers: ['read', 'query'],
      tenants: ['read'],
      ...ACTING,
      mandates: ['read', 'query', 'put'],
    },
    documents: preparing('in/recipient/'),
    missesDocuments: true,
    sealing: 'make',
  },
  'api/own-data': {
    tables: { ...OWN_DATA, messages: ['read', 'query', 'put'], recipients: ['read', 'query', 'put', 'update'] },
    documents: [{ prefix: 'programme/imports/', may: ['read'] }],
    sealing: 'make',
  },
  'api/data-requests': {
    tables: {
      'own-data': ['read', 'query', 'put', 'delete'],
      messages: ['read', 'query'],
      recipients: ['read', 'update'],
      tenants: ['read'],
    },
    sealing: 'make',
  },
  'api/pages': {
    tables: {
      ...OWN_DATA,
      messages: ['read', 'query', 'put', 'update'],
      recipients: ['read', 'query', 'put', 'update'],
      registers: ['read', 'query'],
      mandates: ['read', 'query', 'put'],
    },
    documents: [
      { prefix: 'documents/', may: ['read', 'put'] },
      { prefix: 'programme/imports/', may: ['read'] },
    ],
    sealing: 'make',
  },
  // It reaches no message. The looks an official has left of a day are counted beside the log.
  'api/point': {
    tables: {
      recipients: ['read', 'query', 'put', 'update'],
      registers: ['read'],
      tenants: ['read'],
      mandates: ['read', 'query', 'put'],
      'own-data': ['read', 'put', 'update'],
    },
    sealing: 'make',
  },
  'api/print': {
    tables: { messages: ['read', 'update'], letters: ['read', 'query-index', 'update'], tenants: ['read'] },
    documents: [{ prefix: 'proofs/', may: ['put'] }],
    sealing: 'make',
  },
  'api/ruling': {
    tables: {
      recipients: ['read', 'put', 'update'],
      letters: ['read', 'query', 'query-index', 'put', 'update'],
      tenants: ['read'],
    },
    sealing: 'make',
  },
  'api/retention': {
    tables: {
      messages: ['read', 'query', 'query-index', 'put', 'update'],
      tenants: ['read'],
      'own-data': ['read', 'query', 'query-index', 'put'],
    },
    sealing: 'make',
  },
  'api/consent-offers': { tables: { tenants: ['read'] }, sealing: 'make' },
  'api/programme': {
    tables: { programme: ['read', 'query', 'put', 'update'], tenants: ['read'] },
    // Whoever comes after an import whose writer is gone finishes it.
    documents: [{ prefix: 'programme/imports/', may: ['read'] }],
    sealing: 'make',
  },
  'api/support': {
    tables: { programme: ['read', 'query', 'put', 'update'], tenants: ['read'] },
    documents: [{ prefix: 'programme/imports/', may: ['read', 'put'] }],
    missesDocuments: true,
    sealing: 'make',
  },
  'api/traffic': {
    tables: {
      tenants: ['read'],
      feed: ['read'],
      // Whoever comes after an import whose writer is gone finishes it.
      programme: ['read', 'query', 'put'],
      traffic: ['read', 'query', 'update', 'delete'],
    },
    documents: [{ prefix: 'programme/imports/', may: ['read'] }],
    sealing: 'make',
  },
  'api/reports': {
    tables: { programme: ['read', 'query', 'put'], tenants: ['read'] },
    documents: [
      { prefix: 'reports/', may: ['read'] },
      { prefix: 'programme/imports/', may: ['read'] },
    ],
    sealing: 'make',
  },
  'api/roadmap': {
    tables: { programme: ['read', 'query', 'put'] },
    documents: [
      { prefix: 'roadmap/', may: ['read'] },
      { prefix: 'programme/imports/', may: ['read'] },
    ],
    missesDocuments: true,
  },
  'api/imports': {
    tables: { programme: ['read', 'query', 'put'], tenants: ['read'] },
    documents: [{ prefix: 'programme/imports/', may: ['read', 'put'] }],
    sealing: 'make',
  },
  'api/description': {},
  'worker/prepare-upload': {
    tables: { messages: ['read', 'put'] },
    documents: preparing('in/'),
    missesDocuments: true,
    sealing: 'make',
  },
  'worker/expire-attachment': {
    tables: { messages: ['read', 'delete'] },
    documents: [{ prefix: 'documents/', may: ['remove'] }],
  },
  'worker/end-retention': {
    tables: {
      messages: ['read', 'query', 'update', 'delete'],
      recipients: ['read', 'delete'],
      letters: ['read', 'delete'],
    },
    documents: [
      { prefix: 'documents/', may: ['remove'] },
      { prefix: 'letters/', may: ['remove'] },
      { prefix: 'proofs/', may: ['remove'] },
    ],
    sealing: 'open',
  },
  'worker/route-message': {
    tables: { ...DECIDING, messages: ['read', 'put', 'update'], recipients: ['read', 'put'] },
    sealing: 'make',
  },
  'worker/deliver-electronically': {
    tables: { ...DECIDING, recipients: ['read', 'put', 'update'] },
    sealing: 'make',
    mails: true,
  },
  'worker/record-notice-event': {
    tables: { ...DECIDING, programme: ['read', 'put', 'update'], recipients: ['read', 'put', 'update'] },
    sealing: 'open',
  },
  'worker/remind-recipient': {
    tables: { messages: ['read', 'update'], recipients: ['read', 'put', 'update'], tenants: ['read'] },
    sealing: 'open',
    mails: true,
  },
  'worker/settle-service': {
    tables: { ...DECIDING, recipients: ['read', 'put'] },
    sealing: 'open',
  },
  'worker/follow-withdrawal': {
    tables: { ...DECIDING, recipients: ['read', 'query', 'put', 'update'] },
    sealing: 'open',
  },
  'worker/order-print': {
    tables: {
      ...DECIDING,
      recipients: ['read', 'put'],
      letters: ['read', 'put'],
      // Whoever comes after an import whose writer is gone finishes it.
      programme: ['read', 'query', 'put'],
    },
    documents: [
      { prefix: 'programme/imports/', may: ['read'] },
      { prefix: 'documents/', may: ['read'] },
      { prefix: 'letters/', may: ['put'] },
    ],
    sealing: 'make',
  },
  'worker/release-hold': {
    tables: { ...DECIDING, recipients: ['read', 'query', 'put', 'update', 'delete'] },
    sealing: 'make',
  },
  'worker/publish-events': { tables: { messages: ['read', 'update'], feed: ['read', 'query', 'put'] } },
  'worker/tell-consent': {
    tables: { recipients: ['read', 'put', 'update'], feed: ['query', 'put'] },
    sealing: 'open',
    mails: true,
  },
  'worker/tend-own-data': {
    tables: {
      messages: ['read'],
      recipients: ['read', 'put', 'update'],
      'own-data': ['read', 'query', 'put', 'update', 'delete'],
    },
    sealing: 'open',
  },
  ...SCHEDULE_PERMISSIONS,
} as const satisfies Readonly<Record<FunctionName, Permissions>>;
