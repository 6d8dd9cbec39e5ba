import { beforeEach, describe, expect, it } from 'vitest';
import { makeCertificatePress } from '#shared/adapters/print/certificate-press';
import { readFonts } from '#shared/adapters/print/fonts';
import { externalId } from '#shared/domain/message/ids';
import type { OwnData } from '#shared/flow/own-data/export-own-data';
import { writeOwnData } from '#shared/flow/own-data/write-own-data';
import { HOUR } from '#shared/kernel/time';
import { runsOf } from '#test/builders/letter-pdf';
import { COMPANY, NOON, PAULA, SERVICE, TENANT, TESSA, address, electronicPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { acting, choose, consenting, done, factsOf, openWorld, send, withdraw } from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
});

const exported = async (part: { after?: string; contents?: boolean } = {}, code = TESSA): Promise<OwnData> =>
  done(await world.hub.exportOwnData(await acting(world, code), { contents: false, ...part }));

describe('an export of what the hub holds on a person', () => {
  it('tells the consents with their history and addresses, and what the register tells', async () => {
    await choose(world, TESSA, { electronic: true, email: 'uusi@example.fi' });
    await withdraw(world);
    const { person, exportedAt } = await exported();
    expect(exportedAt).toBe(NOON);
    expect(person).toMatchObject({ id: TESSA, name: 'Testilä Tessa', population: { postalAddress: address() } });
    expect(person?.consents.map(({ action, email, actor }) => [action, email, actor.name])).toEqual([
      ['WITHDRAW', undefined, 'Testilä Tessa'],
      ['UPDATE_EMAIL', 'uusi@example.fi', 'Testilä Tessa'],
      ['GIVE', 'active@example.fi', 'Testilä Tessa'],
    ]);
  });

  it('tells the choices for matters and the requests, opened', async () => {
    const tessa = await acting(world, TESSA);
    const wish = { kind: 'PROCESS_ADDRESS', processAddress: { type: 'POSTAL', address: address() } } as const;
    done(await world.hub.setMatter(tessa, { serviceId: SERVICE, matterId: 'asia-1' }, { wish, language: 'fi' }));
    const asked = { authorityId: TENANT, what: 'Kaikki', language: 'fi', serviceId: SERVICE } as const;
    done(await world.hub.requestData(tessa, asked));
    const { person } = await exported();
    expect(person?.matters).toMatchObject([{ kind: 'POSTAL', address: { type: 'POSTAL', address: address() } }]);
    expect(person?.requests).toMatchObject([{ what: 'Kaikki', request: { dueDate: '2026-12-23' } }]);
  });

  it('tells the messages with their events, and opens none of them', async () => {
    const verifiable = electronicPart({ messageServiceType: 'Verifiable', title: 'Todisteellinen' });
    const id = await send(world, { electronic: verifiable });
    await world.settle();
    const { messages } = await exported({ contents: true });
    expect(messages.map(({ line, facts, content }) => [line.title, line.state, facts[0]?.type, content])).toEqual([
      ['Todisteellinen', 'AWAITING_RECEIPT', 'ACCEPTED', undefined],
    ]);
    expect(await factsOf(world, id)).not.toContain('OPENED');
  });

  it('tells the contents of messages that have been opened, when they are asked for', async () => {
    const id = await send(world);
    await world.settle();
    done(await world.hub.openMessage(await acting(world, TESSA), id));
    const contents = async (asked: boolean) =>
      (await exported({ contents: asked })).messages.map(({ content }) => content);
    expect(await contents(true)).toEqual([{ body: 'Maksu on 186,00 euroa kuukaudessa.', bodyFormat: 'Text' }]);
    expect(await contents(false)).toEqual([undefined]);
  });

  it('tells what was deleted too, and what was written to authorities, whose pages come last', async () => {
    const id = await send(world);
    await world.settle();
    const tessa = await acting(world, TESSA);
    done(await world.hub.deleteMessage(tessa, id));
    for (let n = 1; n <= 30; n += 1)
      done(await world.hub.write(tessa, SERVICE, { title: `Kysymys ${n}`, body: 'Hei', attachmentIds: [] }));
    const first = await exported({ contents: true });
    expect(first.messages.map(({ line }) => [line.messageId, line.restorableUntil])).toEqual([[id, '2027-01-22']]);
    expect(first.sent).toHaveLength(25);
    expect(first.sent[0]).toMatchObject({ facts: [{ type: 'RECEIVED' }], content: { body: 'Hei' } });
    const second = await exported({ after: first.next });
    expect([second.messages.length, second.sent.length, second.next]).toEqual([0, 5, undefined]);
    expect(second.sent[0]?.content).toBeUndefined();
    expect(JSON.stringify(writeOwnData(second, 'fi'))).toContain('Lähettämäni viestit');
  });

  it('comes a page of messages at a time; the rest stands on the first', async () => {
    for (let n = 1; n <= 30; n += 1) await send(world, { externalId: externalId.parse(`asia-${n}`) });
    await world.settle();
    const first = await exported();
    const second = await exported({ after: first.next });
    expect([first.messages.length, second.messages.length, second.next]).toEqual([25, 5, undefined]);
    expect(second.person).toBeUndefined();
    const ids = [...first.messages, ...second.messages].map(({ line }) => line.messageId);
    expect(new Set(ids).size).toBe(30);
  });

  it('stands in the log of who looked before it is shown, the name opened for the person alone', async () => {
    const { person } = await exported();
    expect(person?.accessLog).toMatchObject([
      { act: 'DATA_EXPORTED', at: NOON, by: { role: 'SELF', name: 'Testilä Tessa' } },
    ]);
    world.tick(HOUR);
    expect((await exported()).person?.accessLog).toHaveLength(2);
    if (!person?.recipientId) throw new Error('no mailbox');
    const stored = await world.ports.accessLog.list(person.recipientId, { limit: 9 });
    expect(JSON.stringify(stored)).not.toMatch(/Tessa|010280/);
  });

  it('is given to nobody who acts for another', async () => {
    const representatives = [{ id: TESSA, role: 'NIMKO' }];
    await world.ports.entry.enterBusiness(COMPANY, { name: 'Kuljetus Oy', kind: 'COMPANY', representatives });
    const refused = await world.hub.exportOwnData(await acting(world, TESSA, COMPANY), { contents: false });
    expect(refused).toEqual({ ok: false, refusal: { kind: 'not-for-another' } });
  });

  it('is short for somebody the hub has never written to, and enrols nobody', async () => {
    const { person, messages } = await exported({}, PAULA);
    expect(messages).toEqual([]);
    expect(person).toMatchObject({ id: PAULA, consents: [], matters: [], requests: [], accessLog: [] });
    expect((await acting(world, PAULA)).recipientId).toBeUndefined();
  });

  it.each([
    ['fi', 'Omat tietoni viestipalvelussa'],
    ['sv', 'Mina uppgifter i meddelandetjänsten'],
    ['en', 'My data in the hub'],
  ] as const)('is a document in %s too, its text readable and its fonts within', async (language, title) => {
    await send(world);
    await world.settle();
    const pdf = await makeCertificatePress({ fonts: readFonts() }).compose(writeOwnData(await exported(), language));
    const texts = (await runsOf(pdf)).map(({ text }) => text);
    expect(texts[0]).toBe(title);
    expect(texts).toContain(TESSA);
    expect(texts.join(' ')).toContain('Päätös varhaiskasvatusmaksusta');
    expect(texts.join(' ')).toContain('active@example.fi');
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/FontFile2/);
  });
});
