import type { Inside } from '#local/inside';
import { type Letter, shelfState } from '#shared/domain/delivery-postal/letter';
import { postalAddress } from '#shared/domain/message/address';
import { addressContext } from '#shared/flow/delivery-postal/order-print';

const PAGE = 100;
const MOST_APART = 10_000;

/** Every letter that went to print, oldest first, with the address that was printed: what no other front ever shows. */
export async function lettersSoFar(inside: Inside, baseUrl: string) {
  const shelves = shelfState.options.map(async (state) => inState(inside, state));
  const letters = (await Promise.all([...shelves, apart(inside)])).flat();
  const oldestFirst = letters.sort((a, b) => (a.orderedAt < b.orderedAt ? -1 : 1));
  return Promise.all(
    oldestFirst.map(async ({ letterId, messageId, deliveryId, class: letterClass, state, sheets, address }) => ({
      letterId,
      messageId,
      deliveryId,
      class: letterClass,
      state,
      address: postalAddress.parse(JSON.parse(await inside.sealer.openText(addressContext(letterId), address))),
      sheets,
      pdfUrl: `${baseUrl}/print/v1/letters/${letterId}/pdf`,
    })),
  );
}

async function inState({ shelf }: Inside, state: Letter['state']): Promise<Letter[]> {
  const letters: Letter[] = [];
  for (;;) {
    const page = await shelf.list(state, { after: letters.at(-1)?.letterId, limit: PAGE });
    letters.push(...page);
    if (page.length < PAGE) return letters;
  }
}

/** Those that wait for the limit of their authority. */
async function apart({ shelf, tenants }: Inside): Promise<Letter[]> {
  const each = (await tenants.authorities()).map(async (tenantId) => shelf.listApart(tenantId, MOST_APART));
  return (await Promise.all(each)).flat();
}
