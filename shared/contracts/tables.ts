interface Index {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
}

interface Table {
  /** Environment variable that holds the table's name. */
  readonly variable: string;
  /** Every table has the keys `pk` (text) and `sk`. */
  readonly sortKeyType: 'S' | 'N';
  readonly indexes: readonly Index[];
  /** Whose data it is, for the docs. */
  readonly holds: string;
  /** What somebody notices when it is slow or shut. Printed on its alarms. */
  readonly impact: string;
}

const WAKE: Index = { name: 'wake', partitionKey: 'wakeShard', sortKey: 'wakeAt' };

/** Tables, one for each room that owns data. Indexes project keys only. Read by infra, by the local runner and by tests. */
export const TABLES = {
  messages: {
    variable: 'MESSAGES_TABLE',
    sortKeyType: 'S',
    indexes: [WAKE],
    holds:
      'accepted messages (sealed), their deliveries with all facts, uploads, messages from end users, obstacles counted',
    impact: 'messages can not be sent, delivered or read',
  },
  recipients: {
    variable: 'RECIPIENTS_TABLE',
    sortKeyType: 'S',
    indexes: [WAKE],
    holds:
      'aliases of codes, gates with consents, mailbox lists, choices for matters, exceptions, outages and their holds',
    impact: 'nothing is delivered to mailboxes, and people can not see their mail or change their consent',
  },
  mandates: {
    variable: 'MANDATES_TABLE',
    sortKeyType: 'S',
    indexes: [],
    holds: 'mandates given here or registered at service points, with all that happened to them (parties sealed)',
    impact: 'nobody can act for another, and mandates can be neither given nor cancelled',
  },
  feed: {
    variable: 'FEED_TABLE',
    sortKeyType: 'N',
    indexes: [],
    holds: "pages of the senders' feeds, changes of consents (sealed)",
    impact: 'authorities do not learn what became of their messages until it is back',
  },
  letters: {
    variable: 'LETTERS_TABLE',
    sortKeyType: 'S',
    indexes: [{ name: 'shelf', partitionKey: 'shelf', sortKey: 'shelvedAt' }],
    holds: 'letters as the print provider gets them',
    impact: 'letters are not printed, so they are posted late',
  },
  tenants: {
    variable: 'TENANTS_TABLE',
    sortKeyType: 'S',
    indexes: [],
    holds: 'authorities, services, systems, key holders',
    impact: 'no system can sign in or send',
  },
  'own-data': {
    variable: 'OWN_DATA_TABLE',
    sortKeyType: 'S',
    indexes: [WAKE],
    holds:
      "logs of who looked at people's data (sealed), requests for one's own data (sealed), erasures, looks of officials by day",
    impact: 'people can not see who looked at their data nor ask for it, and service points can not serve visitors',
  },
  registers: {
    variable: 'REGISTERS_TABLE',
    sortKeyType: 'S',
    indexes: [],
    holds: 'population and business registers the hub keeps itself (sealed)',
    impact: 'recipients and addresses can not be looked up, so messages wait',
  },
  programme: {
    variable: 'PROGRAMME_TABLE',
    sortKeyType: 'S',
    indexes: [],
    holds: 'registers of the transition programme and of digital support with all their versions, runs of its reports',
    impact: 'authorities can not enter plans, reports of the programme are late and digital support is not found',
  },
  traffic: {
    variable: 'TRAFFIC_TABLE',
    sortKeyType: 'S',
    indexes: [],
    holds: 'what the deliveries of each service say, counted by month, and how far the feeds are counted',
    impact: 'reports tell nothing of the traffic until it is back; nothing is lost, since it is counted from the feeds',
  },
  keys: {
    variable: 'KEYS_TABLE',
    sortKeyType: 'S',
    indexes: [],
    holds: 'wrapped keys',
    impact: 'nothing can be sealed or opened: sending, delivering and reading stop',
  },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof TABLES;
