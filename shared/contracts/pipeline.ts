import { FACT_TYPES, type FactType } from '#shared/domain/message/facts';

interface Step {
  /** Facts that put work on this step's queue. */
  readonly hears: readonly FactType[];
  /** Facts this step may append. */
  readonly writes: readonly FactType[];
  /** Steps whose queues it may put an id on. */
  readonly nudges: readonly string[];
  /** Records taken at once. Steps with an outside effect take few. */
  readonly batchSize: number;
  /** Seconds a batch may wait to fill. @default 0 */
  readonly batchWindow?: number;
  /** Longest run in seconds; the queue hides a record for six times as long. */
  readonly timeout: number;
  /** What a citizen or an authority notices when it stops. Printed on its alarms. */
  readonly impact: string;
}

/**
 * The road of a message, one way: infra makes a queue and a function for each step, the local runner drives them, the docs
 * draw them. A fact flows only forward: a failed delivery is a new fact heard by a later step, never a step back; only the
 * mail provider's word that a notice came back can start another attempt, and that comes from outside.
 */
export const STEPS = {
  'prepare-upload': {
    hears: [],
    writes: [],
    nudges: [],
    batchSize: 5,
    timeout: 60,
    impact: 'uploaded files are checked at the send only, which makes sending slower',
  },
  'expire-attachment': {
    hears: [],
    writes: [],
    nudges: [],
    batchSize: 10,
    timeout: 20,
    impact: 'files that no message uses are kept longer than the 24 hours promised',
  },
  'end-retention': {
    hears: [],
    writes: [],
    nudges: [],
    batchSize: 10,
    timeout: 30,
    impact: 'messages and proofs whose time is over are kept longer than the law and the operator have said',
  },
  'tend-own-data': {
    hears: [],
    writes: [],
    nudges: [],
    batchSize: 5,
    timeout: 60,
    impact: 'erasures that were cut short stay so, and logs of who looked are kept longer than the law has said',
  },
  'route-message': {
    hears: ['ACCEPTED'],
    writes: ['DECIDED', 'HOLD_STARTED'],
    nudges: ['deliver-electronically', 'order-print', 'release-hold', 'publish-events', 'settle-service'],
    batchSize: 10,
    timeout: 20,
    impact: 'accepted messages wait: no recipient gets anything, by mailbox or by post',
  },
  'deliver-electronically': {
    hears: ['DECIDED'],
    writes: ['MAILBOX_STORED', 'NOTICE_SENT', 'NOTICE_BOUNCED', 'FALLBACK_STARTED', 'DECIDED', 'HOLD_STARTED'],
    nudges: ['order-print', 'publish-events', 'deliver-electronically', 'settle-service'],
    batchSize: 10,
    timeout: 30,
    impact: 'messages do not reach mailboxes, or reach them without a notice, so people miss deadlines',
  },
  'record-notice-event': {
    hears: ['NOTICE_SENT'],
    writes: ['NOTICE_SENT', 'REMINDER_SENT', 'NOTICE_BOUNCED', 'FALLBACK_STARTED', 'DECIDED', 'HOLD_STARTED'],
    nudges: ['order-print', 'publish-events', 'deliver-electronically', 'settle-service'],
    batchSize: 10,
    timeout: 20,
    impact: 'notices that came back go unseen: people whose e-mail is dead get no letter instead',
  },
  'remind-recipient': {
    hears: [],
    writes: ['REMINDER_SENT'],
    nudges: ['publish-events'],
    batchSize: 10,
    timeout: 30,
    impact: 'people are not reminded of messages that lie unopened',
  },
  'settle-service': {
    hears: ['DECIDED', 'OPENED', 'OPENED_LATE', 'RECEIPT_SIGNED', 'RETURNED', 'ADDRESS_UNRESOLVED'],
    writes: ['FALLBACK_STARTED', 'DECIDED', 'POSTED_ASSUMED', 'AUTHORITY_NOTIFIED', 'SERVED'],
    nudges: ['order-print', 'publish-events'],
    batchSize: 10,
    timeout: 20,
    impact: 'no letter follows a message that nobody opened, and authorities do not learn what they must look at',
  },
  'follow-withdrawal': {
    hears: [],
    writes: ['FALLBACK_STARTED', 'DECIDED'],
    nudges: ['order-print', 'publish-events', 'settle-service'],
    batchSize: 5,
    timeout: 60,
    impact: 'people who withdraw consent get no letter of what lies unopened in their mailbox',
  },
  'order-print': {
    hears: ['DECIDED'],
    writes: ['HANDED_TO_POSTAL', 'DECIDED', 'HOLD_STARTED'],
    nudges: ['publish-events'],
    batchSize: 10,
    timeout: 60,
    impact: 'letters are not printed: recipients on paper get nothing',
  },
  'release-hold': {
    hears: ['HOLD_STARTED'],
    writes: ['HOLD_RELEASED', 'DECIDED', 'HOLD_STARTED'],
    nudges: ['deliver-electronically', 'order-print', 'release-hold', 'publish-events'],
    batchSize: 10,
    timeout: 60,
    impact: 'what an outage kept back stays back when it is over, so people get their mail late',
  },
  'publish-events': {
    hears: FACT_TYPES,
    writes: [],
    nudges: [],
    batchSize: 100,
    batchWindow: 1,
    timeout: 30,
    impact: 'authorities do not learn what became of their messages, nor that people have written to them',
  },
  'tell-consent': {
    hears: [],
    writes: [],
    nudges: [],
    batchSize: 5,
    timeout: 30,
    impact: 'people get no confirmation of giving or withdrawing consent, and authorities do not learn of it',
  },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof STEPS;

interface Schedule {
  /** EventBridge Scheduler expression, in Europe/Helsinki; never between 03:00 and 04:00, which a day in spring lacks. */
  readonly expression: string;
  readonly nudges: readonly StepName[];
  readonly timeout: number;
  readonly impact: string;
}

/** What runs by the clock. Named after files in functions/schedule. */
export const SCHEDULES = {
  sweep: {
    expression: 'rate(1 minute)',
    nudges: [
      'route-message',
      'deliver-electronically',
      'remind-recipient',
      'settle-service',
      'order-print',
      'release-hold',
      'publish-events',
      'tell-consent',
      'follow-withdrawal',
      'expire-attachment',
      'end-retention',
      'tend-own-data',
    ],
    timeout: 55,
    impact: 'lost work is not found again and nothing that is due later happens: no retry, no timer',
  },
  'check-index': {
    expression: 'cron(30 4 * * ? *)',
    nudges: [],
    timeout: 900,
    impact: 'an item that fell out of the work list would go unnoticed',
  },
  'seal-evidence': {
    expression: 'cron(20 0 * * ? *)',
    nudges: [],
    timeout: 900,
    impact: 'what happened since the last seal can not be proved to outsiders until a later run seals it',
  },
  'count-traffic': {
    expression: 'rate(1 hour)',
    nudges: [],
    timeout: 900,
    impact: 'reports of the transition programme lag behind the traffic until a later run counts it',
  },
  'run-reports': {
    // The later two send what waited for evidence or for the mail provider, and go on where there was too much for one.
    expression: 'cron(0,20,40 6 * * ? *)',
    nudges: [],
    timeout: 900,
    impact:
      'the ministry and authorities are not told of plans and deadlines; a later run makes every report it missed',
  },
  'cut-batches': {
    // Where each letter is a batch of its own it finds nothing, by a few small reads.
    expression: 'rate(10 minutes)',
    nudges: ['publish-events', 'order-print', 'settle-service'],
    timeout: 900,
    impact: 'letters wait and are not printed; what waited goes with the next cut, each letter once',
  },
  'follow-relay': {
    // Where letters are not relayed it does nothing. Events can be read there for 60 days.
    expression: 'rate(1 hour)',
    nudges: ['publish-events', 'settle-service'],
    timeout: 900,
    impact:
      'what became of letters at the national service is not known here: receipts and returns are late, and read later',
  },
  'move-hashes': {
    // Mostly it finds that no rotation is open, by one small read.
    expression: 'rate(10 minutes)',
    nudges: [],
    timeout: 900,
    impact: 'a change of the key of keyed hashes does not come to its end; nobody else notices, since both keys work',
  },
  'refresh-roadmap': {
    // Mostly it finds that nothing has changed, by two small reads.
    expression: 'rate(5 minutes)',
    nudges: [],
    timeout: 300,
    impact: 'the public roadmap does not show what was entered lately',
  },
} as const satisfies Record<string, Schedule>;

export type ScheduleName = keyof typeof SCHEDULES;

/** The zone schedules are written in. */
export const SCHEDULE_ZONE = 'Europe/Helsinki';
