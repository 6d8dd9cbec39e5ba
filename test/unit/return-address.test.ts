import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOffer, writeOffer } from '#shared/domain/electronic-first/consent-offer';
import { choicesFor } from '#shared/domain/electronic-first/choices';
import { returnAddress } from '#shared/domain/electronic-first/return-address';
import { serviceId } from '#shared/domain/message/ids';
import { hostName } from '#shared/domain/tenancy/tenant';
import { instant } from '#shared/kernel/time';
import { identityCodeOf } from '#test/builders/domain-identity-code';

const HOSTS = ['example.fi', 'asiointi.example.fi'];
const kept = (text: string) => {
  const address = returnAddress(text, HOSTS);
  return address.ok ? address.value : undefined;
};
const CODE = identityCodeOf({ date: '010190', separator: '-', individual: 901 });

describe('an address to return to', () => {
  it.each([
    ['https://example.fi', 'https://example.fi/'],
    ['https://asiointi.example.fi/hakemus?vaihe=2#loppu', 'https://asiointi.example.fi/hakemus?vaihe=2#loppu'],
    ['HTTPS://EXAMPLE.FI/a', 'https://example.fi/a'],
    ['https://example.fi:443/a', 'https://example.fi/a'],
    ['https://example.fi/a/../b', 'https://example.fi/b'],
    [
      'https://example.fi/00123456-1234-4abc-8def-0123456789ab',
      'https://example.fi/00123456-1234-4abc-8def-0123456789ab',
    ],
  ])('%s is taken', (text, expected) => {
    expect(kept(text)).toBe(expected);
  });

  it.each([
    'http://example.fi',
    'javascript:alert(1)',
    'data:text/html,x',
    '//example.fi',
    '/hakemus',
    'example.fi',
    '',
    'https://evil.fi',
    'https://example.fi.evil.fi',
    'https://evil-example.fi',
    'https://sub.example.fi',
    'https://example.fi@evil.fi/',
    'https://user:secret@example.fi/',
    'https://example.fi:8443/',
    'https://example.fi.',
    'https://evil.fi\\@example.fi/',
    'https://example.fi\\.evil.fi/',
    'https://evil.fi#@example.fi/',
    'https://evil.fi?https://example.fi/',
    'https:// example.fi',
    'https://exam\tple.fi',
    'https://example.fi/\n',
    'https://éxample.fi',
    'https://еxample.fi/', // a Cyrillic letter
    'https://[::1]/',
    'https://127.0.0.1/',
    `https://example.fi/${CODE}`,
    `https://example.fi/?id=${encodeURIComponent(CODE)}`,
    `https://example.fi/?id=${CODE.toLowerCase().replace('-', '%2D')}`,
    `https://example.fi/${'a'.repeat(1000)}`,
  ])('%j is refused', (text) => {
    expect(kept(text)).toBeUndefined();
  });

  it('is refused with a rule that does not repeat it', () => {
    const address = returnAddress('https://evil.fi/salaisuus', HOSTS);
    expect(address).toEqual({
      ok: false,
      refusal: { kind: 'address-refused', rule: 'must be on a host that the service has registered' },
    });
  });

  const pieces = fc.constantFrom(
    ...[
      'https:',
      'http:',
      '/',
      '//',
      '\\',
      '@',
      ':',
      '?',
      '#',
      '.',
      '%2e',
      '%00',
      '%40',
      ' ',
      '\t',
      'example.fi',
      'evil.fi',
      'a',
    ],
  );
  const crooked = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

  it('never leads anywhere but to an https page of a registered host, whatever is asked', () => {
    const anything = fc.oneof(
      crooked,
      crooked.map((rest) => `https://example.fi${rest}`),
      fc.webUrl(),
      fc.string(),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const address = kept(text);
        if (address === undefined) return;
        const { protocol, host, username, password } = new URL(address);
        expect([protocol, username, password]).toEqual(['https:', '', '']);
        expect(HOSTS).toContain(host);
      }),
    );
  });

  it('is kept in a form that is taken again unchanged', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        const once = kept(`https://example.fi${path}?${query}`);
        if (once !== undefined) expect(kept(once)).toBe(once);
      }),
    );
  });

  it('has no host where none is registered', () => {
    expect(returnAddress('https://example.fi/', []).ok).toBe(false);
  });
});

describe('a host that is registered', () => {
  it.each(['example.fi', 'asiointi.example.fi', 'xn--4ca.fi'])('may be %s', (name) => {
    expect(hostName.safeParse(name).success).toBe(true);
  });

  it.each([
    'localhost',
    'Example.fi',
    '127.0.0.1',
    '[::1]',
    'example.fi.',
    '.fi',
    'a..fi',
    '*.fi',
    'example.fi:443',
    'https://example.fi',
    '',
  ])('may not be %j', (name) => {
    expect(hostName.safeParse(name).success).toBe(false);
  });
});

describe('an offer in a link', () => {
  const offer = {
    serviceId: serviceId.parse('päivähoito 1'),
    returnUrl: 'https://example.fi/?a=b&c=%20',
    language: 'sv' as const,
    expiresAt: instant.parse('2026-11-24T08:00:00.000Z'),
  };

  it('is read as it was written, in characters that need no encoding', () => {
    expect(readOffer(writeOffer(offer))).toEqual(offer);
    expect(writeOffer(offer)).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('that is something else is none', () => {
    fc.assert(fc.property(fc.string(), (text) => readOffer(text) === undefined));
    expect(readOffer(writeOffer(offer).slice(0, -3))).toBeUndefined();
  });
});

describe('the ways to get mail', () => {
  it.each(['fi', 'sv', 'en'] as const)(
    'start in %s with the electronic one, whichever is in force (REQ-140)',
    (language) => {
      for (const isElectronic of [true, false]) {
        const choices = choicesFor(language, isElectronic);
        expect(choices.map(({ channel }) => channel)).toEqual(['ELECTRONIC', 'PAPER']);
        expect(choices.map(({ chosen }) => chosen)).toEqual([isElectronic, !isElectronic]);
        expect(choices.every(({ text }) => text !== '')).toBe(true);
      }
    },
  );
});
