import { SignJWT, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { newSigningKey, publicKeySet } from '#shared/adapters/credentials/local-issuer';
import { makeOidcOfficials } from '#shared/adapters/credentials/oidc-officials';
import { systemClock } from '#shared/adapters/system/clock';
import { TESSA } from '#test/builders/messages';

const [key, other] = await Promise.all([newSigningKey(), newSigningKey()]);
const CLAIMS = { sub: 'o-1', name: 'Virtanen Vilma', acr: 'loa3', roles: ['mail', 'desk'], org: 'Palvelupiste' };
const TRUSTED = { issuer: 'https://staff.example', audience: 'hub-point', jwks: publicKeySet(key) };

const officials = makeOidcOfficials(
  {
    ...TRUSTED,
    strongAcr: { loa3: 'HIGH', loa2: 'SUBSTANTIAL' },
    roleClaim: 'roles',
    role: 'desk',
    organisationClaim: 'org',
    codeClaim: 'code',
  },
  systemClock,
);

async function token(claims: object, { signer = key, audience = TRUSTED.audience, expires = '1h' } = {}) {
  return new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: signer.kid })
    .setIssuer(TRUSTED.issuer)
    .setAudience(audience)
    .setExpirationTime(expires)
    .sign(await importJWK(signer, 'EdDSA'));
}

const refused = (kind: string) => ({ ok: false, refusal: { kind } });

describe('officials as the issuer of the staff tells of them', () => {
  it('are known by name, organisation and strength, and by their code where it is told', async () => {
    const official = { officialId: 'o-1', name: 'Virtanen Vilma', organisation: 'Palvelupiste', assurance: 'HIGH' };
    expect(await officials.verify(await token({}))).toEqual({ ok: true, value: { ...official, code: undefined } });
    expect(await officials.verify(await token({ code: TESSA, roles: 'desk' }))).toEqual({
      ok: true,
      value: { ...official, code: TESSA },
    });
  });

  it.each([
    ['weakly identified', { acr: 'password' }, 'weakly-identified'],
    ['of no strength told', { acr: undefined }, 'weakly-identified'],
    ['without the role', { roles: ['mail'] }, 'role-missing'],
    ['with a role that only begins alike', { roles: 'desktop' }, 'role-missing'],
    ['with no roles at all', { roles: undefined }, 'role-missing'],
    ['of no organisation', { org: '' }, 'role-missing'],
    ['without a name', { name: '' }, 'token-invalid'],
    ['without an id of their own', { sub: undefined }, 'token-invalid'],
  ])('are none when %s', async (_, claims, kind) => {
    expect(await officials.verify(await token(claims))).toEqual(refused(kind));
  });

  it.each([
    ['another issuer’s key', { signer: other }],
    ['another audience', { audience: 'hub' }],
    ['an end that has been', { expires: '-1h' }],
  ])('are none by a token of %s', async (_, how) => {
    expect(await officials.verify(await token({}, how))).toEqual(refused('token-invalid'));
  });

  it('are none by a text that is no token', async () => {
    expect(await officials.verify('x')).toEqual(refused('token-invalid'));
  });
});
