/** What runs by the clock may do, and nothing else. */
export const SCHEDULE_PERMISSIONS = {
  'schedule/sweep': {
    tables: {
      messages: ['read', 'query-index', 'update'],
      recipients: ['read', 'query-index', 'update'],
      'own-data': ['read', 'query-index', 'update'],
    },
  },
  'schedule/check-index': { tables: { messages: ['scan', 'update'] } },
  'schedule/seal-evidence': {
    tables: { tenants: ['scan'], feed: ['read', 'query'] },
    sealedDays: 'keep',
    signsRoots: true,
  },
  'schedule/count-traffic': { tables: { tenants: ['scan'], feed: ['read'], traffic: ['read', 'update'] } },
  'schedule/run-reports': {
    tables: {
      programme: ['read', 'query', 'put', 'update', 'write-together'],
      traffic: ['read', 'query'],
      tenants: ['scan'],
      'own-data': ['read', 'query'],
    },
    documents: [
      { prefix: 'reports/', may: ['read', 'put'] },
      { prefix: 'programme/imports/', may: ['read'] },
    ],
    sealing: 'make',
    mails: true,
  },
  'schedule/cut-batches': {
    tables: {
      messages: ['read', 'update'],
      letters: ['read', 'query', 'query-index', 'put', 'update', 'delete'],
      registers: ['read'],
      mandates: ['read', 'query'],
      recipients: ['read', 'put'],
    },
    documents: [
      { prefix: 'documents/', may: ['read'] },
      { prefix: 'letters/', may: ['read', 'remove'] },
    ],
    sealing: 'make',
    bringsBatches: true,
  },
  'schedule/follow-relay': {
    tables: { messages: ['read', 'update'], letters: ['read', 'put', 'update'] },
    sealing: 'make',
  },
  'schedule/move-hashes': {
    tables: { recipients: ['read', 'query', 'put', 'delete'], registers: ['read', 'query', 'put', 'delete'] },
    sealing: 'make',
  },
  'schedule/refresh-roadmap': {
    tables: { programme: ['read', 'query', 'put'] },
    documents: [
      { prefix: 'roadmap/', may: ['put'] },
      { prefix: 'programme/imports/', may: ['read'] },
    ],
  },
} as const;
