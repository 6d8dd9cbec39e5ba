import { afterEach, describe, expect, it } from 'vitest';
import { anAddress } from '#test/builders/e2e-bodies';
import { businessId, channelAt } from '#test/builders/e2e-channel';
import { useHub } from '#test/builders/e2e-hub';

const hub = useHub({ env: { HUB_NOW: '2022-12-31T21:59:59.000Z' } });
const { sandbox, send, city } = channelAt(hub, '010171');
const born = { last: 0 };

async function business(row: object = {}): Promise<string> {
  born.last += 10;
  const id = businessId(born.last);
  const postalAddress = anAddress({ name: 'Kuljetus Oy' });
  await sandbox.business(id, { name: 'Kuljetus Oy', kind: 'COMPANY', employees: 5, postalAddress, ...row });
  return id;
}

/** A usable mailbox whose holder has never consented. */
const openedOnly = { mailboxActive: true, consented: false };
const WG = { ruleSet: 'wg-2019', businessObligation: true };
const LAW = { ruleSet: 'fi-2016', businessObligation: false, microPhase: 'none' };

afterEach(async () => {
  await sandbox.config(LAW);
});

describe('a company with a mailbox that has never consented (AC-20)', () => {
  it('gets a letter at the last moment of 2022, and electronic mail from the first of 2023', async () => {
    const id = await business(openedOnly);
    await sandbox.config(WG);
    expect(await send({ to: id })).toMatchObject({ channel: 'LETTER', reason: 'OBLIGATION_NOT_ACTIVE' });
    await sandbox.moveTo('2022-12-31T22:00:00.000Z');
    expect(await send({ to: id })).toMatchObject({ channel: 'ELECTRONIC', reason: 'BUSINESS_OBLIGED', flags: [] });
  });

  it('gets a letter under the law in force, whatever the switch of the duty says', async () => {
    const id = await business(openedOnly);
    expect(await send({ to: id })).toMatchObject({ channel: 'LETTER', reason: 'NO_CONSENT' });
    await sandbox.config({ businessObligation: true });
    expect(await send({ to: id })).toMatchObject({ channel: 'LETTER', reason: 'NO_CONSENT' });
  });

  it('gets a letter under the proposal while the operator has not switched the duty on', async () => {
    await sandbox.config({ ruleSet: 'wg-2019', businessObligation: false });
    expect(await send({ to: await business(openedOnly) })).toMatchObject({ channel: 'LETTER', reason: 'NO_CONSENT' });
  });

  it('is told to authorities as reachable only while it is obliged', async () => {
    const id = await business(openedOnly);
    const active = async () => (await city.call('POST', '/v1/mailboxes/active', { json: { endUsers: [{ id }] } })).json;
    expect(await active()).toEqual({ endUsersWithActiveMailbox: [] });
    await sandbox.config(WG);
    expect(await active()).toEqual({ endUsersWithActiveMailbox: [{ id }] });
  });
});

describe('an obliged company', () => {
  it('without a mailbox gets a letter, with a flag (AC-21)', async () => {
    await sandbox.config(WG);
    expect(await send({ to: await business() })).toMatchObject({
      channel: 'LETTER',
      reason: 'NO_MAILBOX',
      flags: ['OBLIGATION_NOT_MET'],
    });
  });

  it('is told of its mail though it has not consented', async () => {
    await sandbox.config(WG);
    const { messageId } = await send({ to: await business(openedOnly) });
    expect(await sandbox.emailAbout(messageId)).toMatchObject({ kind: 'NEW' });
    expect((await city.show(messageId)).state).toBe('SERVED');
  });
});

describe('a foreign organisation (AC-24)', () => {
  const abroad = anAddress({ zipCode: '11122', city: 'STOCKHOLM', countryCode: 'SE' });
  const foreign = { kind: 'FOREIGN_ORG', country: 'SE', postalAddress: abroad };

  it('that has activated nothing and lives abroad is served by hand', async () => {
    await sandbox.config(WG);
    const went = await send({ to: await business(foreign), address: abroad });
    expect(went).toMatchObject({ channel: 'MANUAL', reason: 'ABROAD', flags: [] });
  });

  it('that has activated its mailbox gets electronic mail of its own will', async () => {
    await sandbox.config(WG);
    const went = await send({ to: await business({ ...foreign, mailboxActive: true }), address: abroad });
    expect(went).toMatchObject({ channel: 'ELECTRONIC', reason: 'FOREIGN_VOLUNTARY', flags: [] });
  });

  it('is one by its country, whatever its form', async () => {
    await sandbox.config(WG);
    const went = await send({ to: await business({ ...foreign, kind: 'COMPANY' }), address: abroad });
    expect(went).toMatchObject({ channel: 'MANUAL', reason: 'ABROAD', flags: [] });
  });
});

describe('the first phase of business messaging (AC-28)', () => {
  it('is open to nine employees and not to ten', async () => {
    await sandbox.config({ ...WG, microPhase: 1 });
    const [nine, ten] = [
      await business({ mailboxActive: true, employees: 9 }),
      await business({ mailboxActive: true, employees: 10 }),
    ];
    expect(await send({ to: nine })).toMatchObject({ channel: 'ELECTRONIC' });
    expect(await send({ to: ten })).toMatchObject({ channel: 'LETTER', reason: 'PHASE_NOT_OPEN' });
    await sandbox.config({ microPhase: 2 });
    expect(await send({ to: ten })).toMatchObject({ channel: 'ELECTRONIC' });
  });
});

describe('a sole trader (AC-40)', () => {
  it('is a person in private matters and obliged in business', async () => {
    await sandbox.config(WG);
    const id = await business({ kind: 'SOLE_TRADER', ...openedOnly });
    const privately = await send({ to: id, hub: { capacity: 'PRIVATE', recipientKind: 'SOLE_TRADER' } });
    expect(privately).toMatchObject({ channel: 'LETTER', reason: 'NO_CONSENT', flags: [] });
    const inBusiness = await send({ to: id, hub: { capacity: 'BUSINESS' } });
    expect(inBusiness).toMatchObject({ channel: 'ELECTRONIC', reason: 'BUSINESS_OBLIGED' });
  });
});

describe('an authority as recipient (AC-27)', () => {
  it('gets electronic mail by its mailbox, else a letter', async () => {
    const authority = { kind: 'AUTHORITY', employees: 500 };
    expect(await send({ to: await business({ ...authority, mailboxActive: true }) })).toMatchObject({
      channel: 'ELECTRONIC',
    });
    expect(await send({ to: await business(authority) })).toMatchObject({ channel: 'LETTER' });
  });
});
