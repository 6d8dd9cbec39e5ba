import { beforeEach, describe, expect, it } from 'vitest';
import type { RuleSetId } from '#shared/domain/message/decision';
import { legalBasisOf } from '#shared/domain/channel/explain';
import { lastOf } from '#shared/domain/message/facts';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { DAY, instant } from '#shared/kernel/time';
import { COMPANY, TESSA, paperPart } from '#test/builders/messages';
import { type PagesClient, pagesClient } from '#test/builders/pages-client';
import { type StoresUnderTest, memoryStores } from '#test/builders/stores';
import type { World } from '#test/builders/world';
import { acting, choose, consenting, deliveryOf, mailsTo, openWorld, send, upload } from '#test/builders/world-people';

const OPT_OUT = instant.parse('2026-08-31T09:00:00.000Z');
const LAST_DAY = instant.parse('2027-02-28T20:00:00.000Z');
const DAY_AFTER = instant.parse('2027-03-01T08:00:00.000Z');

let world: World;
let stores: StoresUnderTest;

const underRules = (ruleSetId: RuleSetId) => {
  world.settings.current = { ...world.settings.current, ruleSetId };
};

beforeEach(async () => {
  stores = memoryStores();
  world = await openWorld({ stores, start: OPT_OUT });
  underRules('fi-2026-draft');
  await consenting(world);
});

const optOut = async () => choose(world, TESSA, { electronic: false });
const identify = async () => world.hub.reactivateMailbox(await acting(world, TESSA));
const shown = async () => world.hub.consentOf((await acting(world, TESSA)).recipientId);

function recipientIdOf({ recipientId }: Acting) {
  if (recipientId === undefined) throw new Error('there is no mailbox');
  return recipientId;
}

/** Where a message goes now, why, and by which statutes. */
async function road() {
  const id = await send(world, { paperMail: paperPart(await upload(world)) });
  await world.settle();
  const decided = lastOf((await deliveryOf(world, id)).facts, 'DECIDED')?.decision;
  return [decided?.channel, decided?.reason, decided && legalBasisOf(decided).includes('HE 124/2025 vp')];
}

async function actions(): Promise<readonly string[]> {
  const { recipientId } = await acting(world, TESSA);
  return recipientId ? (await stores.consentsOf(recipientId)).map(({ action }) => action) : [];
}

describe('an opt-out under the draft reform (AC-38)', () => {
  it('lasts six months, to the last day of a month that has no such day', async () => {
    expect(await optOut()).toMatchObject({
      email: 'active@example.fi',
      gate: {
        electronic: false,
        consent: { action: 'OPT_OUT', basis: 'ACTIVE_MAILBOX', expiresOn: '2027-02-28', source: 'SELF' },
      },
    });
    expect(await road()).toEqual(['LETTER', 'OPTED_OUT', true]);
  });

  it('(a) sends letters still on its last day, also when its holder is identified then', async () => {
    await optOut();
    await world.moveTo(LAST_DAY);
    await identify();
    expect(await road()).toEqual(['LETTER', 'OPTED_OUT', true]);
  });

  it('(b) ends with the first identification after it: the mailbox is in use again, and its holder is told', async () => {
    await optOut();
    await world.moveTo(DAY_AFTER);
    await identify();
    await world.settle();
    expect(mailsTo(world)).toEqual(['CONSENT_GIVEN', 'MAILBOX_CLOSED', 'MAILBOX_REOPENED']);
    expect(await road()).toEqual(['ELECTRONIC', 'MAILBOX_ACTIVE', true]);
    expect(await actions()).toEqual(['GIVE', 'OPT_OUT', 'REACTIVATED']);
  });

  it('keeps the mailbox closed after it while its holder is not identified, and says so', async () => {
    await optOut();
    await world.moveTo(DAY_AFTER);
    expect(await road()).toEqual(['LETTER', 'NOT_REACTIVATED', true]);
  });

  it('is ended once by two identifications at once', async () => {
    await optOut();
    await world.moveTo(DAY_AFTER);
    await Promise.all([identify(), identify()]);
    await world.settle();
    expect(mailsTo(world).filter((kind) => kind === 'MAILBOX_REOPENED')).toHaveLength(1);
    expect((await shown()).gate).toMatchObject({ version: 3, consent: { action: 'REACTIVATED' } });
  });

  it('is not ended by somebody who acts for its holder', async () => {
    await optOut();
    await world.moveTo(DAY_AFTER);
    const own = await acting(world, TESSA);
    await world.hub.reactivateMailbox({ ...own, onBehalf: { id: 'x', name: 'Edustaja' } });
    expect((await shown()).gate?.electronic).toBe(false);
  });

  it('begins anew when it is made again', async () => {
    await optOut();
    await world.moveBy(30 * DAY);
    expect(await optOut()).toMatchObject({ gate: { consent: { action: 'OPT_OUT', expiresOn: '2027-03-30' } } });
    expect(mailsTo(world).filter((kind) => kind === 'MAILBOX_CLOSED')).toHaveLength(1);
  });

  it('gives way to a consent, which is then the basis and lasts', async () => {
    await optOut();
    await choose(world, TESSA, { electronic: true });
    expect((await shown()).gate?.consent).toMatchObject({ action: 'GIVE', email: expect.any(String) });
    expect((await shown()).gate?.consent.expiresOn).toBeUndefined();
  });

  it('stands though mail to the address comes back meanwhile', async () => {
    await optOut();
    await world.settle();
    const recipientId = recipientIdOf(await acting(world, TESSA));
    await world.hub.recordConsentNotice({ recipientId, consentVersion: 2, address: 'new', name: '2-new' }, 'hard');
    expect((await shown()).gate).toMatchObject({ emailUsable: false, consent: { action: 'EMAIL_BOUNCED' } });
    expect(await road()).toEqual(['LETTER', 'OPTED_OUT', true]);
    await world.moveTo(DAY_AFTER);
    await identify();
    expect((await shown()).gate).toMatchObject({ electronic: true, emailUsable: false });
  });

  it('is none of an organisation: it withdraws', async () => {
    const representatives = [{ id: TESSA, role: 'NIMKO' }];
    await world.ports.entry.enterBusiness(COMPANY, { name: 'Kuljetus Oy', kind: 'COMPANY', representatives });
    const wish = { language: 'fi', email: 'yritys@example.fi' } as const;
    await world.hub.setConsent(await acting(world, TESSA, COMPANY), { ...wish, electronic: true, seenVersion: 0 });
    const forCompany = await acting(world, TESSA, COMPANY);
    expect(await world.hub.setConsent(forCompany, { ...wish, electronic: false, seenVersion: 1 })).toMatchObject({
      value: { gate: { consent: { action: 'WITHDRAW' } } },
    });
  });

  it('is a withdrawal for good where erasure asks for it', async () => {
    await optOut();
    await world.hub.eraseOwnData(await acting(world, TESSA), { withdrawConsent: true });
    expect((await shown()).gate).toMatchObject({ email: undefined, consent: { action: 'WITHDRAW' } });
  });
});

describe('on the pages', () => {
  const textAt = async (client: PagesClient) => (await client.get('/consent')).text;

  it('say what is refused and until when, and nothing of a consent withdrawn', async () => {
    const tessa = pagesClient(world);
    await tessa.signIn(TESSA, '?lang=en');
    const asked = (await tessa.get('/consent/withdrawal')).text ?? '';
    expect(asked).toContain('letters at once from now on until 28 February 2027');
    expect(asked).toContain('I refuse electronic messages');
    expect(asked).not.toMatch(/withdraw(al|n)?[ .]/i);
    await tessa.send('/consent/withdrawal', {});
    const told = (await textAt(tessa)) ?? '';
    expect(told).toContain('You have refused electronic messages');
    expect(told).not.toContain('has been withdrawn');
  });

  it('speak of the consent where the rules ask for one', async () => {
    underRules('fi-2016');
    const tessa = pagesClient(world);
    await tessa.signIn(TESSA, '?lang=en');
    expect((await tessa.get('/consent/withdrawal')).text).toContain('I withdraw my consent');
    await tessa.send('/consent/withdrawal', {});
    expect(await textAt(tessa)).toContain('Your consent has been withdrawn');
  });

  it('an opt-out says until when it lasts, and the next sign-in after it opens the mailbox', async () => {
    const tessa = pagesClient(world);
    await tessa.signIn(TESSA, '?lang=en');
    await tessa.send('/consent/withdrawal', {});
    expect(await textAt(tessa)).toContain('until 28 February 2027');
    await world.moveTo(DAY_AFTER);
    expect((await shown()).gate?.electronic).toBe(false);
    const again = pagesClient(world);
    await again.signIn(TESSA, '?lang=en');
    expect(await textAt(again)).not.toContain('until 28 February 2027');
    expect((await shown()).gate).toMatchObject({ electronic: true, consent: { action: 'REACTIVATED' } });
  });
});

describe('without the draft reform', () => {
  beforeEach(() => {
    underRules('fi-2016');
  });

  it('a withdrawal is for good, and an identification changes nothing', async () => {
    await optOut();
    await world.moveTo(DAY_AFTER);
    await identify();
    expect((await shown()).gate?.consent).toMatchObject({ action: 'WITHDRAW' });
    expect(await road()).toEqual(['LETTER', 'WITHDRAWN', false]);
  });

  it('an opt-out made under it still means letters, and does not end by itself', async () => {
    underRules('fi-2026-draft');
    await optOut();
    underRules('fi-2016');
    await world.moveTo(DAY_AFTER);
    await identify();
    expect(await road()).toEqual(['LETTER', 'WITHDRAWN', false]);
  });

  it('a mailbox that came back into use without a consent is not one with a consent', async () => {
    underRules('fi-2026-draft');
    await optOut();
    await world.moveTo(DAY_AFTER);
    await identify();
    expect(await world.hub.activeMailboxes([TESSA])).toEqual([TESSA]);
    underRules('fi-2016');
    expect(await world.hub.activeMailboxes([TESSA])).toEqual([]);
    expect(await road()).toEqual(['LETTER', 'WITHDRAWN', false]);
  });
});
