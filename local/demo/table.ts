/** One message of the demo. */
export interface DemoRow {
  readonly name: string;
  readonly messageId: number;
  /** Path, or paths, it was sent to. */
  readonly sent: string;
  channel?: string;
  why?: string;
  /** What reached the recipient and what they did. */
  recipient?: string;
  /** Events the sender polled. */
  sender?: string;
}

const WIDTH = 96;

/** Prints a block for each message: narrow enough for any terminal, readable by people and by screen readers. */
export function printTable(rows: readonly DemoRow[], url: string): void {
  console.log(`\n${rows.length} messages sent to ${url}\n`);
  for (const { name, messageId, sent, channel = '', why = '', recipient = '', sender = '' } of rows) {
    console.log(`${name}  (message ${messageId})`);
    line('sent', sent);
    line('went', channel);
    line('why', why);
    line('recipient', recipient);
    line('sender', sender);
    console.log('');
  }
}

function line(label: string, text: string): void {
  const indent = ' '.repeat(12);
  const words = text.split(' ');
  const lines = words.reduce<string[]>((all, word) => {
    const last = all.at(-1) ?? '';
    return last.length + word.length + 1 > WIDTH - indent.length && last !== ''
      ? [...all, word]
      : [...all.slice(0, -1), `${last} ${word}`.trim()];
  }, []);
  console.log(`  ${label.padEnd(10)}${lines.join(`\n${indent}`)}`);
}
