import { beforeEach, describe, expect, it } from 'vitest';
import { externalId as externalIdSchema } from '#shared/domain/message/ids';
import { makeShowCosts } from '#shared/flow/pricing/show-costs';
import { makeShowMonthCosts } from '#shared/flow/pricing/show-month-costs';
import { makeShowUsage } from '#shared/flow/pricing/show-usage';
import { calendarDate } from '#shared/kernel/time';
import { OTHER_TENANT, PAULA, TENANT, electronicPart, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { consenting, deliveryOf, openWorld, send, upload } from '#test/builders/world-people';

const VALID = { vatPerMille: 255, validFrom: '2026-01-01' };
const ROWS = [
  { kind: 'organisations', id: TENANT, fields: { names: { fi: 'Kunta' }, type: 'MUNICIPALITY' } },
  { kind: 'organisations', id: 'toinen', fields: { names: { fi: 'Toinen' }, type: 'STATE', tenantId: OTHER_TENANT } },
  { kind: 'tariffs', id: 'viesti', fields: { product: 'ELECTRONIC', itemCents: 4, ...VALID } },
  { kind: 'tariffs', id: 'kirje', fields: { product: 'LETTER', itemCents: 100, sheetCents: 10, ...VALID } },
  { kind: 'tariffs', id: 'oma', fields: { product: 'LETTER', organisationId: 'toinen', itemCents: 1, ...VALID } },
];

let world: World;

beforeEach(async () => {
  world = await openWorld();
  for (const row of ROWS) await world.ports.programme.put(row, { at: world.now(), follows: undefined });
});

const ports = () => ({ ...world.ports, rows: world.ports.programme });

async function sendBoth() {
  await consenting(world);
  const message = await send(world, { electronic: electronicPart() });
  const paperMail = paperPart(await upload(world));
  const letter = await send(world, { externalId: externalIdSchema.parse('k'), recipient: { id: PAULA }, paperMail });
  await world.settle();
  return { message, letter };
}

describe('what is told of costs', () => {
  it('is the price of each delivery by the tariffs an authority may see', async () => {
    const { message, letter } = await sendBoth();
    const costOf = await makeShowCosts(ports())(TENANT);
    const electronic = costOf(await deliveryOf(world, message));
    expect(electronic.items).toMatchObject([{ product: 'ELECTRONIC', netCents: 4, vatCents: 1 }]);
    expect(electronic.saved).toEqual({ netCents: 106, vatCents: 27 });
    const paper = costOf(await deliveryOf(world, letter));
    expect(paper.items).toMatchObject([{ product: 'LETTER' }]);
    expect(paper.items[0]?.netCents).toBeGreaterThanOrEqual(110);
    const others = (await makeShowCosts(ports())(OTHER_TENANT))(await deliveryOf(world, letter));
    expect(others.items).toMatchObject([{ netCents: 1 }]);
  });

  it('is the sum of a month, the same as that of its deliveries', async () => {
    const { message, letter } = await sendBoth();
    const costOf = await makeShowCosts(ports())(TENANT);
    const each = await Promise.all([message, letter].map(async (id) => costOf(await deliveryOf(world, id))));
    const nets = each.flatMap(({ items }) => items.map(({ netCents }) => netCents ?? 0));
    const month = await makeShowMonthCosts(ports())(TENANT, '2026-11');
    expect(month).toMatchObject({ month: '2026-11', isUpToDate: true, saved: { netCents: 106 } });
    expect(month.total.netCents).toBe(nets.reduce((sum, cents) => sum + cents, 0));
    expect(month.lines.map(({ product, items }) => [product, items])).toEqual([
      ['ELECTRONIC', 1],
      ['LETTER', 1],
    ]);
    expect(await makeShowMonthCosts(ports())(TENANT, '2026-10')).toMatchObject({ lines: [] });
    expect(await makeShowMonthCosts(ports())(OTHER_TENANT, '2026-11')).toMatchObject({ lines: [] });
  });

  it('is told of single days, by who pays, with the channels and the letters that were spared', async () => {
    await sendBoth();
    const show = makeShowUsage(ports());
    const [day, before, last] = ['2026-11-23', '2026-11-22', '2027-10-31'].map((text) => calendarDate.parse(text));
    if (!day || !before || !last) throw new Error('no days');
    const usage = await show(TENANT, { from: day, to: day });
    expect(usage).toMatchObject({
      isUpToDate: true,
      messages: 2,
      channels: { ELECTRONIC: 1, LETTER: 1, LETTER_ADVICE_OF_RECEIPT: 0, MANUAL: 0, UNDELIVERABLE: 0 },
      fallbacks: 0,
      avoidedLetters: 1,
    });
    expect(usage.costs.lines.map(({ product, items }) => [product, items])).toEqual([
      ['ELECTRONIC', 1],
      ['LETTER', 1],
    ]);
    expect(usage.costs.total).toEqual((await makeShowMonthCosts(ports())(TENANT, '2026-11')).total);
    expect(await show(TENANT, { from: before, to: last })).toMatchObject({ messages: 2, costs: usage.costs });
    const none = { messages: 0, avoidedLetters: 0, costs: { lines: [], total: { netCents: 0, vatCents: 0 } } };
    expect(await show(TENANT, { from: before, to: before })).toMatchObject(none);
    expect(await show(OTHER_TENANT, { from: before, to: last })).toMatchObject(none);
  });
});
