import { beforeAll, describe, expect, it } from 'vitest';
import { SENDING, systemOne } from '#test/builders/e2e-authority';
import { TESSA, electronicOnly, multichannel, newExternalId, paperOnly, wordingOf } from '#test/builders/e2e-bodies';
import { useHub } from '#test/builders/e2e-hub';
import { type Path, dotted, placesIn, valueAt, withAt, without } from '#test/builders/e2e-mutations';
import { personAt } from '#test/builders/e2e-people';
import { sandboxOf } from '#test/builders/e2e-sandbox';

const hub = useHub();
const city = systemOne(hub);
const sandbox = sandboxOf(hub);
const uses = { file: '00000000-0000-4000-8000-000000000001', inReplyTo: 1 };
const accepted: string[] = [];

/** A body with every field there is, the hub's own among them. */
function everything() {
  return {
    ...uses,
    externalId: newExternalId(),
    wording: wordingOf('Uutta tietoa', 'Asiassasi on uutta tietoa.'),
    address: { additionalName: 'c/o Naapuri' },
    from: { additionalName: 'Kirjaamo' },
    costPool: 'POOL1',
    hub: {
      matterId: 'EK/12/2026',
      obligating: true,
      obligatingOverride: { legalBasis: '434/2003 § 60', approvedBy: 'Virkailija' },
      appealPeriod: { days: 30 },
      recipientKind: 'PERSON',
      capacity: 'PRIVATE',
      language: 'fi',
      protectionNeed: false,
      personalService: false,
      statutoryChannel: { rule: 'PAPER_ONLY', legalBasis: '13/2003 § 19' },
      deliverNotBefore: '2026-11-23T08:00:00.000Z',
      informational: false,
    },
  } as const;
}

const ROADS = [
  ['multichannel', SENDING.multichannel, () => multichannel(everything())],
  ['electronic-only', SENDING.electronic, () => electronicOnly(everything())],
  ['paper-only', SENDING.paper, () => paperOnly(everything())],
] as const;

/** Fields a sender may leave out. */
const OPTIONAL = [
  /^hub(\.(?!obligatingOverride\b|appealPeriod\.|statutoryChannel\.)\w+)?$/,
  /^electronic\.inReplyToMessageId$/,
  /^electronic\.notifications\.(customisedNewMessageNotification|senderDetailsInNotifications)$/,
  /^electronic\.attachments\.0$/,
  /\.additionalName$/,
  /\.costPool$/,
];
const isOptional = (path: Path) => OPTIONAL.some((pattern) => pattern.test(dotted(path)));

/** A value of a type the field does not have, with a mark that must not come back. */
function wrongTypeFor(value: unknown): unknown {
  if (typeof value === 'string') return 4_711_174;
  return typeof value === 'object' ? 'SALAISUUS' : { salaisuus: 'SALAISUUS' };
}

async function expectRefused(road: string, body: object, names: string): Promise<void> {
  const answer = await city.call('POST', road, { json: body });
  expect(answer.status).toBe(400);
  expect(answer.headers.get('content-type')).toBe('application/json');
  const listed = { reason: expect.stringContaining(names), validationErrors: expect.any(Array) };
  expect(answer.json).toEqual(road === SENDING.electronic ? listed : { reason: listed.reason });
  expect(answer.text).not.toMatch(/SALAISUUS|4711174|undefined|\[object/i);
}

function externalIdIn(body: object): string {
  return String(Reflect.get(body, 'externalId'));
}

beforeAll(async () => {
  uses.file = await city.upload();
  const tessa = await personAt(hub, TESSA);
  uses.inReplyTo = await tessa.write({ serviceId: 'hub-service-1', title: 'Kysymys', body: 'Missä viipyy?' });
});

describe.each(ROADS)('a %s body', (_, road, make) => {
  const places = placesIn(make()).map((path) => [dotted(path), path] as const);
  const required = places.filter(([, path]) => !isOptional(path));
  const optional = places.filter(([, path]) => isOptional(path));

  it('with every field there is, is accepted', async () => {
    const body = make();
    accepted.push(body.externalId);
    expect(await city.send(road, body)).toBeGreaterThan(0);
  });

  it.each(required)('without %s is refused by name', async (name, path) => {
    await expectRefused(road, without(make(), path), name.replace(/\.(?:\d+|days)$/, ''));
  });

  it.each(optional)('without %s is accepted', async (_name, path) => {
    const body = make();
    accepted.push(body.externalId);
    expect(await city.send(road, without(body, path))).toBeGreaterThan(0);
  });

  it('with an unknown field anywhere but under hub is accepted, and the field has no effect', async () => {
    const holders = placesIn(make()).filter((path) => path[0] !== 'hub' && typeof valueAt(make(), path) === 'object');
    const body = make();
    const grown = holders
      .filter((path) => !Array.isArray(valueAt(body, path)))
      .reduce<object>((grown_, path) => withAt(grown_, [...path, 'tulevaisuus'], 'SALAISUUS'), { ...body, uusi: [1] });
    accepted.push(body.externalId);
    expect(await city.send(road, grown)).toBeGreaterThan(0);
  });

  it.each(['hub', 'hub.obligatingOverride', 'hub.appealPeriod', 'hub.statutoryChannel'])(
    'with an unknown field under %s is refused by its name',
    async (holder) => {
      await expectRefused(
        road,
        withAt(make(), [...holder.split('.'), 'tuntematon'], 'SALAISUUS'),
        `${holder}.tuntematon`,
      );
    },
  );
});

describe('a field of a wrong type', () => {
  const places = placesIn(multichannel(everything())).map((path) => [dotted(path), path] as const);

  it.each(places)('is refused by name: %s', async (name, path) => {
    const body = multichannel(everything());
    const wrong = wrongTypeFor(valueAt(body, path));
    await expectRefused(SENDING.multichannel, withAt(body, path, wrong), name);
    await expectRefused(SENDING.multichannel, withAt(body, path, null), name);
  });
});

describe('a field at its limit', () => {
  const text = (length: number) => 'ä'.repeat(length);

  it.each([
    ['externalId', 256, 257],
    ['externalId', 1, 0],
    ['electronic.title', 256, 257],
    ['electronic.title', 1, 0],
    ['electronic.body', 40_000, 40_001],
    ['electronic.body', 1, 0],
    ['electronic.notifications.customisedNewMessageNotification.title.sv', 256, 257],
    ['electronic.notifications.customisedNewMessageNotification.content.sv', 1500, 1501],
    ['paperMail.recipient.address.name', 256, 257],
    ['paperMail.recipient.address.streetAddress', 256, 257],
    ['paperMail.sender.address.city', 256, 257],
    ['paperMail.sender.address.additionalName', 256, 257],
    ['paperMail.printingAndEnvelopingService.postiMessaging.username', 6, 5],
    ['paperMail.printingAndEnvelopingService.postiMessaging.username', 6, 7],
    ['paperMail.printingAndEnvelopingService.postiMessaging.password', 4, 3],
    ['paperMail.printingAndEnvelopingService.postiMessaging.password', 4, 5],
    ['paperMail.printingAndEnvelopingService.postiMessaging.contactDetails.email', 5, 4],
    ['paperMail.printingAndEnvelopingService.postiMessaging.contactDetails.email', 256, 257],
  ])('%s may have %i characters and may not have %i', async (name, most, tooMany) => {
    const body = withAt(multichannel(everything()), name.split('.'), text(most));
    accepted.push(externalIdIn(body));
    expect(await city.send(SENDING.multichannel, body)).toBeGreaterThan(0);
    await expectRefused(SENDING.multichannel, withAt(multichannel(everything()), name.split('.'), text(tooMany)), name);
  });

  it.each([
    ['electronic.bodyFormat', 'HTML'],
    ['electronic.messageServiceType', 'normal'],
    ['electronic.replyAllowedBy', 'Everyone'],
    ['electronic.visibility', 'Public'],
    ['electronic.notifications.senderDetailsInNotifications', 'Organisation'],
    ['electronic.notifications.unreadMessageNotification.reminder', 'Weekly'],
    ['electronic.inReplyToMessageId', 0],
    ['electronic.inReplyToMessageId', 1.5],
    ['electronic.inReplyToMessageId', 2 ** 53],
    ['electronic.attachments.0.attachmentId', 'SALAISUUS'],
    ['paperMail.attachments', []],
    ['paperMail.attachments', [{ attachmentId: uses.file }, { attachmentId: uses.file }]],
    ['paperMail.recipient.address.countryCode', 'ZZ'],
    ['paperMail.recipient.address.countryCode', 'fi'],
    ['paperMail.printingAndEnvelopingService.costPool', 'abc'],
    ['paperMail.printingAndEnvelopingService.costPool', ''],
    ['paperMail.printingAndEnvelopingService.costPool', 'A'.repeat(16)],
    ['recipient.id', '12345678'],
    ['recipient.id', '123456789012'],
    ['hub.recipientKind', 'COMPANY'],
    ['hub.language', 'se'],
    ['hub.deliverNotBefore', '2026-11-24'],
    ['hub.deliverNotBefore', '2026-02-30T08:00:00.000Z'],
    ['hub.appealPeriod', { days: 30, months: 1 }],
    ['hub.appealPeriod', {}],
    ['hub.appealPeriod.days', 0],
    ['hub.statutoryChannel.rule', 'ELECTRONIC_ONLY'],
  ])('%s may not be %j', async (name, value) => {
    await expectRefused(SENDING.multichannel, withAt(multichannel(everything()), name.split('.'), value), name);
  });

  it('electronic.attachments may name 50 files and may not name 51', async () => {
    const name = 'electronic.attachments';
    const files = Array.from({ length: 51 }, () => ({ attachmentId: uses.file }));
    const body = withAt(multichannel(everything()), name.split('.'), files.slice(1));
    accepted.push(externalIdIn(body));
    expect(await city.send(SENDING.multichannel, body)).toBeGreaterThan(0);
    await expectRefused(SENDING.multichannel, withAt(multichannel(everything()), name.split('.'), files), name);
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
  });
});
