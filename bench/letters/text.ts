import type { LetterDraft } from '#shared/ports/letter-press';

const SENTENCES = [
  'Teille on myönnetty varhaiskasvatuspaikka hakemuksenne mukaisesti alkaen seuraavan kuukauden ensimmäisestä päivästä.',
  'Asiakasmaksu määräytyy perheen koon, tulojen ja varatun hoitoajan perusteella, ja se tarkistetaan vuosittain elokuussa.',
  'Päätökseen tyytymätön saa hakea siihen oikaisua neljäntoista päivän kuluessa päätöksen tiedoksisaannista.',
  'Ilmoitattehan muuttuneista tiedoista viivytyksettä, jotta maksu voidaan määrätä oikein jo seuraavalle kuukaudelle.',
  'Lisätietoja saatte asiakaspalvelustamme arkisin kello 9–15, ja sähköiset palvelumme ovat avoinna ympäri vuorokauden.',
];

/** Another letter for every number: two A4 pages, thirteen paragraphs of varying Finnish text. */
export function letterNo(number: number): NonNullable<LetterDraft['text']> {
  const paragraph = (index: number) =>
    [0, 1, 2]
      .map((turn) => SENTENCES[(number * (turn + 1) + index * 2 + turn) % SENTENCES.length])
      .join(` ${1000 + ((number * 37 + index * 101) % 9000)},50 €. `);
  return {
    title: `Päätös varhaiskasvatusmaksusta ${number}`,
    body: Array.from({ length: 13 }, (_, index) => paragraph(index)).join('\n\n'),
    recipient: {
      name: `Vastaanottaja ${number}`,
      streetAddress: `Esimerkkitie ${1 + (number % 200)} B ${1 + (number % 40)}`,
      zipCode: String(100 + (number % 900)).padStart(5, '0'),
      city: 'Helsinki',
      countryCode: 'FI',
    },
    sender: 'Esimerkkikaupunki, Varhaiskasvatus',
    language: 'fi',
    date: '23.11.2026',
  };
}
