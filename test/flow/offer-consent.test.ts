import { beforeEach, describe, expect, it } from 'vitest';
import { type SendingSystem, authority, authorityService } from '#shared/domain/tenancy/tenant';
import { serviceId, systemId, tenantId } from '#shared/domain/message/ids';
import { makeOfferConsent, makeReadConsentOffer } from '#shared/flow/consent/offer-consent';
import { DAY, type Instant, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/domain';
import { memoryStores, testSealer } from '#test/builders/stores';

const inAll = (name: string) => ({ fi: name, sv: name, en: name });
const CITY = tenantId.parse('city');
const DAYCARE = serviceId.parse('daycare');
const SYSTEM: SendingSystem = {
  systemId: systemId.parse('s'),
  tenantId: CITY,
  services: [DAYCARE, serviceId.parse('permits')],
};
const ASKED = { serviceId: DAYCARE, returnUrl: 'https://example.fi/valmis', language: 'sv' } as const;

let now: Instant;
let stores: ReturnType<typeof memoryStores>;

beforeEach(async () => {
  now = NOON;
  stores = memoryStores();
  const { tenants } = stores;
  await tenants.putAuthority(authority.parse({ tenantId: CITY, name: inAll('Esimerkkikaupunki') }));
  await put('daycare', { tenantId: CITY, returnHosts: ['example.fi'] });
  await put('permits', { tenantId: 'agency', returnHosts: ['example.fi'] });
});

const put = async (id: string, fields: object) =>
  stores.tenants.putService(authorityService.parse({ serviceId: id, name: inAll(id), ...fields }));
const SEALER = testSealer();
const ports = () => ({
  ...stores,
  sealer: SEALER,
  noticeLink: 'https://viestit.example.fi/kirjaudu?from=mail',
  clock: () => now,
});
const offer = async (asked: Partial<Parameters<ReturnType<typeof makeOfferConsent>>[1]> = {}, system = SYSTEM) =>
  makeOfferConsent(ports())(system, { ...ASKED, ...asked });
const read = async (token: string) => makeReadConsentOffer(ports())(token);

async function tokenOf(): Promise<string> {
  const offered = await offer();
  return new URL(offered.ok ? offered.value.link : '').searchParams.get('offer') ?? '';
}

describe('an offer of consent', () => {
  it('is a link to the sign-in page that leads back to the service', async () => {
    const offered = await offer();
    expect(offered).toMatchObject({ ok: true, value: { expiresAt: after(NOON, DAY) } });
    const link = new URL(offered.ok ? offered.value.link : '');
    expect([link.origin, link.pathname]).toEqual(['https://viestit.example.fi', '/kirjaudu']);
    expect([...link.searchParams.keys()]).toEqual(['from', 'offer']);
    expect(await read(await tokenOf())).toMatchObject({
      ok: true,
      value: {
        offer: { returnUrl: 'https://example.fi/valmis', language: 'sv' },
        service: { serviceId: DAYCARE },
        authority: { tenantId: CITY },
      },
    });
  });

  it.each([
    ['a host that the service has not registered', { returnUrl: 'https://evil.fi/' }, 'returnUrl'],
    ['a page that is not https', { returnUrl: 'http://example.fi/' }, 'returnUrl'],
    ['a service that is not there', { serviceId: serviceId.parse('nobody') }, 'serviceId'],
    ['a service of another authority', { serviceId: serviceId.parse('permits') }, 'serviceId'],
  ])('is refused for %s', async (_, asked, field) => {
    expect(await offer(asked)).toMatchObject({ ok: false, refusal: { problems: [{ field }] } });
  });

  it('is refused to a system that does not send for the service', async () => {
    expect(await offer({}, { ...SYSTEM, services: [] })).toMatchObject({ ok: false });
  });

  it('is over after a day', async () => {
    const token = await tokenOf();
    now = after(NOON, DAY - 1);
    expect(await read(token)).toMatchObject({ ok: true });
    now = after(NOON, DAY);
    expect(await read(token)).toMatchObject({ ok: false });
  });

  it('that somebody has changed is none', async () => {
    const token = await tokenOf();
    const [written = '', signature = ''] = token.split('.');
    const other = Buffer.from(Buffer.from(written, 'base64url').toString().replace('example.fi', 'evil.fi')).toString(
      'base64url',
    );
    const changed = [
      `${other}.${signature}`,
      written,
      `${written}.`,
      `.${signature}`,
      '',
      'x.y',
      `${written}.${signature}0`,
    ];
    for (const each of changed) expect(await read(each)).toEqual({ ok: false, refusal: { kind: 'offer-unknown' } });
  });

  it('leads nowhere any more when the host has been given up', async () => {
    const token = await tokenOf();
    await put('daycare', { tenantId: CITY, returnHosts: ['other.example.fi'] });
    expect(await read(token)).toMatchObject({ ok: false });
  });
});
