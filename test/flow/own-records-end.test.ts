import { beforeEach, describe, expect, it } from 'vitest';
import type { RecipientId } from '#shared/domain/message/ids';
import { SERVICE, TENANT, TESSA } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { mortal } from '#test/builders/world-crash';
import { acting, consenting, done, openWorld } from '#test/builders/world-people';
import { dayOf } from '#test/builders/world-retention';

let world: World;
let tessa: RecipientId;

beforeEach(async () => {
  world = await openWorld();
  const name = { fi: 'Esimerkkikaupunki', sv: 'Exempelstaden', en: 'City of Example' };
  await world.ports.tenants.putAuthority({ tenantId: TENANT, name, ownDataServiceId: SERVICE });
  await consenting(world);
  const { recipientId } = await acting(world, TESSA);
  if (!recipientId) throw new Error('a mailbox without an id');
  tessa = recipientId;
});

async function asked(): Promise<string> {
  const wish = { authorityId: TENANT, what: 'Kaikki minusta', language: 'fi' } as const;
  return done(await world.hub.requestData(await acting(world, TESSA), wish)).request.requestId;
}

const answer = async (id: string) => done(await world.hub.answer(TENANT, id, { answeredAt: world.now() }));
const requests = async () =>
  (await world.ports.dataRequests.ofRecipient(tessa, { limit: 50 })).map(({ requestId }) => requestId);

describe('a request for own data that was answered', () => {
  it('ends two calendar years after the year of its answer, and not before', async () => {
    const id = await asked();
    await world.moveTo(dayOf('2026-12-20'));
    await answer(id);
    await world.moveTo(dayOf('2028-12-31', '23:59'));
    expect(await requests()).toEqual([id]);
    await world.moveTo(dayOf('2029-01-01', '00:01'));
    expect([await requests(), await world.ports.dataRequests.read(id)]).toEqual([[], undefined]);
    expect(await world.ports.dataRequests.ofTenant(TENANT, { limit: 5 })).toEqual([]);
  });

  it('in another year than it was made in ends by the later of them', async () => {
    const id = await asked();
    await world.moveTo(dayOf('2027-01-10'));
    await answer(id);
    await world.moveTo(dayOf('2029-12-31', '23:00'));
    expect(await requests()).toEqual([id]);
    await world.moveTo(dayOf('2030-02-02'));
    expect(await requests()).toEqual([]);
  });

  it('stays while another of the same person waits for its answer', async () => {
    const [first, second] = [await asked(), await asked()];
    await answer(first);
    await world.moveTo(dayOf('2029-06-01'));
    expect((await requests()).toSorted()).toEqual([first, second].toSorted());
    await answer(second);
    await world.moveTo(dayOf('2029-07-10'));
    expect(await requests()).toEqual([second]);
  });

  it('stays with the message it went in, while a legal hold lies on that, or on everything', async () => {
    const id = await asked();
    await answer(id);
    await world.settle();
    const messageId = (await world.ports.dataRequests.read(id))?.messageId;
    const why = { reason: 'tutkinta', decidedBy: 'Oikeuskansleri' };
    const operator = { tenantId: undefined };
    done(await world.hub.legalHold.enter(operator, 'yksi', { messageId, ...why }));
    await world.moveTo(dayOf('2029-02-01'));
    expect(await requests()).toEqual([id]);
    done(await world.hub.legalHold.enter(operator, 'kaikki', { everything: true, ...why }));
    await world.hub.legalHold.lift(operator, 'yksi');
    await world.moveTo(dayOf('2029-05-01'));
    expect(await requests()).toEqual([id]);
    await world.hub.legalHold.lift(operator, 'kaikki');
    await world.moveTo(dayOf('2029-06-02'));
    expect(await requests()).toEqual([]);
  });
});

describe('an erasure that was done', () => {
  it('ends with the year of its entry in the log', async () => {
    await world.hub.eraseOwnData(await acting(world, TESSA), { withdrawConsent: true });
    await world.moveTo(dayOf('2028-12-31', '23:59'));
    expect(await world.ports.erasures.newest(tessa)).toMatchObject({ state: 'DONE' });
    await world.moveTo(dayOf('2029-01-01', '00:01'));
    expect(await world.ports.erasures.newest(tessa)).toBeUndefined();
  });
});

describe('what is over', () => {
  it('ends whole, however often the process dies on the way', async () => {
    for (const death of ['before', 'after'] as const)
      for (let at = 1, died = true; died; at += 1) {
        const id = await asked();
        await answer(id);
        await world.hub.eraseOwnData(await acting(world, TESSA), { withdrawConsent: false });
        await world.settle();
        const year = Number(world.now().slice(0, 4));
        world.tick(Date.parse(dayOf(`${year + 3}-01-02`)) - Date.parse(world.now()));
        world.restart((ports) => mortal(ports, { at, death }));
        died = await world.hub.tendOwnData(tessa).then(
          () => false,
          () => true,
        );
        world.restart();
        await world.moveTo(dayOf(`${year + 3}-03-02`));
        expect([at, await requests(), await world.ports.erasures.newest(tessa)]).toEqual([at, [], undefined]);
      }
  });
});
