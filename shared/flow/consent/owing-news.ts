import type { Gate } from '#shared/domain/consent/gate';
import { owingPublication } from '#shared/domain/consent/published-consent';
import { publicationContext } from '#shared/flow/notice/notice-context';
import type { Sealer } from '#shared/ports/sealer';

/**
 * A changed gate that also owes the feed of consents its news.
 *
 * @param id identity code or business id of its holder: sealed before it is kept
 */
export function makeOwingNews(sealer: Pick<Sealer, 'sealText'>) {
  return async function owingNews(before: Gate | undefined, after: Gate, id: string): Promise<Gate> {
    const context = publicationContext(after);
    return owingPublication(before, after, await sealer.sealText({ key: 'recipients', context, text: id }));
  };
}
