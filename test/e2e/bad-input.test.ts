import { beforeAll, describe, expect, it } from 'vitest';
import { SENDING, SYSTEM_1, authorityWith, systemOne, systemTwo, tokenFor } from '#test/builders/e2e-authority';
import {
  PAULA,
  TESSA,
  electronicOnly,
  identityCode,
  multichannel,
  newExternalId,
  paperOnly,
} from '#test/builders/e2e-bodies';
import { BAD_PDFS } from '#test/builders/e2e-bad-pdfs';
import { useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { type Answer, ask } from '#test/builders/e2e-wire';

const hub = useHub();
const city = systemOne(hub);
const agency = systemTwo(hub);
const sandbox = sandboxOf(hub);
const accepted: string[] = [];

const JSON_CALLS = [
  '/v1/token',
  '/v1/change-password',
  '/v1/mailboxes/active',
  SENDING.multichannel,
  SENDING.electronic,
  SENDING.paper,
] as const;

function expectReason(answer: Answer, words: RegExp): void {
  expect(answer.status).toBe(400);
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(answer.json).toMatchObject({ reason: expect.stringMatching(words) });
}

/** Sends a body that can not be accepted: says why, and leaves nothing. */
async function expectRefused(road: string, body: { readonly externalId: string }, words: RegExp): Promise<Answer> {
  const answer = await city.call('POST', road, { json: body });
  expectReason(answer, words);
  expect(await city.idOf(body.externalId)).toBeUndefined();
  return answer;
}

async function expectAccepted(road: string, body: { readonly externalId: string }): Promise<void> {
  accepted.push(body.externalId);
  expect(await city.send(road, body)).toBeGreaterThan(0);
}

describe('a body that is no JSON of ours', () => {
  const whole = JSON.stringify(electronicOnly({}));
  const bodies: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['blanks', '  \n'],
    ['half an object', whole.slice(0, -40)],
    ['two objects', whole + whole],
    ['a comma too many', `${whole.slice(0, -1)},}`],
    ['single quotes', whole.replaceAll('"', "'")],
    ['a comment', `/* hello */${whole}`],
    ['a web form', 'externalId=1&title=2'],
    ['null', 'null'],
    ['an array', `[${whole}]`],
    ['a text', '"text"'],
    ['a number', '42'],
    ['not a number', '{"externalId":NaN}'],
    ['nesting of 100 000 levels', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['nesting in arrays', `{"externalId":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    ['a name that stands twice', `{"externalId":"a",${whole.slice(1)}`],
    ['a name that stands twice, once escaped', `{"\\u0065xternalId":"a",${whole.slice(1)}`],
    ['a lone surrogate', whole.replace('Hakemus', '\\ud83d')],
    ['a NUL', whole.replace('Hakemus', '\\u0000')],
    ['a raw control character', whole.replace('Hakemus', '\u0007')],
  ];

  it.each(JSON_CALLS.flatMap((path) => bodies.map(([name, body]) => [path, name, body] as const)))(
    'is refused with 400 by %s: %s',
    async (path, _, body) => {
      const answer = await city.call('POST', path, { body });
      expectReason(answer, /./);
      if (path === SENDING.electronic) expect(answer.json).toHaveProperty('validationErrors');
    },
  );

  it.each(['/me/v1/messages', '/print/v1/letters/1-1-L1/events'])('is refused with 400 by %s', async (path) => {
    const tessa = await personAt(hub, TESSA);
    for (const [, body] of bodies) {
      const answer = await tessa.call('POST', path, { body, headers: { 'x-api-key': 'print-key' } });
      expect(answer).toMatchObject({ status: 400, json: { type: expect.stringContaining('body-invalid') } });
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
  });

  it('is refused when it is no UTF-8, instead of sending words with holes in them', async () => {
    const body = electronicOnly({ body: 'Päätös on tehty.' });
    accepted.push(body.externalId);
    const latin1 = new Uint8Array(Buffer.from(JSON.stringify(body), 'latin1'));
    const headers = { 'content-type': 'application/json' };
    expectReason(await city.call('POST', SENDING.electronic, { body: latin1, headers }), /./);
  });
});

describe('a recipient', () => {
  it.each(['+', '-', 'Y', 'X', 'W', 'V', 'U', 'A', 'B', 'C', 'D', 'E', 'F'])(
    'may have the separator %s in the identity code',
    async (separator) => {
      const to = identityCode('010199', separator, 950);
      await expectAccepted(SENDING.multichannel, multichannel({ to, file: files.own }));
    },
  );

  it('is another one when only the separator of the code differs', async () => {
    const twins = [identityCode('290200', 'A'), identityCode('290200', 'B')];
    await sandbox.person(twins[0] ?? '', { name: 'Aatu', consent: { electronic: true, email: 'aatu@example.fi' } });
    await sandbox.person(twins[1] ?? '', { name: 'Beeda' });
    const endUsers = twins.map((id) => ({ id }));
    const answer = await city.call('POST', '/v1/mailboxes/active', { json: { endUsers } });
    expect(answer.json).toEqual({ endUsersWithActiveMailbox: [{ id: twins[0] }] });
  });

  it.each([
    ['a wrong check character', '010280-952M'],
    ['a separator nobody has', '010280G952L'],
    ['a day that is none', '310280-952L'],
    ['an individual number nobody has', '010280-0013'],
    ['a lower-case check character', '010280-952l'],
    ['letters', 'abcdefghijk'],
    ['blanks around', ' 10280-952L'],
    ['a business id with a wrong check digit', '2532004-4'],
    ['a business id without its dash', '025320043'],
    ['a business id that is never issued', '0000011-1'],
  ])('is refused for %s, in a send only', async (_, to) => {
    for (const road of [SENDING.multichannel, SENDING.electronic]) {
      const answer = await expectRefused(road, multichannel({ to, file: files.own }), /recipient\.id/);
      expect(answer.text).not.toContain(to);
    }
    const lookUp = await city.call('POST', '/v1/mailboxes/active', { json: { endUsers: [{ id: to }] } });
    expect(lookUp).toMatchObject({ status: 200, json: { endUsersWithActiveMailbox: [] } });
  });
});

const files = { own: '', foreign: '', text: '', expired: '' };

beforeAll(async () => {
  files.expired = await city.upload();
  await sandbox.advance('P1D');
  files.own = await city.upload();
  files.foreign = await agency.upload();
  files.text = await city.upload({ name: 'a.txt', type: 'text/plain', bytes: new Uint8Array(Buffer.from('Moi')) });
});

describe('a send', () => {
  const ROADS = [
    [SENDING.multichannel, multichannel],
    [SENDING.electronic, electronicOnly],
    [SENDING.paper, paperOnly],
  ] as const;

  it.each(ROADS)('by %s for an unknown or a foreign service is refused', async (road, make) => {
    for (const serviceId of ['no-such-service', 'hub-service-2']) {
      const answer = await expectRefused(road, make({ file: files.own, serviceId }), /sender\.serviceId/);
      expect(answer.text).not.toContain(serviceId);
    }
  });

  it.each(ROADS)('by %s with a foreign, an unknown or an expired file is refused', async (road, make) => {
    const unknown = '00000000-0000-4000-8000-000000000002';
    for (const file of [files.foreign, unknown, files.expired]) {
      const answer = await expectRefused(road, make({ file }), /attachments\.0\.attachmentId/);
      expect(answer.text).not.toContain(file);
    }
  });

  it('of a letter whose file is no PDF is refused', async () => {
    await expectRefused(SENDING.paper, paperOnly({ file: files.text }), /paperMail\.attachments\.0\.attachmentId/);
    const both = multichannel({ file: files.text });
    await expectRefused(SENDING.multichannel, both, /paperMail\.attachments\.0\.attachmentId/);
  });

  it.each(BAD_PDFS)('of a letter whose PDF is one %s is refused, by field and rule', async (_, rule, make) => {
    const file = await city.upload({ bytes: new Uint8Array(await make()) });
    const body = paperOnly({ file });
    const answer = await expectRefused(SENDING.paper, body, /paperMail\.attachments\.0\.attachmentId/);
    expect(answer.text).toMatch(rule);
  });

  it.each(ROADS)('by %s of an obligating decision goes as Verifiable or names its override', async (road, make) => {
    const file = files.own;
    const obligatingOverride = { legalBasis: '434/2003 § 60', approvedBy: 'Virkailija' };
    await expectRefused(road, make({ file, hub: { obligating: true } }), /hub\.obligating/);
    await expectAccepted(road, make({ file, verifiable: true, hub: { obligating: true } }));
    await expectAccepted(road, make({ file, hub: { obligating: true, obligatingOverride } }));
  });

  it('that is wrong in many ways says so of each', async () => {
    const body = { ...multichannel({ file: files.foreign, to: 'nobody-here' }), sender: { serviceId: 'none' } };
    const answer = await expectRefused(SENDING.multichannel, body, /sender\.serviceId.*recipient\.id/);
    expect(answer.json).toEqual({ reason: expect.any(String) });
  });

  it('refused once may be sent again, corrected, under the same external id', async () => {
    const externalId = newExternalId();
    await expectRefused(SENDING.electronic, electronicOnly({ externalId, to: PAULA }), /mailbox/);
    await expectAccepted(SENDING.electronic, electronicOnly({ externalId }));
  });
});

describe('a credential', () => {
  it('that has expired is 401 on every call of a system', async () => {
    const credential = { authorization: `Bearer ${await tokenFor(hub)}` };
    const former = authorityWith(hub, credential);
    await sandbox.advance('PT3601S');
    const answers = await Promise.all([
      former.call('POST', '/v1/mailboxes/active', { json: { endUsers: [{ id: TESSA }] } }),
      former.call('POST', '/v2/attachments', { body: new FormData() }),
      ...Object.values(SENDING).map(async (road) => former.call('POST', road, { json: electronicOnly({}) })),
      former.call('GET', '/v2/events'),
      former.call('GET', '/v2/messages/1'),
      former.call('GET', '/v1/attachments/00000000-0000-4000-8000-000000000000'),
      former.call('GET', '/v1/messages/id?externalId=x'),
      former.call('GET', '/hub/v1/messages/1'),
      former.call('GET', '/hub/v1/messages?externalId=x'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
  });

  it('that is wrong is 400 at the sign-in and comes back in no answer', async () => {
    const answer = await ask(hub, 'POST', '/v1/token', { json: { ...SYSTEM_1, password: 'SALAISUUS' } });
    expectReason(answer, /./);
    expect(answer.text).not.toContain('SALAISUUS');
  });
});

describe('everything that was refused', () => {
  it('left no message, no event, no e-mail and no letter', async () => {
    await sandbox.settle();
    const { events } = await city.eventsFrom();
    const told = events.flatMap(({ metadata }) => metadata.externalId ?? []);
    expect(told.filter((externalId) => !accepted.includes(externalId))).toEqual([]);
    const ids = new Set(await Promise.all(accepted.map(async (externalId) => city.idOf(externalId))));
    const traces = [...(await sandbox.emails()), ...(await sandbox.letters())].map(({ messageId }) => messageId);
    expect(traces.filter((messageId) => !ids.has(messageId))).toEqual([]);
    expect((await agency.eventsFrom()).events).toEqual([]);
  });
});
