import { describe, expect, it } from 'vitest';
import { suomifiEventOf } from '#shared/domain/feed/suomifi-events';
import { serves } from '#shared/domain/message/addressee';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { externalId } from '#shared/domain/message/ids';
import type { Power } from '#shared/domain/message/power';
import { DAY, instant } from '#shared/kernel/time';
import { NOON, PAULA, SENDER, TESSA, address, electronicPart, paperPart, submission } from '#test/builders/messages';
import { evidenceOf, sealToday, verdictOn } from '#test/builders/world-evidence';
import {
  AINO,
  BORN,
  M1,
  MAIJA,
  MARKKU,
  NIKO,
  family,
  live,
  mandate,
  posts,
  roads,
  shown,
  typesOf,
} from '#test/builders/world-families';
import {
  acting,
  choose,
  consenting,
  done,
  letters,
  noticesOf,
  openWorld,
  send,
  told,
  upload,
} from '#test/builders/world-people';
import type { World } from '#test/builders/world';

const VERIFIABLE = { electronic: electronicPart({ messageServiceType: 'Verifiable' }) };
/** Of a whole mailbox: a power for the matter alone would come before it. */
const GENERAL: Power = {
  mandateId: 'valtuus-2',
  role: 'AGENT',
  source: 'VALTUUDET',
  scope: { type: 'WHOLE_MAILBOX' },
  mayReceiveService: true,
  validFrom: NOON,
};
const IN_M1 = { hub: { matterId: 'M1' } };

async function consents(world: World, code: string): Promise<void> {
  await choose(world, code, { electronic: true, email: `${code.slice(7, 10)}@example.fi` });
  await world.settle();
}

async function both(world: World) {
  return { paperMail: paperPart(await upload(world)), recipient: { id: NIKO } };
}

describe('a child of 16 in its own matter (AC-25)', () => {
  async function sent() {
    const world = await openWorld({ start: instant.parse('2026-11-23T08:15:00.000Z') });
    await family(world, BORN['of 16']);
    await consents(world, NIKO);
    const id = await send(world, await both(world));
    await world.settle();
    return { world, id };
  }

  it('and its guardian get a delivery each, by their own consents and to their own addresses', async () => {
    const { world, id } = await sent();
    expect(await roads(world, id)).toEqual(['SELF R3 ELECTRONIC', 'GUARDIAN R3 LETTER']);
    const { deliveries } = await shown(world, id);
    expect(deliveries.map(({ delivery }) => foldFacts(delivery.facts).decision)).toMatchObject([
      { reason: 'CONSENT', path: ['R3', 'C0b', 'C3', 'C7'] },
      {
        reason: 'NO_CONSENT',
        path: ['R3', 'C0b', 'C3', 'C7', 'C8', 'C10', 'A2'],
        facts: { addressSource: 'REGISTER' },
      },
    ]);
    expect((await letters(world)).map(({ letterId }) => letterId)).toEqual([`${id}-2-L1`]);
    expect(noticesOf(world, id)).toHaveLength(1);
  });

  it('are served each by a clock of their own, and the message when both are', async () => {
    const { world, id } = await sent();
    const second = (await shown(world, id)).deliveries[1];
    if (second) await posts(world, second.delivery, '2026-11-24');
    const { deliveries } = await shown(world, id);
    const deemed = deliveries.map(({ assessments }) => assessments.find(({ primary }) => primary)?.deemedDate);
    expect(deemed).toEqual(['2026-11-26', '2026-12-01']);
    await world.moveTo(instant.parse('2026-11-30T21:59:59.999Z'));
    expect((await shown(world, id)).state).toBe('DELIVERED');
    await world.moveTo(instant.parse('2026-11-30T22:00:00.000Z'));
    expect((await shown(world, id)).state).toBe('SERVED');
  });

  it('are named to the sender by role and name, and a child by no name', async () => {
    const { world, id } = await sent();
    const { deliveries } = await shown(world, id);
    expect(deliveries.map(({ recipient }) => recipient)).toEqual([
      { role: 'SELF', name: undefined },
      { role: 'GUARDIAN', name: 'Nuorila Markku' },
    ]);
    const stored = JSON.stringify(await world.ports.deliveries.ofMessage(id));
    for (const secret of [NIKO, MARKKU, 'Nuorila']) expect(stored).not.toContain(secret);
  });

  it('leave evidence that verifies, with whom each delivery was for in it', async () => {
    const { world, id } = await sent();
    await sealToday(world);
    const bundle = await evidenceOf(world, id);
    expect(verdictOn(bundle)[0]).toBe('INTACT AND SEALED');
    expect(bundle.deliveries.map(({ origin }) => origin.addressee?.role)).toEqual(['SELF', 'GUARDIAN']);
    const [first, second] = bundle.deliveries;
    const swapped = {
      ...bundle,
      deliveries: [first, { ...second, origin: { ...second?.origin, addressee: first?.origin.addressee } }],
    };
    expect(verdictOn(swapped).join(' ')).toMatch(/does not start from its origin/);
  });

  it('are one message to a client of the national API: it hears of the child’s delivery alone', async () => {
    const { world, id } = await sent();
    const events = (await told(world)).filter(({ messageId }) => messageId === id);
    expect(new Set(events.map(({ deliveryId }) => deliveryId))).toEqual(new Set([`${id}-1`, `${id}-2`]));
    const national = events.flatMap((event) => suomifiEventOf(event) ?? []);
    expect(national.map(({ type }) => type)).toEqual(['Electronic message created']);
  });

  it('each see why it came to them, the guardian also without a mailbox, and nobody else', async () => {
    const { world, id } = await sent();
    const why = async (code: string) => world.hub.showDecision(await acting(world, code), id);
    expect(done(await why(NIKO)).decision.channel).toBe('ELECTRONIC');
    expect(done(await why(MARKKU)).decision.channel).toBe('LETTER');
    expect((await why(MAIJA)).ok).toBe(false);
  });
});

describe('a child under 15', () => {
  it('is served through all its guardians, each on their own', async () => {
    const world = await openWorld();
    await family(world, BORN['under 15'], [MARKKU, MAIJA]);
    await consents(world, MAIJA);
    const id = await send(world, await both(world));
    await world.settle();
    expect(await roads(world, id)).toEqual(['GUARDIAN R2 LETTER', 'GUARDIAN R2 ELECTRONIC']);
    expect(done(await world.hub.openMessage(await acting(world, MAIJA), id)).delivery.facts.at(-1)?.by).toMatchObject({
      role: 'GUARDIAN',
    });
    expect((await world.hub.openMessage(await acting(world, NIKO), id)).ok).toBe(false);
  });

  it('whose guardian the register gives no address has the letter sent where the authority says, in the guardian’s name', async () => {
    const world = await openWorld();
    await family(world, BORN['under 15']);
    await live(world, MARKKU, { name: 'Nuorila Markku', postalAddress: undefined });
    const id = await send(world, await both(world));
    await world.settle();
    expect(world.press.drafts.at(-1)).toMatchObject({
      addressPage: { recipient: { ...address(), name: 'Nuorila Markku' } },
    });
    expect(await roads(world, id)).toEqual(['GUARDIAN R2 LETTER']);
  });

  it('without a known guardian is left to the authority', async () => {
    const world = await openWorld();
    await family(world, BORN['under 15'], []);
    await consents(world, NIKO);
    const id = await send(world, await both(world));
    await world.settle();
    expect(await roads(world, id)).toEqual(['GUARDIAN R2 MANUAL']);
    expect((await shown(world, id)).state).toBe('MANUAL');
  });

  it('can be sent to by mailbox alone where a guardian has one, and not where none has', async () => {
    const world = await openWorld();
    await family(world, BORN['under 15'], [MARKKU, MAIJA]);
    const refused = await world.hub.acceptMessage(SENDER, submission({ recipient: { id: NIKO } }));
    expect(refused).toMatchObject({ refusal: { problems: [{ code: 'MAILBOX_NOT_IN_USE' }] } });
    await consents(world, MAIJA);
    const id = await send(world, { recipient: { id: NIKO } });
    await world.settle();
    expect(await roads(world, id)).toEqual(['GUARDIAN R2 LETTER', 'GUARDIAN R2 ELECTRONIC']);
  });
});

describe('an agent who may receive (AC-26 a)', () => {
  async function sent(part: object = {}) {
    const world = await openWorld();
    await live(world, PAULA, { name: 'Postila Paula' });
    await live(world, AINO, { name: 'Asiamies Aino' });
    await consents(world, AINO);
    mandate(world, PAULA);
    const paperMail = paperPart(await upload(world));
    const id = await send(world, { paperMail, recipient: { id: PAULA }, ...IN_M1, ...part });
    await world.settle();
    return { world, id };
  }

  it('is served in the principal’s place, by the agent’s own consent, and the mandate is on record', async () => {
    const { world, id } = await sent();
    expect(await roads(world, id)).toEqual(['AGENT R5 ELECTRONIC']);
    expect((await shown(world, id)).deliveries[0]?.delivery.addressee).toMatchObject({ mandateId: 'valtuus-1' });
    expect((await world.hub.openMessage(await acting(world, PAULA), id)).ok).toBe(false);
  });

  it('opens a verifiable message as agent, which serves it', async () => {
    const { world, id } = await sent(VERIFIABLE);
    const aino = await acting(world, AINO);
    done(await world.hub.acknowledge(aino, id));
    const { delivery } = done(await world.hub.openMessage(aino, id));
    expect(delivery.facts.at(-1)).toMatchObject({ type: 'OPENED', by: { role: 'AGENT', mandateId: 'valtuus-1' } });
    await world.settle();
    expect((await shown(world, id)).state).toBe('SERVED');
  });

  it('opens nothing once the mandate has ended, but what was opened before', async () => {
    const { world, id } = await sent(VERIFIABLE);
    const aino = await acting(world, AINO);
    world.powers.cancel('valtuus-1');
    expect(await world.hub.acknowledge(aino, id)).toMatchObject({ refusal: { kind: 'message-unknown' } });
    expect(await world.hub.openMessage(aino, id)).toMatchObject({ refusal: { kind: 'message-unknown' } });
    mandate(world, PAULA);
    done(await world.hub.acknowledge(aino, id));
    done(await world.hub.openMessage(aino, id));
    world.powers.cancel('valtuus-1');
    expect((await world.hub.openMessage(aino, id)).ok).toBe(true);
  });

  it('is the one of several whom the recipient has named as process address of the matter (808/2019 § 15)', async () => {
    const world = await openWorld();
    await live(world, PAULA, { name: 'Postila Paula' });
    mandate(world, PAULA);
    world.powers.give({
      principal: { id: PAULA, name: 'Postila Paula' },
      holder: { id: TESSA, name: 'Testilä Tessa' },
      power: { ...GENERAL, mandateId: 'valtuus-2' },
    });
    const toPaula = async (name: string) => {
      const part = { externalId: externalId.parse(name), recipient: { id: PAULA }, ...IN_M1 };
      const id = await send(world, { ...part, paperMail: paperPart(await upload(world)) });
      await world.settle();
      return (await shown(world, id)).deliveries[0]?.recipient.name;
    };
    expect(await toPaula('asia-1')).toBe('Asiamies Aino');
    const paula = await acting(world, PAULA);
    const wish = { kind: 'PROCESS_ADDRESS', processAddress: { type: 'AGENT', agentId: TESSA } } as const;
    done(await world.hub.setMatter(paula, M1, { wish, language: 'fi' }));
    expect(await toPaula('asia-2')).toBe('Testilä Tessa');
    world.powers.cancel('valtuus-2');
    expect(await toPaula('asia-3')).toBe('Asiamies Aino');
  });

  it('receives nothing outside the matter, nor once the mandate has ended', async () => {
    const { world } = await sent();
    world.powers.cancel('valtuus-1');
    const toTessa = async (name: string) => {
      const id = await send(world, { externalId: externalId.parse(name), recipient: { id: TESSA }, ...IN_M1 });
      await world.settle();
      return id;
    };
    await consenting(world, TESSA);
    mandate(world, TESSA, { scope: { type: 'MATTERS', matters: [{ ...M1, matterId: 'M2' }] } });
    expect(await roads(world, await toTessa('asia-2'))).toEqual(['SELF  ELECTRONIC']);
    mandate(world, TESSA, { validTo: NOON });
    expect(await roads(world, await toTessa('asia-3'))).toEqual(['SELF  ELECTRONIC']);
  });

  it.each([
    ['a document to be served in person (AC-26 b)', { hub: { matterId: 'M1', personalService: true } }],
    ['a message for the recipient only', { electronic: electronicPart({ visibility: 'Recipient only' }) }],
  ])('is only told of %s', async (_, part) => {
    const { world, id } = await sent(part);
    expect(await roads(world, id)).toEqual(['SELF R5b LETTER', 'AGENT R5b ELECTRONIC']);
    const { content, delivery } = done(await world.hub.openMessage(await acting(world, AINO), id));
    expect(delivery.kind).toBe('ORDINARY');
    expect(JSON.stringify(content)).not.toMatch(/varhaiskasvatusmaksu|186,00|päätös/i);
    expect(content).toMatchObject({
      electronic: { title: 'Tieto päämiehellesi toimitetusta asiakirjasta', attachments: [] },
    });
    expect(content.electronic?.body).toContain('Postila Paula');
  });

  it('who is only told has no part in how far the message has come', async () => {
    const { world, id } = await sent({ hub: { matterId: 'M1', personalService: true } });
    const [principal, agent] = (await shown(world, id)).deliveries;
    expect([principal, agent].map((each) => each && serves(each.delivery))).toEqual([true, false]);
    expect(agent && typesOf(agent.delivery)).toContain('NOTICE_SENT');
    expect((await shown(world, id)).state).toBe('IN_DELIVERY');
    if (principal) await posts(world, principal.delivery, '2026-11-24');
    await world.moveBy(10 * DAY);
    expect((await shown(world, id)).state).toBe('SERVED');
  });

  it('without consent is told by a letter of the hub’s own words', async () => {
    const world = await openWorld();
    await live(world, PAULA, { name: 'Postila Paula' });
    await live(world, AINO, { name: 'Asiamies Aino', language: 'sv' });
    mandate(world, PAULA, { mayReceiveService: false });
    const paperMail = paperPart(await upload(world));
    const id = await send(world, { paperMail, recipient: { id: PAULA }, ...IN_M1 });
    await world.settle();
    expect(await roads(world, id)).toEqual(['SELF R5b LETTER', 'AGENT R5b LETTER']);
    expect(world.press.drafts.flatMap((draft) => (draft.text ? [draft.text.title] : []))).toEqual([
      'Uppgift om en handling som sänts till din huvudman',
    ]);
  });
});
