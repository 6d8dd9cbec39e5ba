import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { examinePdf } from '#shared/adapters/print/examine/examine-pdf';
import { MAX_PROOF_BYTES, MOST_PROOFS, proofKey } from '#shared/domain/delivery-postal/proof';
import { type MessageId, deliveryIdOf, letterIdOf, proofId } from '#shared/domain/message/ids';
import { DAY } from '#shared/kernel/time';
import { JPEG, PNG, scannedPdf } from '#test/builders/domain-scans';
import { PAULA, STRANGER, TENANT, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { ProcessDied, mortal } from '#test/builders/world-crash';
import { evidenceOf, verdictOn } from '#test/builders/world-evidence';
import { deliveryOf, done, factsOf, letters, openWorld, send, told, upload } from '#test/builders/world-people';
import { dayOf, filesLeft } from '#test/builders/world-retention';
import { lastFact, report, serviceOf } from '#test/builders/world-service';

let world: World;
let id: MessageId;

const SCAN = proofId.parse('scan-1');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const letter = () => letterIdOf(deliveryIdOf(id, 1), 1);
const attach = async (bytes: Uint8Array = PNG, mediaType = 'image/png', as: string = SCAN) =>
  world.hub.attachProof(letter(), proofId.parse(as), { bytes, mediaType });
const attached = async () => (await factsOf(world, id)).filter((type) => type === 'PROOF_ATTACHED').length;
const scansLeft = async () => (await filesLeft(world)).filter((key) => key.startsWith('proofs/'));

beforeEach(async () => {
  world = await openWorld();
  const paper = { messageServiceType: 'Verifiable' as const };
  id = await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world), paper) });
  await world.settle();
  world.restart((ports) => ({ ...ports, examinePdf }));
});

describe('the scan of a signed receipt', () => {
  it('is on record with the hash of its bytes, and serves nothing by itself', async () => {
    expect(done(await attach())).toEqual({
      letterId: letter(),
      proofId: SCAN,
      sha256: sha256(PNG),
      mediaType: 'image/png',
      sizeBytes: PNG.byteLength,
    });
    expect(await lastFact(world, id, 'PROOF_ATTACHED')).toMatchObject({
      by: { role: 'PROVIDER' },
      letterId: letter(),
      sha256: sha256(PNG),
    });
    expect(await serviceOf(world, id)).toBeUndefined();
    await report(world, id, { attempt: 1, type: 'RECEIPT_SIGNED', signer: 'Paula Postila' });
    expect(await serviceOf(world, id)).toMatchObject({ status: 'SERVED' });
  });

  it('is told to the authority, and stands in evidence that verifies', async () => {
    done(await attach());
    await world.settle();
    expect((await told(world)).at(-1)?.fact.type).toBe('PROOF_ATTACHED');
    await world.moveBy(2 * DAY);
    await world.hub.sealEvidence();
    const bundle = await evidenceOf(world, id);
    expect(verdictOn(bundle)[0]).toBe('INTACT AND SEALED');
    expect(JSON.stringify(bundle)).toContain(sha256(PNG));
    const certificate = await world.hub.writeCertificate(bundle, 'fi');
    expect(JSON.stringify(certificate)).toContain(`sha256 ${sha256(PNG)}`);
  });

  it('is read by its sender under its hash, and by nobody else', async () => {
    const pdf = await scannedPdf();
    done(await attach(pdf, 'application/pdf'));
    const found = await world.hub.findProof(TENANT, id, sha256(pdf));
    expect(found).toMatchObject({ mediaType: 'application/pdf', filename: `${letter()}-scan-1.pdf` });
    expect((await world.documents.read(found?.documentKey ?? ''))?.bytes).toEqual(pdf);
    expect(await world.hub.findProof(STRANGER.tenantId, id, sha256(pdf))).toBeUndefined();
    expect(await world.hub.findProof(TENANT, id, sha256(PNG))).toBeUndefined();
  });

  it('may be a JPEG too, and a letter may have several', async () => {
    done(await attach(JPEG, 'image/jpeg; charset=binary', 'kuori'));
    done(await attach(PNG, 'image/png', 'kortti'));
    expect(await attached()).toBe(2);
  });
});

describe('the same bytes', () => {
  it('again under the same id are answered alike, and are on record once', async () => {
    const first = await attach();
    expect(await Promise.all([attach(), attach(), attach()])).toEqual([first, first, first]);
    expect(await attached()).toBe(1);
  });

  it('at once are on record once', async () => {
    const answers = await Promise.all([attach(), attach(), attach()]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await attached()).toBe(1);
  });
});

const scriptedPdf = async () =>
  scannedPdf((pdf) => {
    pdf.addJavaScript('a', '1');
  });

describe('a scan is refused', () => {
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string, string]>([
    ['that is no picture', () => Buffer.from('hei'), 'image/png', 'type-refused'],
    ['that is empty', () => new Uint8Array(), 'application/pdf', 'type-refused'],
    ['that is something else than it says', () => JPEG, 'image/png', 'type-refused'],
    ['of a type nobody scans to', () => Buffer.from('hei'), 'text/plain', 'type-refused'],
    ['whose type is not told', () => PNG, '', 'type-refused'],
    ['that is damaged', () => Buffer.from('%PDF-1.7 hei'), 'application/pdf', 'scan-refused'],
    ['with a script', scriptedPdf, 'application/pdf', 'scan-refused'],
    [
      'with a file in it',
      async () => scannedPdf(async (pdf) => pdf.attach(PNG, 'a.png')),
      'application/pdf',
      'scan-refused',
    ],
    ['that is too large', () => new Uint8Array(MAX_PROOF_BYTES + 1), 'image/png', 'too-large'],
  ])('%s', async (_, bytes, mediaType, kind) => {
    expect(await attach(await bytes(), mediaType)).toMatchObject({ ok: false, refusal: { kind } });
    expect(await attached()).toBe(0);
    expect(await scansLeft()).toEqual([]);
  });

  it('with other bytes under an id that is taken', async () => {
    done(await attach());
    expect(await attach(JPEG, 'image/jpeg')).toMatchObject({ refusal: { kind: 'other-bytes' } });
    expect(await scansLeft()).toEqual([proofKey(letter(), sha256(PNG))]);
  });

  it('beyond as many as a letter may have, also of the same bytes', async () => {
    for (let n = 0; n < MOST_PROOFS; n += 1) done(await attach(PNG, 'image/png', `scan-${n}`));
    expect(await attach(PNG, 'image/png', 'one-more')).toMatchObject({ refusal: { kind: 'too-many' } });
    expect(await attached()).toBe(MOST_PROOFS);
  });

  it('of a letter nobody knows', async () => {
    const stray = letterIdOf(deliveryIdOf(id, 1), 7);
    const scan = { bytes: PNG, mediaType: 'image/png' };
    expect(await world.hub.attachProof(stray, SCAN, scan)).toMatchObject({ refusal: { kind: 'letter-unknown' } });
  });
});

/** Served by its receipt on 23 November 2026, with a scan on record and one that never came on it. */
async function servedWithScans(): Promise<void> {
  await report(world, id, { attempt: 1, type: 'RECEIPT_SIGNED' });
  done(await attach());
  await world.ports.shelf.expectProof(letter(), sha256(JPEG), MOST_PROOFS);
  await world.ports.documents.put(proofKey(letter(), sha256(JPEG)), { bytes: JPEG, mediaType: 'image/jpeg' });
}

describe('a scan ends', () => {
  it('with the proof of service and not before; one that is on no record ends with the content', async () => {
    await servedWithScans();
    await world.moveTo(dayOf('2028-12-01'));
    expect(await letters(world)).toEqual([]);
    expect(await scansLeft()).toEqual([proofKey(letter(), sha256(PNG))]);
    expect(await world.hub.findProof(TENANT, id, sha256(PNG))).toBeDefined();
    expect(await attach(JPEG, 'image/jpeg', 'late')).toMatchObject({ refusal: { kind: 'letter-unknown' } });
    await world.moveTo(dayOf('2037-01-01'));
    expect(await scansLeft()).toEqual([]);
    expect(await world.hub.findProof(TENANT, id, sha256(PNG))).toBeUndefined();
    expect((await deliveryOf(world, id)).keeping?.proof?.links.map(({ type }) => type)).toContain('PROOF_ATTACHED');
    expect(world.faults).toEqual([]);
  });

  it('not while a legal hold lies on its message', async () => {
    await servedWithScans();
    const hold = { messageId: id, reason: 'Oikeudenkäynti', decidedBy: 'Johtaja' };
    done(await world.hub.legalHold.enter({ tenantId: TENANT }, 'juttu-1', hold));
    await world.moveTo(dayOf('2037-01-01'));
    expect(await scansLeft()).toHaveLength(2);
  });
});

/** @returns whether the process lived through it */
async function attachUntilDeath(as: string, fate: Parameters<typeof mortal>[1]): Promise<boolean> {
  world.restart((ports) => mortal({ ...ports, examinePdf }, fate));
  try {
    done(await attach(PNG, 'image/png', as));
    return true;
  } catch (fault) {
    if (!(fault instanceof ProcessDied)) throw fault;
    return false;
  } finally {
    world.restart((ports) => ({ ...ports, examinePdf }));
  }
}

describe('whatever dies while a scan is attached', () => {
  it.each(['before', 'after'] as const)('right %s any call: what is on record is there, and once', async (death) => {
    for (let at = 1, lived = false; !lived; at += 1) {
      lived = await attachUntilDeath(`crash-${at}`, { at, death });
      if ((await attached()) > 0) expect(await scansLeft()).toHaveLength(1);
      done(await attach(PNG, 'image/png', `crash-${at}`));
      expect(await attached()).toBe(at);
    }
    expect(await attached()).toBeGreaterThan(4);
  });
});
