import * as z from 'zod/mini';
import type { MatterPreference } from '#shared/domain/consent/matter-preference';
import { type RecipientId, serviceId } from '#shared/domain/message/ids';
import type { OwnMatter } from '#shared/flow/consent/change-matter';
import {
  type ChosenForMatter,
  type MatterPorts,
  matterNameContext,
  openChoice,
} from '#shared/flow/delivery/matter-choice';

export interface ListedMatter extends ChosenForMatter {
  readonly of: OwnMatter;
}

export interface MattersPage {
  readonly matters: readonly ListedMatter[];
  /** Where the next page begins, where there is one. */
  readonly next?: string;
}

const name = z.tuple([serviceId, z.string()]);

/**
 * The choices somebody has made for single matters and that are in force.
 *
 * @returns a page that may be shorter than `limit` though more follow: cleared choices are left out
 * @see REQ-038, REQ-043
 */
export function makeListMatters({ matters, sealer }: MatterPorts) {
  return async function listMatters(
    recipientId: RecipientId | undefined,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<MattersPage> {
    const read = recipientId ? await matters.list(recipientId, page) : [];
    const listed = await Promise.all(read.filter(({ kind }) => kind !== 'CLEARED').map(listedOf));
    const next = read.length < page.limit ? undefined : read.at(-1)?.matter;
    return { matters: listed.flat(), next };
  };

  async function listedOf(preference: MatterPreference): Promise<ListedMatter[]> {
    if (preference.named === undefined) return [];
    const [service, matterId] = name.parse(
      JSON.parse(await sealer.openText(matterNameContext(preference), preference.named)),
    );
    return [{ of: { serviceId: service, matterId }, ...(await openChoice(sealer, preference)) }];
  }
}
