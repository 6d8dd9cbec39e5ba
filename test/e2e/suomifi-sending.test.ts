import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFonts } from '#shared/adapters/print/fonts';
import { makeLetterPress } from '#shared/adapters/print/letter-press';
import { type MessageId, deliveryIdOf, externalId, letterIdOf } from '#shared/domain/message/ids';
import { HOUR, instant } from '#shared/kernel/time';
import { SENDING, SYSTEM_1, messageIdIn, systemOne, systemTwo } from '#test/builders/e2e-authority';
import {
  KULJETUS,
  PAPERI,
  PAULA,
  TESSA,
  electronicOnly,
  identityCode,
  multichannel,
  paperOnly,
} from '#test/builders/e2e-bodies';
import { START, useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { REAL_MESSAGES, withFile } from '#test/builders/e2e-real-messages';
import { printerAt } from '#test/builders/e2e-printer';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { SENDER, SERVICE, address, electronicPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { consenting, done, factsOf, send, withdraw } from '#test/builders/world-people';
import { relayWorld, relaying } from '#test/builders/world-relay';

const CASES = join(import.meta.dirname, '../../../shared/cases/real-messages');

const hub = useHub();
const city = systemOne(hub);
const sandbox = sandboxOf(hub);

/** Events about one message, with everything that stands in them. */
async function eventsAbout(messageId: number) {
  const { events } = await city.eventsFrom();
  return events.filter(({ metadata }) => metadata.messageId === messageId);
}

describe('a message of a real system', () => {
  const { movedCar, studyNotice, libraryClaim, ...toTessa } = REAL_MESSAGES;

  it.skipIf(!existsSync(CASES))('stands here as it stands among the cases', () => {
    const cases = readdirSync(CASES).map((file): unknown => JSON.parse(readFileSync(join(CASES, file), 'utf8')));
    const bodies = cases.map((each) => Object(each).body);
    expect(bodies).toEqual(expect.arrayContaining(Object.values(REAL_MESSAGES).map(({ body }) => body)));
    expect(bodies).toHaveLength(Object.keys(REAL_MESSAGES).length);
  });

  it.each(Object.entries(toTessa))('goes to the mailbox of a person who consents: %s', async (_, { path, body }) => {
    const real = withFile(body, await city.upload());
    const answer = await city.call('POST', path, { json: real });
    expect(answer).toMatchObject({ status: 200, json: { messageId: expect.any(Number) } });
    expect(Object.keys(Object(answer.json))).toEqual(['messageId']);
    await sandbox.settle();
    expect(await eventsAbout(messageIdIn(answer))).toEqual([
      {
        type: 'Electronic message created',
        eventTime: START,
        metadata: { messageId: messageIdIn(answer), serviceId: 'hub-service-1', externalId: real.externalId },
      },
    ]);
  });

  it('goes to the mailbox of a business, where its receipt is acknowledged', async () => {
    const messageId = await city.send(movedCar.path, withFile(movedCar.body, await city.upload()));
    await sandbox.settle();
    const representative = await personAt(hub, TESSA, KULJETUS);
    expect(await representative.acknowledge(messageId)).toMatchObject({ status: 204 });
    const { body, bodyFormat } = await representative.open(messageId);
    expect([body, bodyFormat]).toEqual([movedCar.body.electronic.body, 'Markdown']);
    await sandbox.settle();
    const metadata = { messageId, serviceId: 'hub-service-1', externalId: movedCar.body.externalId };
    expect(await eventsAbout(messageId)).toEqual([
      { type: 'Electronic message created', eventTime: START, metadata },
      { type: 'Receipt confirmed', eventTime: START, metadata: { ...metadata, receiptConfirmedBy: 'Testilä Tessa' } },
      { type: 'Electronic message read', eventTime: START, metadata },
    ]);
  });

  it('goes by letter where there is no identity code', async () => {
    const real = withFile(libraryClaim.body, await city.upload());
    const messageId = await city.send(libraryClaim.path, real);
    await sandbox.settle();
    const metadata = { messageId, serviceId: 'hub-service-1', externalId: real.externalId };
    expect(await eventsAbout(messageId)).toEqual([
      { type: 'Paper mail created', eventTime: START, metadata },
      { type: 'Sent for printing and enveloping', eventTime: START, metadata },
    ]);
    expect(await sandbox.letterOf(messageId)).toMatchObject({
      class: 'LETTER',
      address: libraryClaim.body.paperMail.recipient.address,
    });
  });

  it('that a mailbox can not take is refused as documented, and the same external id then goes on paper', async () => {
    const { path, body } = studyNotice;
    const refused = await city.call('POST', path, { json: body });
    expect(refused.status).toBe(400);
    expect(refused.json).toEqual({
      reason: expect.stringMatching(/./),
      validationErrors: [{ error: expect.stringMatching(/./), errorCode: 'MAILBOX_NOT_IN_USE' }],
    });
    expect(await city.idOf(body.externalId)).toBeUndefined();

    const { paperMail } = multichannel({ file: await city.upload() });
    const accepted = await city.call('POST', SENDING.multichannel, { json: { ...body, paperMail } });
    expect(accepted.status).toBe(200);
    await sandbox.settle();
    expect(await city.typesAbout(messageIdIn(accepted))).toEqual([
      'Paper mail created',
      'Sent for printing and enveloping',
    ]);
  });
});

describe('an electronic-only message', () => {
  it.each([
    ['a person without consent', PAULA],
    ['a person nobody knows', '010190-900P'],
    ['a business without a mailbox', PAPERI],
  ])('to %s is refused at once', async (_, to) => {
    const answer = await city.call('POST', SENDING.electronic, { json: electronicOnly({ to }) });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ validationErrors: [{ errorCode: 'MAILBOX_NOT_IN_USE' }] });
  });

  it('that answers a message nobody wrote is refused as documented', async () => {
    const answer = await city.call('POST', SENDING.electronic, { json: electronicOnly({ inReplyTo: 12_345 }) });
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({
      reason: expect.stringMatching(/./),
      validationErrors: [{ error: expect.stringMatching(/./), errorCode: 'MESSAGE_BEING_REPLIED_TO_NOT_FOUND' }],
    });
  });
});

describe('an external id', () => {
  it('used again answers 409 with the first message id, on every road', async () => {
    const file = await city.upload();
    const body = electronicOnly({});
    const messageId = await city.send(SENDING.electronic, body);
    const { externalId } = body;
    const again = [
      await city.call('POST', SENDING.electronic, { json: body }),
      await city.call('POST', SENDING.multichannel, { json: multichannel({ externalId, file }) }),
      await city.call('POST', SENDING.paper, { json: paperOnly({ externalId, file }) }),
    ];
    for (const answer of again) {
      expect(answer.status).toBe(409);
      expect(answer.json).toEqual({ messageId, reason: expect.stringMatching(/./) });
    }
  });

  it('with the same body says so, and with another body says that', async () => {
    const body = electronicOnly({});
    await city.send(SENDING.electronic, body);
    const same = await city.call('POST', SENDING.electronic, { json: body });
    const changed = { ...body, electronic: { ...body.electronic, body: 'Hakemus on hylätty.' } };
    const other = await city.call('POST', SENDING.electronic, { json: changed });
    expect(same.text).not.toMatch(/another body/);
    expect(other.text).toMatch(/another body/);
    expect(other.text).not.toContain('hylätty');
    await sandbox.settle();
    expect(await city.typesAbout(messageIdIn(other))).toEqual(['Electronic message created']);
  });

  it('sent ten times at once is accepted once', async () => {
    const body = electronicOnly({});
    const answers = await Promise.all(
      Array.from({ length: 10 }, async () => city.call('POST', SENDING.electronic, { json: body })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
    expect(new Set(answers.map(messageIdIn)).size).toBe(1);
    await sandbox.settle();
    const tessa = await personAt(hub, TESSA);
    const lines = (await tessa.list()).filter(({ messageId }) =>
      answers.some((each) => messageIdIn(each) === messageId),
    );
    expect(lines).toHaveLength(1);
  });

  it('is a repeat even when its file has expired and the mailbox has closed since', async () => {
    const code = identityCode('020290');
    await sandbox.person(code, { name: 'Hetki Helmi', consent: { electronic: true, email: 'helmi@example.fi' } });
    const withFile24 = multichannel({ to: code, file: await city.upload() });
    const withoutFile = electronicOnly({ to: code });
    const ids = [await city.send(SENDING.multichannel, withFile24), await city.send(SENDING.electronic, withoutFile)];
    await sandbox.advance('P2D');
    await sandbox.person(code, { name: 'Hetki Helmi', consent: { electronic: false } });
    const again = [
      await city.call('POST', SENDING.multichannel, { json: withFile24 }),
      await city.call('POST', SENDING.electronic, { json: withoutFile }),
    ];
    expect(again.map(({ status }) => status)).toEqual([409, 409]);
    expect(again.map(messageIdIn)).toEqual(ids);
  });

  it('of one system says nothing about another’s', async () => {
    const body = electronicOnly({});
    const agency = systemTwo(hub);
    const first = await city.send(SENDING.electronic, body);
    const second = await agency.send(SENDING.electronic, { ...body, sender: { serviceId: 'hub-service-2' } });
    expect(second).not.toBe(first);
    expect(await city.idOf(body.externalId)).toBe(first);
    expect(await agency.idOf(body.externalId)).toBe(second);
  });

  it.each(['a b/ä?&=%+#', '"x"', '1.2.246.578.5.1/π', 'x'.repeat(256)])(
    'may hold any signs: %s',
    async (externalId) => {
      const messageId = await city.send(SENDING.electronic, electronicOnly({ externalId }));
      expect(await city.idOf(externalId)).toBe(messageId);
    },
  );
});

describe('another hub that relays its letters to this one', () => {
  const at = { base: '', system: SYSTEM_1 };
  const others: { world?: World; id?: MessageId } = {};
  const world = () => others.world ?? never();
  const id = () => others.id ?? never();

  beforeAll(async () => {
    at.base = hub.url;
    const start = instant.parse(await sandbox.now());
    others.world = (await relayWorld(at, { start })).world;
    world().restart((ports) => relaying({ ...ports, press: makeLetterPress({ fonts: readFonts() }) }, at, []));
    done(await world().hub.postiAccount.keep(SENDER, SERVICE, POSTI));
    await consenting(world());
    const electronic = electronicPart({ messageServiceType: 'Verifiable' });
    others.id = await send(world(), { externalId: externalId.parse('toisen-hubin-asia'), electronic });
    await withdraw(world());
    await world().settle();
    await world().hub.cutBatches();
  });

  it('has them taken, with the address in the window of its own page', async () => {
    expect(await world().ports.shelf.read(letterIdOf(deliveryIdOf(id(), 1), 1))).toMatchObject({
      class: 'LETTER_ADVICE_OF_RECEIPT',
      relayed: { outcome: 'SENT', messageId: expect.any(Number) },
    });
    await sandbox.settle();
    const taken = (await city.idOf(`viestivayla/esimerkkikaupunki/${id()}-1-L1`)) ?? 0;
    expect(await city.typesAbout(taken)).toEqual(['Paper mail created', 'Sent for printing and enveloping']);
    for (const secret of [POSTI.postiMessaging.password, SYSTEM_1.password]) expect(hub.output()).not.toContain(secret);
  });

  it('learns what became of them from the events of this one', async () => {
    const taken = (await city.idOf(`viestivayla/esimerkkikaupunki/${id()}-1-L1`)) ?? 0;
    await sandbox.advance('PT2H');
    const signed = { type: 'RECEIPT_SIGNED', eventId: 'e-1', at: await sandbox.now(), signer: 'Tessa Testilä' };
    const reported = await printerAt(hub).report(`${taken}-1-L1`, { ...signed, trackingCode: 'JJFI60000000000000001' });
    expect(reported.status).toBe(204);
    await sandbox.settle();
    world().tick(3 * HOUR);
    expect(await world().hub.followRelay()).toMatchObject({ recorded: 2, unknown: 0, refused: 0 });
    await world().settle();
    expect(await factsOf(world(), id())).toEqual(expect.arrayContaining(['PRINTED', 'RECEIPT_SIGNED', 'SERVED']));
  });
});

const POSTI = {
  postiMessaging: { username: 'abc123', password: 'vR9x', contactDetails: { email: 'posti@example.fi' } },
  sender: { address: address({ name: 'Varhaiskasvatus', streetAddress: 'PL 1' }) },
};

function never(): never {
  throw new Error('it has not come that far');
}
