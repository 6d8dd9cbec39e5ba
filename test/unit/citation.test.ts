import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actOf, citationOf, citesSame } from '#shared/domain/message/citation';

describe('the statute in the words of a sender', () => {
  it.each([
    ['13/2003', '13/2003'],
    ['13/2003 § 19', '13/2003 § 19'],
    ['Laki sähköisestä asioinnista (13/2003) 19 §', '13/2003 § 19'],
    ['434/2003 60 § 2 mom.', '434/2003 § 60'],
    ['1/2000 § 1', '1/2000 § 1'],
    ['1/2000 §1a', '1/2000 § 1a'],
    ['1/2000 12 b §', '1/2000 § 12b'],
    ['Esimerkkilaki', 'esimerkkilaki'],
    ['Esimerkkilaki 5 §', 'esimerkkilaki § 5'],
    ['Esimerkkilain  5 §:n nojalla', 'esimerkkilain § 5'],
    ['Förvaltningslag 60 §', 'förvaltningslag § 60'],
    ['Vägtrafiklagen', 'vägtrafiklagen'],
  ])('of %s is %s', (words, citation) => {
    expect(citationOf(words)).toBe(citation);
  });

  it.each(['', 'x', 'Kuten puhelimessa sovittiin', '131052-308T', '13.10.1952', 'Matti Meikäläinen, p. 0401234567'])(
    'can not be told from %j, and nothing of it gets through',
    (words) => {
      expect(citationOf(words)).toBeUndefined();
    },
  );

  it('never lets a code, a telephone number or an address through', () => {
    const words = fc.oneof(fc.string(), fc.constantFrom('laki ', ' §', '§', 'laki § ', '13/2003 ', ' § 2 mom.'));
    fc.assert(
      fc.property(words, words, (before, behind) => {
        const cited = citationOf(`${before}131052-308T${behind}`) ?? '';
        expect(cited).not.toContain('131052');
        expect(cited).not.toContain('308t');
      }),
    );
  });

  it('says the same of a citation as of the words it came from', () => {
    for (const words of ['13/2003 § 19', 'Esimerkkilaki 5 §', '434/2003', 'esimerkkilaki']) {
      const cited = citationOf(words) ?? '';
      expect(citationOf(cited)).toBe(cited);
    }
  });
});

describe('two citations', () => {
  it.each([
    ['13/2003', '13/2003 § 19', true],
    ['13/2003 § 19', '13/2003 § 19', true],
    ['13/2003 § 18', '13/2003 § 19', false],
    ['13/2003', '434/2003', false],
    ['esimerkkilaki', 'esimerkkilaki § 5', true],
  ])('%s and %s can mean the same: %s', (a, b, same) => {
    expect(citesSame(a, b)).toBe(same);
    expect(citesSame(b, a)).toBe(same);
  });

  it('are of one statute whatever the section', () => {
    expect(actOf('13/2003 § 19')).toBe('13/2003');
    expect(actOf('esimerkkilaki')).toBe('esimerkkilaki');
  });
});
