import { describe, expect, it } from 'vitest';
import { type DataRequest, newRequest } from '#shared/domain/own-data/data-request';
import { HOUR, MINUTE, after } from '#shared/kernel/time';
import { type RequestPage, placeOf } from '#shared/ports/data-requests';
import { NOON, OTHER_TENANT, TENANT } from '#test/builders/messages';
import { recipientNo } from '#test/builders/messages-stored';
import type { Stores } from '#test/builders/stores';

const OWNER = recipientNo(1);
const requestNo = (n: number, part: Partial<DataRequest> = {}): DataRequest => ({
  ...newRequest({
    requestId: `q-${n}`,
    recipientId: OWNER,
    tenantId: TENANT,
    authorityId: TENANT,
    channel: 'MESSAGES',
    receivedAt: after(NOON, n * MINUTE),
    assurance: 'HIGH',
    content: 'sealed',
    requester: 'sealed',
  }),
  ...part,
});
const ids = (requests: readonly DataRequest[]) => requests.map(({ requestId }) => requestId);

/** What every DataRequests must do. */
export function dataRequestsContract(name: string, make: () => Promise<Pick<Stores, 'dataRequests'>>): void {
  describe(`DataRequests: ${name}`, () => {
    it('knows nothing of a request nobody made', async () => {
      const { dataRequests } = await make();
      expect(await dataRequests.read('q-1')).toBeUndefined();
      expect(await dataRequests.ofRecipient(OWNER, { limit: 9 })).toEqual([]);
      expect(await dataRequests.ofTenant(TENANT, { limit: 9 })).toEqual([]);
      expect(await dataRequests.openOf(TENANT, { limit: 9 })).toEqual([]);
    });

    it('gives a request back as it was entered, to its person and its authority, and to no other', async () => {
      const { dataRequests } = await make();
      await dataRequests.enter(requestNo(1));
      expect(await dataRequests.read('q-1')).toEqual(requestNo(1));
      expect(await dataRequests.ofRecipient(OWNER, { limit: 9 })).toEqual([requestNo(1)]);
      expect(await dataRequests.ofTenant(TENANT, { limit: 9 })).toEqual([requestNo(1)]);
      expect(await dataRequests.ofRecipient(recipientNo(2), { limit: 9 })).toEqual([]);
      expect(await dataRequests.ofTenant(OTHER_TENANT, { limit: 9 })).toEqual([]);
      expect(await dataRequests.openOf(OTHER_TENANT, { limit: 9 })).toEqual([]);
    });

    it('enters it once, however often', async () => {
      const { dataRequests } = await make();
      await dataRequests.enter(requestNo(1));
      await dataRequests.enter(requestNo(1, { content: 'other' }));
      expect(await dataRequests.ofRecipient(OWNER, { limit: 9 })).toEqual([requestNo(1)]);
    });

    it('lists all newest first and open ones oldest first, a page at a time', async () => {
      const { dataRequests } = await make();
      for (const n of [3, 1, 5, 2, 4]) await dataRequests.enter(requestNo(n));
      const newest = await dataRequests.ofRecipient(OWNER, { limit: 2 });
      const then = await dataRequests.ofRecipient(OWNER, { after: placeOf(requestNo(4)), limit: 9 });
      expect(ids([...newest, ...then])).toEqual(['q-5', 'q-4', 'q-3', 'q-2', 'q-1']);
      expect(ids(await dataRequests.ofTenant(TENANT, { after: placeOf(requestNo(3)), limit: 1 }))).toEqual(['q-2']);
      expect(ids(await dataRequests.openOf(TENANT, { limit: 2 }))).toEqual(['q-1', 'q-2']);
      expect(ids(await dataRequests.openOf(TENANT, { after: placeOf(requestNo(2)), limit: 2 }))).toEqual([
        'q-3',
        'q-4',
      ]);
    });

    it('takes an answered one off the open ones, and keeps it on the others', async () => {
      const { dataRequests } = await make();
      for (const n of [1, 2, 3]) await dataRequests.enter(requestNo(n));
      const answered = requestNo(1, { answer: { answeredAt: after(NOON, HOUR) }, version: 2 });
      expect(await dataRequests.change(answered)).toBe(true);
      expect(await dataRequests.read('q-1')).toEqual(answered);
      expect(ids(await dataRequests.openOf(TENANT, { limit: 1 }))).toEqual(['q-2']);
      await dataRequests.enter(requestNo(1));
      expect(ids(await dataRequests.openOf(TENANT, { limit: 1 }))).toEqual(['q-2']);
      expect(ids(await dataRequests.ofTenant(TENANT, { limit: 9 }))).toEqual(['q-3', 'q-2', 'q-1']);
    });

    it('stores a change only over the version it was made from', async () => {
      const { dataRequests } = await make();
      await dataRequests.enter(requestNo(1));
      const extension = { at: NOON, reason: 'sealed', dueDate: requestNo(1).dueDate };
      const second = requestNo(1, { extension, version: 2 });
      expect(await dataRequests.change(second)).toBe(true);
      expect(await dataRequests.change(requestNo(1, { version: 2 }))).toBe(false);
      expect(await dataRequests.change(requestNo(9, { version: 2 }))).toBe(false);
      expect(await dataRequests.read('q-1')).toEqual(second);
    });

    it('tells a person’s lines from before a moment, oldest first, a page at a time', async () => {
      const { dataRequests } = await make();
      for (const n of [3, 1, 2, 4]) await dataRequests.enter(requestNo(n));
      await dataRequests.enter(requestNo(5, { recipientId: recipientNo(2) }));
      const before = async (page: RequestPage) =>
        (await dataRequests.before(OWNER, after(NOON, 4 * MINUTE), page)).map(({ requestId }) => requestId);
      expect(await before({ limit: 2 })).toEqual(['q-1', 'q-2']);
      expect(await before({ after: placeOf(requestNo(2)), limit: 9 })).toEqual(['q-3']);
      const [line] = await dataRequests.before(OWNER, after(NOON, HOUR), { limit: 1 });
      expect(line).toMatchObject({ recipientId: OWNER, tenantId: TENANT, request: requestNo(1) });
    });

    it('removes a request from everywhere, and no other; removing it again is harmless', async () => {
      const { dataRequests } = await make();
      for (const n of [1, 2]) await dataRequests.enter(requestNo(n));
      const [line] = await dataRequests.before(OWNER, after(NOON, HOUR), { limit: 1 });
      if (!line) throw new Error('the request stands on no list');
      for (let twice = 0; twice < 2; twice += 1) await dataRequests.remove(line);
      expect(await dataRequests.read('q-1')).toBeUndefined();
      expect(await dataRequests.before(OWNER, after(NOON, HOUR), { limit: 9 })).toHaveLength(1);
      expect(ids(await dataRequests.ofTenant(TENANT, { limit: 9 }))).toEqual(['q-2']);
      expect(ids(await dataRequests.openOf(TENANT, { limit: 9 }))).toEqual(['q-2']);
      expect(ids(await dataRequests.ofRecipient(OWNER, { limit: 9 }))).toEqual(['q-2']);
    });
  });
}
