import type { PublishedConsent } from '#shared/domain/consent/published-consent';
import {
  type Positions,
  START,
  type TokenRefused,
  formatPositions,
  parsePositions,
} from '#shared/domain/feed/positions';
import type { TenantId } from '#shared/domain/message/ids';
import { publicationContext } from '#shared/flow/notice/notice-context';
import { type Result, ok, refuse } from '#shared/kernel/result';
import type { Instant } from '#shared/kernel/time';
import type { ConsentFeed } from '#shared/ports/consent-feed';
import type { Sealer } from '#shared/ports/sealer';
import type { Tenants } from '#shared/ports/tenants';

export interface ReadConsentPorts {
  readonly consentFeed: ConsentFeed;
  readonly tenants: Tenants;
  readonly sealer: Sealer;
  readonly feedLanes: number;
}

/** A change of consent as an authority is told it: by a hash under its own key, and by nothing else of the person. */
export interface HashedConsent {
  readonly hash: string;
  readonly electronic: boolean;
  /** Counts the changes of that person's consent. */
  readonly version: number;
  readonly at: Instant;
}

export interface ConsentPage {
  readonly consents: readonly HashedConsent[];
  /** Which of the authority's keys the hashes are made with. */
  readonly keyVersion: number;
  /** Where to go on. */
  readonly token: string;
}

/** The authority may not have it: to its systems there is no such feed. */
interface NoSuchFeed {
  readonly kind: 'no-such-feed';
}

interface Asked {
  readonly tenantId: TenantId;
  readonly token?: string | undefined;
  readonly limit: number;
}

/** The key an authority hashes identity codes with, as 64 hexadecimal digits. Another version is another key. */
export async function consentKeyOf(
  sealer: Pick<Sealer, 'digest'>,
  tenantId: TenantId,
  version: number,
): Promise<string> {
  return sealer.digest('consent-feed', JSON.stringify([tenantId, version]));
}

/**
 * Reads the changes of consents from a token on, for an authority that the operator has let have them.
 *
 * @see 571/2016 § 11 (an authority may rely on the register of consents); docs/adr/031
 */
export function makeReadConsents(ports: ReadConsentPorts) {
  const { consentFeed, tenants, sealer, feedLanes } = ports;
  const hashed = makeHashed(ports);

  return async function readConsents(asked: Asked): Promise<Result<ConsentPage, NoSuchFeed | TokenRefused>> {
    const allowed = (await tenants.authority(asked.tenantId))?.consentFeed;
    if (!allowed) return refuse({ kind: 'no-such-feed' });
    const positions = await startOf(asked);
    if (!positions.ok) return positions;
    const lanes = await Promise.all(
      positions.value.map(async ({ page }, lane) => consentFeed.from(lane, page, asked.limit)),
    );
    const entries = inOrder(lanes, asked.limit);
    const { keyVersion } = allowed;
    const consents = await hashed(entries, await consentKeyOf(sealer, asked.tenantId, keyVersion));
    return ok({ consents, keyVersion, token: await tokenOf(asked, after(positions.value, entries)) });
  };

  async function startOf({ tenantId, token }: Asked): Promise<Result<Positions, TokenRefused>> {
    if (token === undefined) return ok(Array.from({ length: feedLanes }, () => START));
    const [text = '', mac] = token.split('-');
    if ((await macOf(tenantId, text)) !== mac) return refuse({ kind: 'token-refused' });
    return parsePositions(text, feedLanes);
  }

  async function tokenOf({ tenantId }: Asked, positions: Positions): Promise<string> {
    const text = formatPositions(positions);
    return `${text}-${await macOf(tenantId, text)}`;
  }

  async function macOf(tenantId: TenantId, text: string): Promise<string> {
    return (await sealer.digest('feed-token', JSON.stringify([tenantId, 'consents', text]))).slice(0, 24);
  }
}

/** A lane's entries keep their order; of the lanes the oldest goes first. */
function inOrder(lanes: readonly (readonly PublishedConsent[])[], limit: number): PublishedConsent[] {
  const heads = lanes.map((entries) => ({ entries, next: 0 }));
  const merged: PublishedConsent[] = [];
  while (merged.length < limit) {
    const ahead = heads.flatMap((head) => {
      const entry = head.entries[head.next];
      return entry ? [{ head, entry }] : [];
    });
    const [first, ...rest] = ahead;
    if (!first) break;
    const oldest = rest.reduce((best, each) => (each.entry.at < best.entry.at ? each : best), first);
    merged.push(oldest.entry);
    oldest.head.next += 1;
  }
  return merged;
}

/** Positions after what was told; `page` is the number of the next entry of its lane. */
function after(positions: Positions, told: readonly PublishedConsent[]): Positions {
  const last = new Map(told.map(({ lane, number }) => [lane, number]));
  return positions.map((position, lane) => ({ ...position, page: (last.get(lane) ?? position.page - 1) + 1 }));
}

function makeHashed({ sealer }: Pick<ReadConsentPorts, 'sealer'>) {
  return async (entries: readonly PublishedConsent[], key: string): Promise<HashedConsent[]> =>
    Promise.all(
      entries.map(async ({ recipientId, id, electronic, version, at }) => ({
        hash: sealer.keyedHash(key, await sealer.openText(publicationContext({ recipientId }), id)),
        electronic,
        version,
        at,
      })),
    );
}
