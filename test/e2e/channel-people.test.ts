import { describe, expect, it } from 'vitest';
import { SENDING } from '#test/builders/e2e-authority';
import { anAddress, electronicOnly, multichannel } from '#test/builders/e2e-bodies';
import { channelAt } from '#test/builders/e2e-channel';
import { useHub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';

const hub = useHub({ env: { LOG_LEVEL: 'info' } });
const { sandbox, send, accept, look, person, city } = channelAt(hub, '010175');
const consent = (email: string) => ({ consent: { electronic: true, email } });

describe('a message to a person', () => {
  it('who has died is left to the authority, whatever the consent (R1)', async () => {
    const id = await person({ deceased: true, ...consent('kuollut@example.fi') });
    expect(await send({ to: id })).toMatchObject({ channel: 'MANUAL', reason: 'RECIPIENT_DECEASED' });
    expect((await sandbox.emails('kuollut@example.fi')).map(({ kind }) => kind)).not.toContain('NEW');
  });

  it('who consents or withdraws between acceptance and dispatch goes by the moment of dispatch (AC-14)', async () => {
    const [gives, withdraws] = [await person(), await person(consent('peruu@example.fi'))];
    const [first, second] = [await accept({ to: gives }), await accept({ to: withdraws })];
    await (await personAt(hub, gives)).consentTo({ electronic: true, email: 'antaa@example.fi', language: 'fi' });
    await (await personAt(hub, withdraws)).consentTo({ electronic: false, language: 'fi' });
    await sandbox.settle();
    expect(await look(first)).toMatchObject({ channel: 'ELECTRONIC', reason: 'CONSENT' });
    expect(await look(second)).toMatchObject({ channel: 'LETTER', reason: 'WITHDRAWN' });
    expect((await city.show(first)).deliveries[0]?.decision).toMatchObject({ facts: { consentVersion: 1 } });
  });

  it('who has withdrawn goes by letter from the next one on, and says why (AC-13)', async () => {
    const id = await person(consent('seuraava@example.fi'));
    expect(await send({ to: id })).toMatchObject({ channel: 'ELECTRONIC' });
    await (await personAt(hub, id)).consentTo({ electronic: false, language: 'fi' });
    expect(await send({ to: id })).toMatchObject({ channel: 'LETTER', reason: 'WITHDRAWN' });
  });

  it('who is protected reaches the mailbox with a notice that names nobody, and no address is told (AC-17)', async () => {
    const postalAddress = anAddress({ streetAddress: 'Salainenpolku 17' });
    const id = await person({ protectionOrder: true, postalAddress, ...consent('turva@example.fi') });
    const went = await send({ to: id });
    expect(went).toMatchObject({ channel: 'ELECTRONIC', reason: 'CONSENT', flags: ['PROTECTED', 'NOTICE_NO_SENDER'] });
    expect((await sandbox.emailAbout(went.messageId)).text).not.toMatch(/Esimerkkikaupunki|Varhaiskasvatus/);
    expect(JSON.stringify(await city.show(went.messageId))).not.toContain('Salainenpolku');
    expect(hub.output()).not.toContain('Salainenpolku');
  });

  it('who is protected and has not consented goes to the contact address, or to nobody (AC-18)', async () => {
    const safe = { protectionOrder: true, contactAddress: anAddress({ streetAddress: 'PL 18' }) };
    const went = await send({ to: await person(safe) });
    expect(went).toMatchObject({ channel: 'LETTER', reason: 'NO_CONSENT' });
    expect((await sandbox.letterOf(went.messageId)).address).toMatchObject({ streetAddress: 'PL 18' });
    expect(await send({ to: await person({ protectionOrder: true }) })).toMatchObject({
      channel: 'MANUAL',
      reason: 'PROTECTED_NO_SAFE_ADDRESS',
    });
  });

  it('whom no letter can be posted to is refused at once', async () => {
    const id = await person({ postalAddress: undefined });
    await expect(send({ to: id, address: { zipCode: 'x' } })).rejects.toThrow('paperMail.recipient.address.zipCode');
  });

  it('that a statute keeps on paper is a letter, whatever the consent (AC-32)', async () => {
    const statutoryChannel = { rule: 'PAPER_ONLY', legalBasis: '1/2000 § 1' } as const;
    const went = await send({ to: await person(consent('laki@example.fi')), hub: { statutoryChannel } });
    expect(went).toMatchObject({ channel: 'LETTER', reason: 'STATUTE_PAPER_ONLY' });
  });

  it('that needs protection is served verifiably (AC-33)', async () => {
    const went = await send({ to: await person(consent('suoja@example.fi')), hub: { protectionNeed: true } });
    expect(went).toMatchObject({ channel: 'ELECTRONIC', reason: 'CONSENT', flags: ['UPGRADED_VERIFIABLE'] });
    expect(await sandbox.emailAbout(went.messageId)).toMatchObject({ kind: 'VERIFIABLE_NEW' });
  });
});

describe('an obliging decision sent as ordinary (AC-30)', () => {
  const obliging = { obligating: true } as const;
  const override = { legalBasis: '434/2003 § 59', approvedBy: 'Hallintojohtaja' };

  it.each([
    ['with both parts', SENDING.multichannel],
    ['electronic only', SENDING.electronic],
  ])('is refused %s in the form of the national API, naming the field and the rule', async (_, path) => {
    const about = { hub: obliging, file: await city.upload() };
    const body = path === SENDING.electronic ? electronicOnly(about) : multichannel(about);
    const answer = await city.call('POST', path, { json: body });
    expect(answer.status).toBe(400);
    expect(answer.json).toHaveProperty(
      'reason',
      expect.stringMatching(/hub\.obligating.*OBLIGATING_REQUIRES_VERIFIABLE/),
    );
    expect(await city.idOf(body.externalId)).toBeUndefined();
  });

  it('is sent on the authority’s own answer, and the explanation quotes the Supreme Administrative Court', async () => {
    const went = await send({
      to: await person(consent('velvoite@example.fi')),
      hub: { ...obliging, obligatingOverride: override },
    });
    expect(went).toMatchObject({ channel: 'ELECTRONIC', flags: ['OBLIGATING_OVERRIDDEN'] });
    const decision = (await city.show(went.messageId)).deliveries[0]?.decision;
    expect(decision).toMatchObject({
      explanation: { fi: expect.stringContaining('KHO:2023:46'), sv: expect.stringContaining('KHO:2023:46') },
      legalBasis: expect.arrayContaining(['434/2003 § 60']),
    });
  });

  it('needs no override where it is sent as verifiable, and carries no flag with one', async () => {
    const hubFields = { ...obliging, obligatingOverride: override };
    const went = await send({ to: await person(consent('tod@example.fi')), hub: hubFields, verifiable: true });
    expect(went).toMatchObject({ channel: 'ELECTRONIC', flags: [] });
  });
});

describe('the options of the sandbox', () => {
  it.each([
    { ruleSet: 'fi-1999' },
    { planDeadline: '2020-06-31' },
    { businessObligation: 'yes' },
    { microPhase: 3 },
    { outageThreshold: '24 h' },
    { windowRoll: 'SOMETIMES' },
    { withdrawalTriggersFallback: 1 },
    { postedOnPolicy: 'ASSUME_AFTER_0_BUSINESS_DAYS' },
    { aorPatience: 'P0D' },
  ])('refuse by name what is none: %j', async (json) => {
    const [name = ''] = Object.keys(json);
    const answer = await sandbox.call('PUT', '/config', { json });
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer: `/${name}` }] } });
  });

  it('are taken one by one and together', async () => {
    const all = {
      ruleSet: 'fi-2016',
      businessObligation: false,
      microPhase: 'none',
      outageThreshold: 'PT24H',
      windowRoll: 'NEXT_BUSINESS_DAY',
      withdrawalTriggersFallback: true,
      postedOnPolicy: 'PROVIDER',
      aorPatience: 'P21D',
    };
    for (const json of [
      ...Object.entries(all).map(([name, value]) => ({ [name]: value })),
      { microPhase: 1 },
      { postedOnPolicy: 'ASSUME_AFTER_N_BUSINESS_DAYS' },
      { postedOnPolicy: 'ASSUME_AFTER_5_BUSINESS_DAYS' },
      all,
    ])
      expect(await sandbox.call('PUT', '/config', { json })).toMatchObject({ status: 204 });
  });
});
