import { beforeEach, describe, expect, it } from 'vitest';
import { externalId, messageId } from '#shared/domain/message/ids';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { SECOND } from '#shared/kernel/time';
import { makeOfferConsent } from '#shared/flow/consent/offer-consent';
import {
  OTHER_SERVICE,
  PAULA,
  SENDER,
  SERVICE,
  TENANT,
  TESSA,
  electronicPart,
  type submission,
} from '#test/builders/messages';
import { type PagesClient, hiddenIn, pagesClient } from '#test/builders/pages-client';
import type { World } from '#test/builders/world';
import {
  acting,
  choose,
  consenting,
  done,
  factsOf,
  mailsTo,
  openWorld,
  send,
  told,
  upload,
} from '#test/builders/world-people';

let world: World;
let tessa: PagesClient;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
  tessa = pagesClient(world);
  await tessa.signIn(TESSA, '?lang=en');
});

const textOf = async (path: string) => (await tessa.get(path)).text ?? '';

let sentSoFar = 0;

async function arrived(part: Parameters<typeof electronicPart>[0] = {}, more: Parameters<typeof submission>[0] = {}) {
  const id = await send(world, {
    externalId: externalId.parse(`m-${(sentSoFar += 1)}`),
    electronic: electronicPart(part),
    ...more,
  });
  await world.settle();
  return id;
}

describe('the list', () => {
  it('shows what is unread first, with its sender, and until when it does not come by post', async () => {
    const read = await arrived({ title: 'Ensimmäinen' });
    await tessa.get(`/messages/${read}`);
    await arrived({ title: 'Toinen', messageServiceType: 'Verifiable' });
    const text = await textOf('');
    expect(text).toContain('1 unread message');
    expect(text).toMatch(/<title>\s*Messages, 1 unread message – /);
    expect(text).toContain('City of Example · Children');
    expect(text).toContain('Open by 30 November 2026, otherwise it comes by post');
    expect(text.indexOf('Toinen')).toBeLessThan(text.indexOf('Ensimmäinen'));
  });

  it('says when an address does not work, and when mail comes as letters', async () => {
    await choose(world, TESSA, { electronic: false });
    expect(await textOf('')).toContain('You now get the messages of authorities as letters');
  });

  it('leads on to older messages', async () => {
    for (let i = 0; i < 26; i += 1) {
      await arrived({ title: `Viesti ${i}` });
      world.tick(SECOND);
    }
    const text = await textOf('');
    expect(text).toContain('26 unread messages');
    const next = /href="\/mailbox\?(after=[^"]+)"/.exec(text)?.[1] ?? '';
    expect(await textOf(`?${next.replaceAll('&amp;', '&')}`)).toContain('Viesti 0');
  });
});

describe('a message', () => {
  it('opens, is recorded once, and tells why it came this way', async () => {
    const id = await arrived({ title: 'Lasku', body: '**Kiitos**', bodyFormat: 'Markdown' });
    expect(await textOf(`/messages/${id}`)).toContain('<strong>Kiitos</strong>');
    await tessa.get(`/messages/${id}`);
    expect((await factsOf(world, id)).filter((type) => type === 'OPENED')).toHaveLength(1);
    expect(await textOf(`/messages/${id}/decision`)).toContain('13/2003');
  });

  it('is not opened by a browser that only looks ahead', async () => {
    const id = await arrived();
    expect(await tessa.get(`/messages/${id}`, { 'sec-purpose': 'prefetch;prerender' })).toEqual({ status: 503 });
    expect(await factsOf(world, id)).not.toContain('OPENED');
  });

  it('that is verifiable shows no content before its receipt, and what the receipt means', async () => {
    const id = await arrived({ body: 'salainen sisältö', messageServiceType: 'Verifiable' });
    const before = await textOf(`/messages/${id}`);
    expect(before).not.toContain('salainen sisältö');
    expect(before).toContain('time for appeal');
    expect(await factsOf(world, id)).not.toContain('ACKNOWLEDGED');
    expect(await tessa.send(`/messages/${id}/receipt`, {}, `/messages/${id}`)).toMatchObject({ status: 303 });
    const opened = await textOf(`/messages/${id}`);
    expect(opened).toContain('salainen sisältö');
    expect(opened).toContain('You have acknowledged receipt');
    expect(await textOf(`/messages/${id}`)).not.toContain('You have acknowledged receipt');
  });

  it('gives its files under their own names, and none before the receipt', async () => {
    const file = await upload(world);
    const attachments = [{ attachmentId: file }];
    const id = await arrived({ attachments, messageServiceType: 'Verifiable' });
    const path = `/messages/${id}/attachments/${file}`;
    expect(await tessa.get(path)).toMatchObject({ status: 303, headers: { location: `/mailbox/messages/${id}` } });
    await tessa.send(`/messages/${id}/receipt`, {}, `/messages/${id}`);
    const answer = await tessa.get(path);
    expect(answer.headers?.['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''/);
    expect(answer.bytes?.length).toBeGreaterThan(0);
  });

  it('is answered, where its sender lets it be', async () => {
    const id = await arrived({ replyAllowedBy: 'Anyone' });
    const before = (await told(world, TENANT)).length;
    const sent = await tessa.send(`/messages/${id}/reply`, { body: 'Hei\r\nkiitos' });
    expect(sent).toMatchObject({ status: 303, headers: { location: `/mailbox/messages/${id}` } });
    await world.settle();
    expect((await told(world, TENANT)).length).toBeGreaterThan(before);
    const other = await arrived({ replyAllowedBy: 'No one' });
    expect((await tessa.get(`/messages/${other}/reply`)).status).toBe(404);
  });

  it('that is empty is not sent: the form says so at the field, with what was written', async () => {
    const id = await arrived({ replyAllowedBy: 'Anyone' });
    const answer = await tessa.send(`/messages/${id}/reply`, { body: ' ' });
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/<title>\s*Error: Reply to the message/);
    expect(answer.text).toContain('href="#body"');
  });
});

describe('files of a form', () => {
  const PDF = ['Päätös 1.pdf', '%PDF-1.7 päätös'] as const;
  const inbound = async () => {
    const sent = (await told(world, TENANT)).findLast(({ fact }) => fact.type === 'RECEIVED');
    return done(await world.hub.fetchInbound(TENANT, sent?.messageId ?? messageId.parse(1)));
  };

  it('go with a message and with an answer, under their own names', async () => {
    const fields = { service: SERVICE, title: 'Kysymys', body: 'Liitteenä' };
    expect(await tessa.sendFiles('/write', fields, [PDF, ['kuvaus.txt', 'a']])).toMatchObject({ status: 303 });
    await world.settle();
    const { documents } = (await inbound()).content;
    expect(documents.map(({ filename, mediaType, sizeBytes }) => [filename, mediaType, sizeBytes])).toEqual([
      ['Päätös 1.pdf', 'application/pdf', 18],
      ['kuvaus.txt', 'text/plain', 1],
    ]);
    const id = await arrived({ replyAllowedBy: 'Anyone' });
    expect((await tessa.sendFiles(`/messages/${id}/reply`, { body: 'Tässä' }, [PDF])).status).toBe(303);
    await world.settle();
    expect((await inbound()).content.documents).toHaveLength(1);
  });

  it('need not be: a browser sends the field though nothing was chosen in it', async () => {
    const fields = { service: SERVICE, title: 'Kysymys', body: 'Ilman' };
    expect((await tessa.sendFiles('/write', fields, [['', '']])).status).toBe(303);
  });

  it.each([
    ['of another type', [PDF, ['ohjelma.exe', 'MZ\0']], 'a type that is not taken: ohjelma.exe'],
    ['that is empty', [['tyhjä.pdf', '']], 'a type that is not taken: tyhjä.pdf'],
    ['too large together', [['a.txt', 'a'.repeat(4_000_001)]], 'too large'],
    ['too many', Array.from({ length: 11 }, (_, i) => [`${i}.txt`, 'a'] as const), 'at most 10 files'],
  ] as const)('%s are refused at their field, and nothing is sent', async (_, files, said) => {
    const answer = await tessa.sendFiles('/write', { service: SERVICE, title: 'Otsikko', body: 'Teksti' }, files);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('href="#files"');
    expect(answer.text).toContain(said);
    expect(answer.text).toContain('value="Otsikko"');
    expect(await told(world, TENANT)).toEqual([]);
  });

  it('come with the token of the page like everything else', async () => {
    const answer = await tessa.sendFiles('/write', { service: SERVICE, title: 'a', body: 'b', token: 'other' }, [PDF]);
    expect(answer.status).toBe(403);
  });
});

describe('writing to a service', () => {
  it('offers those that have written, and takes any by its code', async () => {
    await arrived();
    expect(await textOf('/write')).toContain('City of Example · Children');
    const fields = { service: OTHER_SERVICE, title: 'Kysymys', body: 'Milloin?' };
    expect(await tessa.send('/write', fields)).toMatchObject({ status: 303 });
    expect((await tessa.send('/write', { ...fields, service: '', known: SERVICE })).status).toBe(303);
  });

  it.each([
    ['an unknown service', { service: 'nobody', title: 'a', body: 'b' }, '#service'],
    ['no title', { service: SERVICE, title: '', body: 'b' }, '#title'],
    ['too long a text', { service: SERVICE, title: 'a', body: 'b'.repeat(40_001) }, '#body'],
  ])('is refused with %s, and keeps what was written', async (_, fields, place) => {
    const answer = await tessa.send('/write', fields);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(`href="${place}"`);
    if (fields.title !== '') expect(answer.text).toContain(`value="${fields.title}"`);
  });
});

describe('the consent', () => {
  it('is withdrawn after its page has said what follows, and given again, each in force at once', async () => {
    expect(await textOf('/consent/withdrawal')).toContain('come as letters at once');
    expect(await tessa.send('/consent/withdrawal', {})).toMatchObject({ status: 303 });
    const { ports, hub } = world;
    const owner = await makeRecipientIds(ports).find(TESSA);
    expect((await hub.consentOf(owner)).gate?.electronic).toBe(false);
    expect(await textOf('/consent')).toContain('Your consent has been withdrawn');
    await world.settle();
    expect(mailsTo(world).length).toBeGreaterThan(0);
    await tessa.send('/consent', { email: 'uusi@example.fi', language: 'sv' });
    expect(await hub.consentOf(owner)).toMatchObject({
      email: 'uusi@example.fi',
      gate: { electronic: true, language: 'sv' },
    });
  });

  it.each(['', 'x', 'a@b', 'tessa@example.fi\r\nBcc: x@example.fi', 'a b@example.fi'])(
    'is refused with the address %j',
    async (email) => {
      const answer = await tessa.send('/consent', { email, language: 'fi' });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('href="#email"');
      expect((await world.hub.consentOf((await acting(world, TESSA)).recipientId)).email).toBe('active@example.fi');
    },
  );
});

describe('an offer of consent', () => {
  async function tokenOf(): Promise<string> {
    await world.ports.tenants.putService({
      serviceId: SERVICE,
      tenantId: TENANT,
      name: { fi: 'Varhaiskasvatus', sv: 'Småbarn', en: 'Children' },
      returnHosts: ['example.fi'],
    });
    const offer = makeOfferConsent({ ...world.ports, noticeLink: 'https://viestit.example/mailbox' });
    const made = await offer(SENDER, { serviceId: SERVICE, returnUrl: 'https://example.fi/valmis' });
    return new URL(made.ok ? made.value.link : '').searchParams.get('offer') ?? '';
  }

  it('explains itself to a stranger, signs in, gives consent and leads back to the service', async () => {
    const token = await tokenOf();
    const paula = pagesClient(world);
    await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula' });
    const shown = await paula.get(`?offer=${token}&lang=en`);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('Children (City of Example) offers you');
    const to = /sign-in\?([^"]+)"/.exec(shown.text ?? '')?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await paula.signIn(PAULA, `?${to}`)).headers?.['location']).toBe(`/mailbox?offer=${token}`);
    const page = await paula.get(`?offer=${token}`);
    expect(page.headers?.['content-security-policy']).toContain("form-action 'self' https://example.fi;");
    const given = await paula.post('/offer', { ...hiddenIn(page), email: 'paula@example.fi', language: 'fi' });
    expect(given).toMatchObject({ status: 303, headers: { location: 'https://example.fi/valmis' } });
    expect((await world.hub.consentOf((await acting(world, PAULA)).recipientId)).gate?.electronic).toBe(true);
  });

  it('that is none is not found, signed in or not', async () => {
    expect((await tessa.get('?offer=abc.def')).status).toBe(404);
    expect((await pagesClient(world).get('?offer=abc.def')).status).toBe(404);
  });
});

describe('the pages under another path', () => {
  it('lead to themselves only', async () => {
    const live = pagesClient(world, { base: '/live/mailbox' });
    await live.signIn(TESSA);
    const { text = '' } = await live.get('');
    expect(text).not.toMatch(/(href|action)="\/mailbox/);
  });
});
