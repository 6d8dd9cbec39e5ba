import { beforeEach, describe, expect, it } from 'vitest';
import { externalId, serviceId } from '#shared/domain/message/ids';
import { makeCountOverdue } from '#shared/flow/own-data/count-overdue';
import { momentOn } from '#shared/kernel/calendar';
import { HOUR, MINUTE, after, calendarDate } from '#shared/kernel/time';
import { COMPANY, NOON, OTHER_TENANT, PAULA, SENDER, SERVICE, TENANT, TESSA } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { acting, consenting, done, openWorld, send, told } from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  const name = { fi: 'Esimerkkikaupunki', sv: 'Exempelstaden', en: 'City of Example' };
  await world.ports.tenants.putAuthority({ tenantId: TENANT, name, ownDataServiceId: SERVICE });
  await consenting(world);
});

const ask = async (part: { authorityId?: string; serviceId?: string } = {}, code = TESSA) =>
  world.hub.requestData(await acting(world, code), {
    authorityId: part.authorityId ?? TENANT,
    serviceId: part.serviceId === undefined ? undefined : serviceId.parse(part.serviceId),
    what: 'Kaikki varhaiskasvatuksen tiedot',
    language: 'fi',
  });

async function register(ownData: object, id = 'kaupunki'): Promise<void> {
  const fields = { names: { fi: 'Esimerkkikaupunki' }, type: 'MUNICIPALITY', tenantId: TENANT, ownData };
  await world.ports.programme.put({ kind: 'organisations', id, fields }, { at: NOON, follows: undefined });
}

describe('a request for own data', () => {
  it('goes as a message to the service the authority has named, when it has no other channel', async () => {
    const { request, state, what } = done(await ask());
    expect(request).toMatchObject({
      channel: 'MESSAGES',
      receivedAt: NOON,
      dueDate: '2026-12-23',
      assurance: 'STRONG',
    });
    expect([state, what]).toEqual(['OPEN', 'Kaikki varhaiskasvatuksen tiedot']);
    await world.settle();
    expect((await told(world)).map(({ messageId, fact }) => [messageId, fact.type])).toEqual([
      [request.messageId, 'RECEIVED'],
    ]);
    if (request.messageId === undefined) throw new Error('it went by no message');
    const { content } = done(await world.hub.fetchInbound(TENANT, request.messageId));
    expect(content).toMatchObject({ title: 'Omien tietojen tarkastuspyyntö', mailboxOwner: { id: TESSA } });
    expect(content.body).toMatch(/15 artiklan.*Kaikki varhaiskasvatuksen tiedot$/s);
  });

  it('keeps neither the words nor the person in the open', async () => {
    const { request } = done(await ask());
    const stored = JSON.stringify(await world.ports.dataRequests.read(request.requestId));
    expect(stored).not.toMatch(/varhaiskasvatu|010280|Testilä/);
  });

  it.each(['SECURE_MAIL', 'OWN_ESERVICE', 'OMAT_TIEDOT'])(
    'is shown the way to %s where that is the channel, and no message goes',
    async (channel) => {
      const link = 'https://kaupunki.example.fi/omat-tiedot';
      await register({ channels: [channel], requestUrl: link, instructions: { fi: 'Kirjaudu.' } });
      for (const authorityId of [TENANT, 'kaupunki']) {
        const { request, offer } = done(await ask({ authorityId }));
        expect(request).toMatchObject({ channel, tenantId: TENANT });
        expect(request.messageId).toBeUndefined();
        expect(offer?.offer).toMatchObject({ link, instructions: { fi: 'Kirjaudu.' } });
      }
      await world.settle();
      expect(await told(world)).toEqual([]);
    },
  );

  it('names its authority, and a service of that authority where the authority has named none', async () => {
    const refusedAt = (field: string) => ({ refusal: { kind: 'request-refused', problems: [{ field }] } });
    expect(await ask({ authorityId: 'tuntematon' })).toMatchObject(refusedAt('authorityId'));
    expect(await ask({ authorityId: OTHER_TENANT })).toMatchObject(refusedAt('serviceId'));
    expect(await ask({ authorityId: OTHER_TENANT, serviceId: SERVICE })).toMatchObject(refusedAt('serviceId'));
    expect(await ask({ authorityId: OTHER_TENANT, serviceId: 'hub-service-2' })).toMatchObject({ ok: true });
  });

  it('is made for nobody else: not for a company, nor by a mandate while none exists for it', async () => {
    const representatives = [{ id: TESSA, role: 'NIMKO' }];
    await world.ports.entry.enterBusiness(COMPANY, { name: 'Kuljetus Oy', kind: 'COMPANY', representatives });
    const wish = { authorityId: TENANT, what: 'x', language: 'fi' } as const;
    const refused = { ok: false, refusal: { kind: 'not-for-another' } };
    expect(await world.hub.requestData(await acting(world, TESSA, COMPANY), wish)).toEqual(refused);
    const self = await acting(world, PAULA);
    const onBehalf = { id: TESSA, name: 'Testilä Tessa' };
    const byMandate = { ...self, onBehalf, actor: { role: 'AGENT', mandateId: 'm-1' } as const };
    expect(await world.hub.requestData(byMandate, wish)).toEqual(refused);
  });

  it('is seen by the person who made it and by nobody else', async () => {
    const { request } = done(await ask());
    const tessa = await acting(world, TESSA);
    const paula = await acting(world, PAULA);
    expect((await world.hub.requestOf(tessa.recipientId, request.requestId))?.request).toEqual(request);
    expect(await world.hub.requestOf(paula.recipientId, request.requestId)).toBeUndefined();
    expect(await world.hub.requestOf(undefined, request.requestId)).toBeUndefined();
    expect(await world.hub.requestOf(tessa.recipientId, 'nobody-made-it')).toBeUndefined();
  });

  it('is listed newest first, a page at a time', async () => {
    const times = [NOON, after(NOON, MINUTE), after(NOON, 2 * MINUTE)];
    for (const time of times) {
      await world.moveTo(time);
      done(await ask());
    }
    const { recipientId } = await acting(world, TESSA);
    if (!recipientId) throw new Error('no mailbox');
    const first = await world.hub.requestsOf(recipientId, { limit: 2 });
    const second = await world.hub.requestsOf(recipientId, { limit: 2, after: first.next });
    const listed = [...first.requests, ...second.requests].map(({ request }) => request.receivedAt);
    expect(listed).toEqual(times.toReversed());
    expect(second.next).toBeUndefined();
  });
});

describe('the authority that is asked', () => {
  const list = async (wanted: 'ALL' | 'OPEN' | 'OVERDUE', tenant = TENANT) =>
    (await world.hub.listReceived(tenant, { wanted, limit: 50 })).requests.map(({ request }) => request.requestId);

  it('sees who asks for what, and another authority sees nothing', async () => {
    const { request } = done(await ask());
    const { requests } = await world.hub.listReceived(TENANT, { wanted: 'ALL', limit: 50 });
    expect(requests).toMatchObject([
      { request: { requestId: request.requestId }, what: 'Kaikki varhaiskasvatuksen tiedot', requester: { id: TESSA } },
    ]);
    expect(await list('ALL', OTHER_TENANT)).toEqual([]);
  });

  it('has the late ones shown until they are answered', async () => {
    const { request } = done(await ask());
    expect(await list('OVERDUE')).toEqual([]);
    world.tick(31 * 24 * HOUR);
    expect(await list('OVERDUE')).toEqual([request.requestId]);
    done(await world.hub.answer(TENANT, request.requestId, { answeredAt: world.now() }));
    expect([await list('OVERDUE'), await list('OPEN')]).toEqual([[], []]);
    expect(await list('ALL')).toEqual([request.requestId]);
  });

  it('is counted late from the day after the last one, and neither who asked nor what is told', async () => {
    const count = makeCountOverdue(world.ports);
    const { request } = done(await ask());
    const on = async (day: string) => [...(await count(calendarDate.parse(day)))];
    expect(await on('2026-12-23')).toEqual([]);
    expect(await on('2026-12-24')).toEqual([[TENANT, 1]]);
    done(await world.hub.extend(TENANT, request.requestId, 'laaja'));
    expect([await on('2027-02-23'), await on('2027-02-24')]).toEqual([[], [[TENANT, 1]]]);
    done(await world.hub.answer(TENANT, request.requestId, { answeredAt: NOON }));
    expect(await on('2027-02-24')).toEqual([]);
  });

  it('answers with a message to the one who asked, and with no other', async () => {
    await consenting(world, PAULA, 'paula@example.fi');
    const { request } = done(await ask());
    const own = await send(world);
    const foreign = await send(world, { externalId: externalId.parse('x-2'), recipient: { id: PAULA } });
    await world.settle();
    world.tick(HOUR);
    const answeredAt = world.now();
    const wrong = { refusal: { kind: 'answer-refused', problems: [{ field: 'messageId' }] } };
    for (const messageId of [foreign, request.messageId])
      expect(await world.hub.answer(TENANT, request.requestId, { answeredAt, messageId })).toMatchObject(wrong);
    expect(await world.hub.answer(TENANT, request.requestId, { answeredAt, messageId: own })).toMatchObject({
      ok: true,
      value: { state: 'ANSWERED' },
    });
    const { recipientId } = await acting(world, TESSA);
    expect((await world.hub.requestOf(recipientId, request.requestId))?.request.answer).toEqual({
      answeredAt,
      messageId: own,
    });
  });

  it('sends by secure mail only to a recipient it has made sure of', async () => {
    await register({ channels: ['SECURE_MAIL'] });
    const { request } = done(await ask());
    const say = async (recipientVerified?: boolean) =>
      world.hub.answer(TENANT, request.requestId, { answeredAt: NOON, recipientVerified });
    const wrong = { refusal: { kind: 'answer-refused', problems: [{ field: 'recipientVerified' }] } };
    expect(await say()).toMatchObject(wrong);
    expect(await say(false)).toMatchObject(wrong);
    expect(await say(true)).toMatchObject({ ok: true });
  });

  it('says why it takes longer, and the person is shown it', async () => {
    const { request } = done(await ask());
    await world.moveTo(momentOn(calendarDate.parse('2026-12-23'), '23:59'));
    const longer = done(await world.hub.extend(TENANT, request.requestId, 'Arkisto on laaja'));
    expect(JSON.stringify(longer.request)).not.toContain('Arkisto');
    const { recipientId } = await acting(world, TESSA);
    expect(await world.hub.requestOf(recipientId, request.requestId)).toMatchObject({
      state: 'EXTENDED',
      extensionReason: 'Arkisto on laaja',
      request: { extension: { dueDate: '2027-02-23' } },
    });
    expect(await world.hub.extend(TENANT, request.requestId, 'Vielä')).toMatchObject({
      refusal: { rule: 'ALREADY_EXTENDED' },
    });
  });

  it('has the person told by e-mail that there is news, and not what', async () => {
    const { request } = done(await ask());
    const news = () => world.mailer.sent.filter(({ notice }) => notice.kind === 'DATA_REQUEST');
    done(await world.hub.extend(TENANT, request.requestId, 'laaja pyyntö'));
    await world.settle();
    expect(news()).toHaveLength(1);
    done(await world.hub.answer(TENANT, request.requestId, { answeredAt: NOON }));
    await world.settle();
    expect(news()).toHaveLength(2);
    expect(JSON.stringify(news())).not.toMatch(/laaja|varhaiskasvatu|Testilä|010280|Esimerkkikaupunki/);
  });

  it('can say nothing of what was asked of another, as of what was never asked', async () => {
    const { request } = done(await ask());
    const unknown = { ok: false, refusal: { kind: 'request-unknown' } };
    for (const [tenant, id] of [
      [OTHER_TENANT, request.requestId],
      [SENDER.tenantId, 'nobody-made-it'],
    ] as const) {
      expect(await world.hub.answer(tenant, id, { answeredAt: NOON })).toEqual(unknown);
      expect(await world.hub.extend(tenant, id, 'x')).toEqual(unknown);
    }
  });
});
