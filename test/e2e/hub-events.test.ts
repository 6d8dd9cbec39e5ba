import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { SENDING, systemOne, systemTwo } from '#test/builders/e2e-authority';
import { electronicOnly } from '#test/builders/e2e-bodies';
import { useHub } from '#test/builders/e2e-hub';
import { sandboxOf } from '#test/builders/e2e-sandbox';

const hub = useHub();
const city = systemOne(hub);
const sandbox = sandboxOf(hub);

const page = z.object({
  events: z.array(z.looseObject({ id: z.string(), type: z.string(), data: z.looseObject({ messageId: z.int() }) })),
  after: z.string(),
});

async function read(query: string, by = city) {
  return page.parse((await by.call('GET', `/hub/v1/events${query}`)).json);
}

describe("the hub's own events", () => {
  it('tell every fact of every delivery in an envelope, in order and once', async () => {
    const messageId = await city.send(SENDING.electronic, electronicOnly({ externalId: 'tapahtuma-1' }));
    await sandbox.settle();
    const { events, after } = await read('');
    expect(events.map(({ id, type }) => [id, type])).toEqual([
      [`${messageId}-1/1`, 'viestivayla.ACCEPTED'],
      [`${messageId}-1/2`, 'viestivayla.DECIDED'],
      [`${messageId}-1/3`, 'viestivayla.MAILBOX_STORED'],
      [`${messageId}-1/4`, 'viestivayla.NOTICE_SENT'],
    ]);
    expect(events[3]).toMatchObject({
      specversion: '1.0',
      source: `/hub/v1/messages/${messageId}`,
      subject: `${messageId}-1`,
      datacontenttype: 'application/json',
      data: { messageId, externalId: 'tapahtuma-1', seq: 4, type: 'NOTICE_SENT', actor: { role: 'SYSTEM' } },
    });
    expect(await read(`?after=${after}`)).toEqual({ events: [], after });
  });

  it('are read a few at a time', async () => {
    const first = await read('?limit=3');
    expect(first.events).toHaveLength(3);
    const rest = await read(`?limit=3&after=${first.after}`);
    expect(rest.events.map(({ type }) => type)).toEqual(['viestivayla.NOTICE_SENT']);
  });

  it("are the authority's own", async () => {
    expect((await read('', systemTwo(hub))).events).toEqual([]);
    const { after } = await read('');
    expect(await systemTwo(hub).call('GET', `/hub/v1/events?after=${after}`)).toMatchObject({ status: 400 });
  });

  it.each(['after=nonsense', 'limit=0', 'limit=many', 'limit=10000'])('refuse %s by name', async (query) => {
    const answer = await city.call('GET', `/hub/v1/events?${query}`);
    expect(answer).toMatchObject({
      status: 400,
      json: { errors: [{ pointer: expect.stringMatching(/after|limit/) }] },
    });
  });

  it('need a credential', async () => {
    expect((await city.call('GET', '/hub/v1/events', { headers: { 'x-api-key': 'nobody' } })).status).toBe(401);
  });
});
