import { beforeEach, describe, expect, it } from 'vitest';
import { calendarDate } from '#shared/kernel/time';
import type { CertificateDraft } from '#shared/ports/certificate-press';
import { TESSA, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { evidenceOf, sealToday } from '#test/builders/world-evidence';
import { acting, consenting, done, openWorld, send, upload, withdraw } from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
});

const said = ({ sections }: CertificateDraft) =>
  sections.flatMap(({ heading, rows, paragraphs = [] }) => [heading, ...rows.flat(), ...paragraphs]).join('\n');

describe('the certificate of service', () => {
  it('says who sent what, how it went, when it was served and by which statute', async () => {
    const id = await send(world);
    await world.settle();
    done(await world.hub.openMessage(await acting(world, TESSA), id));
    await world.settle();
    await sealToday(world);
    const bundle = await evidenceOf(world, id);
    const text = said(await world.hub.writeCertificate(bundle, 'en'));
    for (const fact of [
      'City of Example',
      String(id),
      `${id}-1`,
      bundle.deliveries[0]?.origin.contentSha256,
      'electronic mailbox',
      'ordinary service',
      'message and notice sent: 23.11.2026 12.00.00 (2026-11-23T10:00:00.000Z) + 3 days',
      '26.11.2026 (2026-11-26)',
      '13/2003 § 19',
      'by: the recipient, STRONG',
      bundle.deliveries[0]?.chain.head,
      'npm run verify',
    ])
      expect(text).toContain(fact);
    expect(text).not.toContain('Testilä');
  });

  it('of a letter says the day it was posted and who reported it', async () => {
    await withdraw(world);
    const id = await send(world, { paperMail: paperPart(await upload(world)) });
    await world.settle();
    const [letter] = await world.ports.shelf.list('READY', { limit: 1 });
    const postedOn = calendarDate.parse('2026-11-23');
    const event = { type: 'POSTED' as const, eventId: 'provider-7', at: world.now(), postedOn };
    if (letter) done(await world.hub.recordPostalEvent(letter.letterId, event));
    const text = said(await world.hub.writeCertificate(await evidenceOf(world, id), 'sv'));
    for (const fact of ['brev', 'postedOn 2026-11-23', 'eventId provider-7', 'tjänsteleverantören', '30.11.2026'])
      expect(text).toContain(fact);
    expect(text).toContain('ännu inte förseglad');
  });

  it.each(['fi', 'sv', 'en'] as const)('in %s leaves no word out', async (language) => {
    const id = await send(world);
    await world.settle();
    await sealToday(world);
    const draft = await world.hub.writeCertificate(await evidenceOf(world, id), language);
    expect(said(draft)).not.toMatch(/undefined|NaN|\[object/);
    expect(draft.sections.every(({ heading, rows }) => heading !== '' && rows.every(([label]) => label !== ''))).toBe(
      true,
    );
  });
});
