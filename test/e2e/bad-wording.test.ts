import { describe, expect, it } from 'vitest';
import { SENDING, systemOne } from '#test/builders/e2e-authority';
import { type About, TESSA, electronicOnly, identityCode, multichannel, wordingOf } from '#test/builders/e2e-bodies';
import { useHub } from '#test/builders/e2e-hub';
import { sandboxOf } from '#test/builders/e2e-sandbox';

const SUBJECT = 'Asiointi';
const TEXT = 'Asiointisi on edennyt.';
const FIELD = 'electronic.notifications.customisedNewMessageNotification';
const SECRETS = {
  title: 'Toimeentulotuki evätty',
  body: 'Hakemuksesi on hylätty. Voit valittaa päätöksestä oikeuteen.',
};
const FILE = 'Velkajärjestely 2026.pdf';

const hub = useHub();
const city = systemOne(hub);
const sandbox = sandboxOf(hub);

const refused = async (about: About) => {
  const body = electronicOnly({ ...SECRETS, more: [await city.upload({ name: FILE })], ...about });
  const answer = await city.call('POST', SENDING.electronic, { json: body });
  expect(answer.status).toBe(400);
  expect(await city.idOf(body.externalId)).toBeUndefined();
  return Object(answer.json);
};

describe('a sender’s own wording of the notice', () => {
  const sayings = [
    ['the title of the message', SECRETS.title, SECRETS.title],
    ['the title in other letters and blanks', `Tiedoksi:  ${SECRETS.title.toUpperCase()} !`, SECRETS.title],
    ['a sentence of the text', 'Hei! Hakemuksesi on hylätty.', 'hylätty'],
    ['the whole text', SECRETS.body, 'hylätty'],
    ['the name of a file', `Liite: ${FILE}`, FILE],
    ['the name of a file without its ending', 'Velkajärjestely 2026 odottaa', 'Velkajärjestely'],
    ['the recipient’s identity code', `Hei ${TESSA}`, TESSA],
    ['anybody’s identity code', `Hei ${identityCode('150575')}`, identityCode('150575')],
    ['an identity code with a new separator', `Hei ${identityCode('150505', 'B')}`, identityCode('150505', 'B')],
    ['an identity code in small letters', `hei ${identityCode('150575', '-', 901).toLowerCase()}`, '150575'],
  ] as const;

  it.each(sayings)('may not hold %s, in the subject', async (_, said, secret) => {
    const { reason, validationErrors } = await refused({ wording: wordingOf(said, TEXT) });
    for (const language of ['fi', 'sv', 'en']) expect(reason).toContain(`${FIELD}.title.${language}`);
    expect(JSON.stringify([reason, validationErrors])).not.toContain(secret);
  });

  it.each(sayings)('may not hold %s, in the text', async (_, said, secret) => {
    const { reason, validationErrors } = await refused({ wording: wordingOf(SUBJECT, said) });
    for (const language of ['fi', 'sv', 'en']) expect(reason).toContain(`${FIELD}.content.${language}`);
    expect(JSON.stringify([reason, validationErrors])).not.toContain(secret);
  });

  it('is looked at in each language', async () => {
    const wording = { ...wordingOf(SUBJECT, TEXT), content: { fi: TEXT, sv: TEXT, en: SECRETS.title } };
    const { reason } = await refused({ wording });
    expect(reason).toContain(`${FIELD}.content.en`);
    expect(reason).not.toContain(`${FIELD}.content.fi`);
  });

  it('may not repeat a text of two words', async () => {
    await refused({ body: 'Olet konkurssissa.', wording: wordingOf(SUBJECT, 'Hei! Olet konkurssissa.') });
  });

  it('may not repeat a title that differs by its composition of letters only', async () => {
    await refused({ title: 'Päätös perinnöstä', wording: wordingOf(SUBJECT, 'Päätös perinnöstä'.normalize('NFD')) });
  });

  it.each([
    ['a line break', 'Uusi\nviesti'],
    ['a header of its own', 'Uusi viesti\r\nBcc: muut@example.fi'],
    ['a control character', 'Uusi\u0007viesti'],
  ])('may not have %s in the subject', async (_, title) => {
    const { reason } = await refused({ wording: wordingOf(title, TEXT) });
    expect(reason).toContain(`${FIELD}.title.fi`);
    expect(reason).not.toContain('Bcc');
  });

  it('is looked at in a multichannel message too', async () => {
    const body = multichannel({ ...SECRETS, file: await city.upload(), wording: wordingOf(SUBJECT, SECRETS.title) });
    const answer = await city.call('POST', SENDING.multichannel, { json: body });
    expect(answer).toMatchObject({ status: 400, json: { reason: expect.stringContaining(FIELD) } });
  });

  it('that tells nothing of the message is what the recipient gets, as text and never as markup', async () => {
    const wording = wordingOf('Uutta <b>asiaa</b>', 'Hei & terve!\n<script>alert(1)</script>');
    const messageId = await city.send(SENDING.electronic, electronicOnly({ ...SECRETS, wording }));
    await sandbox.settle();
    const mail = await sandbox.emailAbout(messageId);
    expect(mail.subject).toBe(wording.title.fi);
    expect(mail.text).toContain('Hei & terve!');
    expect(mail.html).toContain('Hei &amp; terve!');
    expect(mail.html).not.toContain('<script>');
    expect(mail.html).not.toContain('<b>');
  });
});
