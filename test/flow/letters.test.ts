import { beforeEach, describe, expect, it } from 'vitest';
import { foldFacts } from '#shared/domain/message/delivery-state';
import { type MessageId, deliveryIdOf, messageId } from '#shared/domain/message/ids';
import { type PostalAddress, postalAddress } from '#shared/domain/message/address';
import { addressContext } from '#shared/flow/delivery-postal/order-print';
import { HOUR } from '#shared/kernel/time';
import { COMPANY, PAULA, TESSA, address, electronicPart, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import {
  consenting,
  deliveryOf,
  done,
  factsOf,
  letters,
  openWorld,
  owesNow,
  send,
  upload,
  withdraw,
} from '#test/builders/world-people';

const REGISTERED = address({ name: 'Postila Paula', streetAddress: 'Kirjetie 5 A 2' });
const CONTACT = address({ name: 'Postila Paula', streetAddress: 'PL 7' });

let world: World;

beforeEach(async () => {
  world = await openWorld();
});

type Part = Partial<ReturnType<typeof paperPart>>;

/** A multichannel message to somebody on paper, all the way to the shelf. */
async function posted(paper: Part = {}, part: Parameters<typeof send>[1] = {}): Promise<MessageId> {
  const id = await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world), paper), ...part });
  await world.settle();
  return id;
}

async function theLetter() {
  const [letter, ...others] = await letters(world);
  if (!letter || others.length > 0) throw new Error('not exactly one letter');
  return letter;
}

async function printedAddress(): Promise<PostalAddress> {
  const { letterId, address: sealed } = await theLetter();
  return postalAddress.parse(JSON.parse(await world.ports.sealer.openText(addressContext(letterId), sealed)));
}

const decisionOn = async (id: MessageId) => foldFacts((await deliveryOf(world, id)).facts).decision;

describe('a letter', () => {
  it('lies on the shelf with everything the provider needs, and its hand-over is on record', async () => {
    const id = await posted();
    expect(await theLetter()).toMatchObject({
      letterId: `${id}-1-L1`,
      class: 'LETTER',
      state: 'READY',
      pages: 3,
      sheets: 2,
      envelope: 'C5',
      restricted: false,
      batchId: `batch-${id}-1-L1`,
    });
    expect((await deliveryOf(world, id)).facts.at(-1)).toMatchObject({
      type: 'HANDED_TO_POSTAL',
      letterId: `${id}-1-L1`,
      class: 'LETTER',
    });
    expect(await owesNow(world)).toBe(false);
  });

  it('goes against advice of receipt where its paper part asks for it', async () => {
    await posted({ messageServiceType: 'Verifiable' });
    expect((await theLetter()).class).toBe('LETTER_ADVICE_OF_RECEIPT');
  });

  it('is printed as the sender wishes', async () => {
    const service = paperPart(await upload(world)).printingAndEnvelopingService;
    await posted({
      colorPrinting: true,
      twoSidedPrinting: false,
      rotateLandscapePages: true,
      printingAndEnvelopingService: { ...service, costPool: 'POOL1' },
    });
    expect(await theLetter()).toMatchObject({
      options: { colour: true, duplex: false, rotateLandscapePages: true },
      sheets: 2,
      costPool: 'POOL1',
    });
  });

  it('is one, however often its step runs', async () => {
    const id = await posted();
    const before = await deliveryOf(world, id);
    done(await world.hub.orderPrint(deliveryIdOf(id, 1)));
    expect(await deliveryOf(world, id)).toEqual(before);
    expect(await letters(world)).toHaveLength(1);
  });

  it('is one though the process died between the shelf and the record', async () => {
    const id = await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world)) });
    done(await world.hub.routeMessage(id));
    const { deliveries } = world.ports;
    world.restart((ports) => ({
      ...ports,
      deliveries: { ...deliveries, append: () => Promise.reject(new Error('died')) },
    }));
    await expect(world.hub.orderPrint(deliveryIdOf(id, 1))).rejects.toThrow('died');
    world.restart();
    await world.moveBy(HOUR);
    expect(await letters(world)).toHaveLength(1);
    expect((await factsOf(world, id)).filter((type) => type === 'HANDED_TO_POSTAL')).toHaveLength(1);
  });

  it('of a delivery nobody knows is refused', async () => {
    expect(await world.hub.orderPrint(deliveryIdOf(messageId.parse(404), 1))).toEqual({
      ok: false,
      refusal: { kind: 'delivery-unknown' },
    });
  });

  it('is none for a message in the mailbox', async () => {
    await consenting(world);
    const id = await send(world);
    await world.settle();
    done(await world.hub.orderPrint(deliveryIdOf(id, 1)));
    expect(await letters(world)).toEqual([]);
  });
});

describe('the document of a letter', () => {
  it('is the one of the sender, byte for byte, where the sender has put the address on it', async () => {
    await posted({ createAddressPage: false });
    const { documentKey, sha256, pages } = await theLetter();
    expect(sha256).toBe(world.ports.sealer.sha256('%PDF-1.7 päätös'));
    expect(documentKey).toMatch(/^documents\/esimerkkikaupunki\//);
    expect(pages).toBe(1);
    expect(world.press.drafts[0]?.addressPage).toBeUndefined();
  });

  it('gets an address page before it where the sender asks for one', async () => {
    await posted();
    expect(world.press.drafts).toMatchObject([
      {
        addressPage: {
          recipient: address(),
          sender: { name: 'Esimerkkikaupunki' },
          inserts: [{ heading: 'Siirry sähköiseen viestintään' }],
        },
      },
    ]);
    const { documentKey, sha256 } = await theLetter();
    const stored = await world.ports.documents.read(documentKey);
    expect(documentKey).toMatch(/^letters\/esimerkkikaupunki\/\d+-1-L1-[0-9a-f]{16}\.pdf$/);
    expect(stored && world.ports.sealer.sha256(stored.bytes)).toBe(sha256);
  });

  it('is laid out from the text where there is no paper part', async () => {
    await consenting(world);
    const body = '# Päätös\n\nMaksu on **186,00 euroa**.';
    const id = await send(world, { electronic: electronicPart({ body, bodyFormat: 'Markdown' }) });
    await withdraw(world);
    await world.settle();
    expect(world.press.drafts).toEqual([
      {
        printing: { letterId: `${id}-1-L1`, duplex: true, rotateLandscapePages: false },
        text: {
          title: 'Päätös varhaiskasvatusmaksusta',
          body: 'Päätös\n\nMaksu on 186,00 euroa.',
          recipient: address(),
          sender: 'Esimerkkikaupunki, Varhaiskasvatus',
          language: 'fi',
          date: '23.11.2026',
          inserts: [
            {
              heading: 'Siirry sähköiseen viestintään',
              paragraphs: [expect.any(String), expect.stringContaining('Kansalaisneuvonta, 0295 000')],
            },
          ],
        },
      },
    ]);
    expect((await theLetter()).letterId).toBe(`${id}-1-L1`);
  });

  it('is laid out in the language of the message', async () => {
    await consenting(world);
    await send(world, { hub: { language: 'sv' } });
    await withdraw(world);
    await world.settle();
    expect(world.press.drafts[0]?.text).toMatchObject({
      language: 'sv',
      sender: 'Exempelstaden, Småbarn',
      inserts: [{ paragraphs: [expect.any(String), expect.stringContaining('Medborgarrådgivningen')] }],
    });
  });

  it('says nothing of its own on the address page of a protected person', async () => {
    await world.ports.entry.enterPerson(PAULA, { name: 'Postila', contactAddress: CONTACT, protectionOrder: true });
    await posted();
    expect(world.press.drafts.map(({ addressPage }) => addressPage?.inserts)).toEqual([[]]);
  });

  it('says nothing of its own to a protected person', async () => {
    await consenting(world);
    await world.ports.entry.enterPerson(TESSA, { name: 'Testilä', contactAddress: CONTACT, protectionOrder: true });
    await send(world);
    await withdraw(world);
    await world.settle();
    expect(world.press.drafts.map(({ text }) => [text?.recipient, text?.inserts])).toEqual([[CONTACT, []]]);
  });

  it('that no printer can read lands on a desk, with its own reason', async () => {
    const { press } = world.ports;
    world.restart((ports) => ({
      ...ports,
      press: { compose: async (draft) => press.compose({ ...draft, pdf: Buffer.from('broken') }) },
    }));
    const id = await posted();
    expect(await decisionOn(id)).toMatchObject({ channel: 'MANUAL', reason: 'DOCUMENT_UNREADABLE' });
    expect(await letters(world)).toEqual([]);
    expect(await world.ports.index.earliest()).toBeUndefined();
  });

  it('that is seen to be unprintable only at the press lands on a desk the same day, with what is wrong', async () => {
    const id = await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world)) });
    world.restart((ports) => ({ ...ports, examinePdf: async () => ({ flaws: ['NOT_A4', 'WINDOW_EMPTY'] }) }));
    await world.settle();
    expect(await decisionOn(id)).toMatchObject({
      channel: 'MANUAL',
      reason: 'DOCUMENT_UNPRINTABLE',
      facts: { printFlaws: ['NOT_A4'] },
    });
    expect(await letters(world)).toEqual([]);
    expect(await owesNow(world)).toBe(false);
  });

  it('that has changed since it was accepted is never printed', async () => {
    const id = await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world)) });
    const [key = ''] = [...world.documents.keys].filter((each) => each.startsWith('documents/'));
    await world.ports.documents.put(key, { bytes: Buffer.from('%PDF-1.7 other'), mediaType: 'application/pdf' });
    await world.settle();
    expect(await letters(world)).toEqual([]);
    expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED']);
    expect(world.faults).toContainEqual(new Error('the document of a letter is missing or changed'));
  });
});

describe('the address of a letter', () => {
  it('is the registered one before the one of the authority', async () => {
    await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula', postalAddress: REGISTERED });
    await posted();
    expect(await printedAddress()).toEqual(REGISTERED);
  });

  it('is the one of the authority where no other is known', async () => {
    await posted();
    expect(await printedAddress()).toEqual(address());
  });

  it('is the one the sender printed, where the document carries it', async () => {
    await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula', postalAddress: REGISTERED });
    await posted({ createAddressPage: false });
    expect(await printedAddress()).toEqual(address());
  });

  it('is the contact address of a protected person, and the letter is for named hands only', async () => {
    const protectedPerson = {
      name: 'Postila Paula',
      postalAddress: REGISTERED,
      contactAddress: CONTACT,
      protectionOrder: true,
    };
    await world.ports.entry.enterPerson(PAULA, protectedPerson);
    await posted();
    expect(await printedAddress()).toEqual(CONTACT);
    expect((await theLetter()).restricted).toBe(true);
  });

  it('is the registered one of an organisation', async () => {
    const postalAddress = address({ name: 'Kuljetus Oy' });
    await world.ports.entry.enterBusiness(COMPANY, { name: 'Kuljetus Oy', kind: 'COMPANY', postalAddress });
    await posted({}, { recipient: { id: COMPANY } });
    expect(await printedAddress()).toMatchObject({ name: 'Kuljetus Oy' });
  });

  it('abroad is for a person to deal with', async () => {
    const id = await posted({ recipient: { address: address({ countryCode: 'SE' }) } });
    expect(await decisionOn(id)).toMatchObject({ channel: 'MANUAL', reason: 'ABROAD' });
    expect(await letters(world)).toEqual([]);
  });

  it('lies on the shelf under seal only', async () => {
    await posted();
    expect(JSON.stringify(await theLetter())).not.toContain('Henrikintie');
  });

  it('stands in no decision and in no fact', async () => {
    const id = await posted();
    expect(JSON.stringify(await deliveryOf(world, id))).not.toContain('Henrikintie');
    expect(await decisionOn(id)).toMatchObject({ facts: { addressSource: 'AUTHORITY' } });
  });

  it.each([
    ['not printed', undefined, 'MANUAL'],
    ['the contact address where there is one', CONTACT, 'LETTER'],
  ])('of a person protected since the decision is %s', async (_, contactAddress, channel) => {
    await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula', postalAddress: REGISTERED });
    const id = await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world)) });
    done(await world.hub.routeMessage(id));
    const order = { name: 'Postila Paula', postalAddress: REGISTERED, contactAddress, protectionOrder: true };
    await world.ports.entry.enterPerson(PAULA, order);
    await world.settle();
    expect(await decisionOn(id)).toMatchObject({ channel, flags: ['PROTECTED', 'NOTICE_NO_SENDER'] });
    expect((await letters(world)).map(({ restricted }) => restricted)).toEqual(contactAddress ? [true] : []);
  });

  it('that is gone from the register since the decision holds the letter back', async () => {
    await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula', postalAddress: REGISTERED });
    const id = await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world)) });
    done(await world.hub.routeMessage(id));
    await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula' });
    await world.settle();
    expect(await letters(world)).toEqual([]);
    await world.ports.entry.enterPerson(PAULA, { name: 'Postila Paula', postalAddress: REGISTERED });
    await world.moveBy(HOUR);
    expect(await printedAddress()).toEqual(REGISTERED);
  });
});
