import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SENDING, messageIdIn, systemOne, systemTwo } from '#test/builders/e2e-authority';
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
import { sandboxOf } from '#test/builders/e2e-sandbox';

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
