import { type Authority, SENDING, authorityWith, systemOne } from '#test/builders/e2e-authority';
import { type About, anAddress, identityCode, multichannel } from '#test/builders/e2e-bodies';
import type { Hub } from '#test/builders/e2e-hub';
import { type Sandbox, sandboxOf } from '#test/builders/e2e-sandbox';

/** Who runs the local hub. */
export function operatorAt(hub: Hub): Authority {
  return authorityWith(hub, { 'x-api-key': 'operator-key' });
}

/** Where a message went and why, as its sender is told. */
export interface Went {
  readonly messageId: number;
  readonly channel: string | null;
  readonly reason: string | null;
  readonly flags: readonly string[];
}

/** An authority that sends to anybody on any road, and looks at once where it went. */
export interface Channel {
  readonly city: Authority;
  readonly sandbox: Sandbox;
  /** Sends a multichannel message and lets it run. */
  readonly send: (about: Omit<About, 'file'>) => Promise<Went>;
  /** Sends and does not let it run. */
  readonly accept: (about: Omit<About, 'file'>) => Promise<number>;
  /** Where a message is now. */
  readonly look: (messageId: number) => Promise<Went>;
  /** A person nobody else in the file is. */
  readonly person: (row?: object) => Promise<string>;
}

export function channelAt(hub: Hub, day: string): Channel {
  const city = systemOne(hub);
  const sandbox = sandboxOf(hub);
  const born = { last: 0 };

  const accept: Channel['accept'] = async (about) => {
    const file = await city.upload();
    return city.send(SENDING.multichannel, multichannel({ addressPage: true, ...about, file }));
  };
  const look: Channel['look'] = async (messageId) => {
    const [delivery] = (await city.show(messageId)).deliveries;
    const { channel = null, reason = null, flags = [] } = delivery ?? {};
    return { messageId, channel, reason, flags };
  };
  return {
    city,
    sandbox,
    accept,
    look,
    send: async (about) => {
      const messageId = await accept(about);
      await sandbox.settle();
      return look(messageId);
    },
    person: async (row = {}) => {
      born.last += 1;
      const id = identityCode(day, '-', 900 + born.last);
      const postalAddress = anAddress({ streetAddress: `Rekisterikatu ${born.last}` });
      await sandbox.person(id, { name: 'Vastaanottaja Ville', postalAddress, ...row });
      return id;
    },
  };
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2];

/** The n-th business id of tests, with its right check digit. */
export function businessId(n: number): string {
  const stem = String(3_000_000 + n);
  const left = Array.from(stem).reduce((sum, digit, i) => sum + Number(digit) * (WEIGHTS[i] ?? 0), 0) % 11;
  return left === 1 ? businessId(n + 500) : `${stem}-${left === 0 ? 0 : 11 - left}`;
}
