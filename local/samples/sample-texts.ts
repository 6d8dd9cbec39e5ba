/** One piece of a sample document, in reading order. Tables have two columns (name, value) or three. */
export type Block =
  | { readonly heading: string }
  | { readonly text: string }
  | { readonly list: readonly string[] }
  | { readonly table: readonly (readonly string[])[] }
  | { readonly newPage: true };

/** A document as an authority sends it. All people, authorities, numbers and cases are made up. */
export interface Sample {
  readonly file: string;
  readonly language: 'fi' | 'sv';
  readonly pages: number;
  readonly sender: readonly string[];
  /** Kind of document, date and number: top right on every page. */
  readonly kind: readonly string[];
  /** Stands in the window of the first page; absent when the sender asks for an address page. */
  readonly recipient?: readonly string[];
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly footer: string;
}

const decision: Sample = {
  file: 'paatos-varhaiskasvatusmaksu.pdf',
  language: 'fi',
  pages: 2,
  sender: ['Esimerkkikaupunki', 'Kasvun ja oppimisen toimiala', 'Varhaiskasvatuksen asiakasmaksut'],
  kind: ['VIRANHALTIJAPÄÄTÖS', '23.11.2026', '§ 1482, EK/2026/004512'],
  title: 'Päätös varhaiskasvatuksen asiakasmaksusta',
  blocks: [
    {
      table: [
        ['Huoltaja', 'Testilä Tessa'],
        ['Lapsi', 'Testilä Taimi, syntynyt 2023'],
        ['Varhaiskasvatuspaikka', 'Päiväkoti Esimerkkipuisto'],
        ['Sovittu varhaiskasvatusaika', 'kokoaikainen, yli 35 tuntia viikossa'],
        ['Päätös on voimassa', '1.12.2026 alkaen toistaiseksi, kuitenkin enintään 31.7.2027'],
      ],
    },
    { heading: 'Päätös' },
    {
      text: 'Varhaiskasvatuksen asiakasmaksu on 186,00 euroa kuukaudessa 1.12.2026 alkaen. Maksu peritään niiltä kalenterikuukausilta, joina lapsella on varhaiskasvatuspaikka, kuitenkin enintään yhdeltätoista kuukaudelta toimintavuoden aikana.',
    },
    { heading: 'Maksun perusteet' },
    {
      table: [
        ['Perheen koko', '3 henkilöä'],
        ['Perheen bruttotulot', '6 980,00 euroa kuukaudessa'],
        ['Perheen koon mukainen tuloraja', '5 245,00 euroa kuukaudessa'],
        ['Tulorajan ylittävä osa', '1 735,00 euroa kuukaudessa'],
        ['Maksuprosentti', '10,7 prosenttia tulorajan ylittävästä osasta'],
        ['Laskennallinen maksu', '185,65 euroa kuukaudessa'],
        ['Asiakasmaksu täysinä euroina', '186,00 euroa kuukaudessa'],
      ],
    },
    {
      text: 'Perheen kokoon on laskettu yhteistaloudessa avioliitossa tai avioliitonomaisissa olosuhteissa elävät henkilöt sekä heidän kanssaan samassa taloudessa asuvat alaikäiset lapset. Tulot perustuvat huoltajan 9.11.2026 toimittamiin tietoihin ja tulorekisterin tietoihin.',
    },
    { heading: 'Muutoksista ilmoittaminen' },
    {
      text: 'Huoltajan on ilmoitettava viipymättä, jos perheen tulot muuttuvat vähintään kymmenen prosenttia, perheen koko muuttuu tai lapsen varhaiskasvatusaikaa on tarpeen muuttaa. Maksu tarkistetaan muutosta seuraavan kuukauden alusta. Maksua voidaan hakemuksesta alentaa tai se voidaan jättää perimättä, jos siihen on aihetta perheen toimeentuloedellytykset tai huollolliset näkökohdat huomioon ottaen.',
    },
    { heading: 'Sovelletut säännökset' },
    {
      text: 'Laki varhaiskasvatuksen asiakasmaksuista (1503/2016), varhaiskasvatuslaki (540/2018), hallintolain (434/2003) 7 a luku sekä Esimerkkikaupungin hallintosääntö.',
    },
    { text: 'Paula Päättäjä\nasiakasmaksupäällikkö' },
    { text: 'Päätös on allekirjoitettu sähköisesti. Oikaisuvaatimusohje on seuraavalla sivulla.' },
    { newPage: true },
    { heading: 'OIKAISUVAATIMUSOHJE' },
    {
      text: 'Tähän päätökseen tyytymätön asianosainen voi tehdä kirjallisen oikaisuvaatimuksen. Asianosainen on se, johon päätös on kohdistettu tai jonka oikeuteen, velvollisuuteen tai etuun päätös välittömästi vaikuttaa. Päätökseen ei saa hakea muutosta valittamalla tuomioistuimeen.',
    },
    { heading: 'Oikaisuvaatimusviranomainen' },
    { text: 'Oikaisuvaatimus tehdään Esimerkkikaupungin kasvun ja oppimisen lautakunnalle.' },
    { heading: 'Oikaisuvaatimusaika' },
    {
      text: 'Oikaisuvaatimus on tehtävä 30 päivän kuluessa päätöksen tiedoksisaannista. Tiedoksisaantipäivää ei lueta määräaikaan. Jos määräajan viimeinen päivä on pyhäpäivä, itsenäisyyspäivä, vapunpäivä, joulu- tai juhannusaatto tai arkilauantai, oikaisuvaatimuksen voi tehdä ensimmäisenä arkipäivänä sen jälkeen.',
    },
    {
      text: 'Asianosaisen katsotaan saaneen päätöksestä tiedon seitsemäntenä päivänä kirjeen lähettämisestä, jollei muuta näytetä. Jos päätös on annettu suostumuksella tiedoksi sähköisenä viestinä, asianosaisen katsotaan saaneen siitä tiedon kolmantena päivänä viestin lähettämisestä, jollei muuta näytetä. Jos päätös on annettu tiedoksi saantitodistusta vastaan, tiedoksisaantipäivä käy ilmi saantitodistuksesta.',
    },
    { heading: 'Oikaisuvaatimuksen muoto ja sisältö' },
    { text: 'Oikaisuvaatimus tehdään kirjallisesti; myös sähköinen asiakirja käy. Siinä on ilmoitettava' },
    {
      list: [
        'päätös, johon haetaan oikaisua',
        'miten päätöstä halutaan oikaistavaksi',
        'millä perusteilla oikaisua vaaditaan',
        'oikaisuvaatimuksen tekijän nimi, kotikunta, postiosoite ja puhelinnumero.',
      ],
    },
    {
      text: 'Oikaisuvaatimuksen allekirjoittaa sen tekijä tai hänen laillinen edustajansa tai asiamiehensä. Sähköistä asiakirjaa ei tarvitse allekirjoittaa, jos siinä on tiedot lähettäjästä eikä sen alkuperäisyyttä tai eheyttä ole syytä epäillä. Mukaan liitetään jäljennös päätöksestä, johon haetaan oikaisua.',
    },
    { heading: 'Oikaisuvaatimuksen toimittaminen' },
    {
      text: 'Oikaisuvaatimuksen on oltava perillä määräajan viimeisenä päivänä ennen kirjaamon aukioloajan päättymistä. Oikaisuvaatimus toimitetaan lähettäjän omalla vastuulla.',
    },
    {
      table: [
        ['Viranomainen', 'Esimerkkikaupunki, kirjaamo'],
        ['Käynti- ja postiosoite', 'Kaupungintalonkatu 1, 02770 ESPOO'],
        ['Sähköposti', 'kirjaamo@esimerkkikaupunki.example'],
        ['Puhelin', '09 000 0000'],
        ['Aukioloaika', 'maanantaista perjantaihin kello 8.00–16.15'],
      ],
    },
    { heading: 'På svenska' },
    {
      text: 'Du får begära omprövning av beslutet inom 30 dagar från den dag då du fick del av det. Anvisningar på svenska får du av stadens registratorskontor, tfn 09 000 0000.',
    },
  ],
  footer: 'Esimerkkikaupunki · Kaupungintalonkatu 1, 02770 ESPOO · 09 000 0000 · www.esimerkkikaupunki.example',
};

const announcement: Sample = {
  file: 'kuulutus-tiesuunnitelma.pdf',
  language: 'fi',
  pages: 3,
  sender: ['Esimerkki ELY-keskus', 'PL 250', '40101 JYVÄSKYLÄ'],
  kind: ['KUULUTUS', '23.11.2026', 'ESIELY/2841/2026'],
  recipient: ['Omistaja Olli', 'Kyläraitti 8', '41340 LAUKAA'],
  title:
    'Tiesuunnitelma nähtävillä: maantie 16599, jalankulku- ja pyöräilyväylä välille Kyläraitti–Esimerkkiniemi, Laukaa',
  blocks: [
    {
      text: 'Esimerkki ELY-keskus on laatinut tiesuunnitelman maantien 16599 parantamisesta rakentamalla jalankulku- ja pyöräilyväylä välille Kyläraitti–Esimerkkiniemi Laukaan kunnassa. Suunnitelma pidetään yleisesti nähtävänä liikennejärjestelmästä ja maanteistä annetun lain (503/2005) 27 §:n mukaisesti. Saatte tämän kirjeen, koska omistatte tai hallitsette suunnittelualueella olevaa kiinteistöä.',
    },
    { heading: 'Nähtävilläolo' },
    {
      text: 'Suunnitelma on nähtävillä 24.11.–23.12.2026 (30 päivää) ELY-keskuksen verkkosivuilla osoitteessa www.esimerkkiely.example/kuulutukset. Aineistoon voi tutustua myös kunnan asiakaspalvelussa, Kyläraitti 2, Laukaa, arkisin kello 9–15.',
    },
    { heading: 'Muistutukset' },
    {
      text: 'Kiinteistön omistajilla ja muilla asianosaisilla sekä niillä, joiden asumiseen, työntekoon tai muihin oloihin suunnitelma saattaa vaikuttaa, on oikeus tehdä suunnitelmasta muistutus. Kirjallinen muistutus on toimitettava ELY-keskukseen viimeistään 23.12.2026 osoitteella kirjaamo@esimerkkiely.example tai Esimerkki ELY-keskus, PL\u00a0250, 40101 JYVÄSKYLÄ. Mainitkaa muistutuksessa asian numero ESIELY/2841/2026 ja kiinteistön tunnus.',
    },
    { heading: 'Tiedoksisaanti' },
    {
      text: 'Kuulutus on julkaistu ELY-keskuksen verkkosivuilla 23.11.2026. Tiedoksisaannin katsotaan tapahtuneen seitsemäntenä päivänä kuulutuksen julkaisemisesta eli 30.11.2026 (hallintolaki 434/2003, 62 a §).',
    },
    { newPage: true },
    { heading: 'Suunnitelman pääkohdat' },
    {
      list: [
        'Maantien itäreunaan rakennetaan 2,4 kilometriä yhdistettyä jalankulku- ja pyöräilyväylää, leveys 3,5\u00a0metriä.',
        'Kyläraitin ja Koulutien liittymät porrastetaan ja suojateille rakennetaan keskisaarekkeet.',
        'Kolme yksityistien liittymää yhdistetään yhdeksi; kulku kaikille kiinteistöille säilyy.',
        'Linja-autopysäkit siirretään turvallisempiin paikkoihin ja tievalaistus uusitaan.',
        'Esimerkkiniemen kohdalle rakennetaan 180 metriä melukaidetta.',
      ],
    },
    { heading: 'Suunnitelman vaikutus kiinteistöönne' },
    {
      table: [
        ['Kiinteistö', 'Rantala, kiinteistötunnus 999-401-5-12'],
        ['Omistaja', 'Omistaja Olli'],
        ['Tiealueeksi tarvittava ala', 'noin 240 neliömetriä'],
        ['Liittymä', 'siirtyy 12 metriä pohjoiseen'],
        ['Rakentamisen ajaksi', 'noin 6 metrin levyinen työalue väylän itäpuolella'],
      ],
    },
    { heading: 'Alueiden lunastaminen ja korvaukset' },
    {
      text: 'Kun tiesuunnitelma on hyväksytty, tietä varten tarvittavat alueet ja oikeudet lunastetaan maantietoimituksessa, jonka suorittaa Maanmittauslaitos. Korvaukset käsitellään ja määrätään toimituksessa viran puolesta, eikä niitä tarvitse erikseen hakea. Toimituksen alkukokouksesta saatte kutsun kirjeitse.',
    },
    { heading: 'Käsittelyn vaiheet' },
    {
      table: [
        ['24.11.–23.12.2026', 'suunnitelma nähtävillä, muistutusten tekeminen'],
        ['Tammi–maaliskuu 2027', 'ELY-keskus vastaa muistutuksiin ja pyytää kunnan lausunnon'],
        ['Kevät 2027', 'hyväksymispäätös ja sen tiedoksianto'],
        ['Vuodet 2028–2029', 'rakentaminen, jos rahoitus myönnetään'],
      ],
    },
    { heading: 'Mitä teidän kannattaa tehdä' },
    {
      list: [
        'Tarkistakaa suunnitelmakartasta rajat, liittymät, kaivot, salaojat ja johdot.',
        'Ilmoittakaa, jos kiinteistöllä on vuokralainen tai muu haltija, jota suunnitelma koskee.',
        'Jos olette myynyt kiinteistön, toimittakaa tämä kirje uudelle omistajalle.',
      ],
    },
    { newPage: true },
    { heading: 'Sammandrag på svenska: vägplanen hålls framlagd' },
    {
      text: 'Exempel NTM-centralen har gjort upp en vägplan för förbättring av landsväg 16599 genom att bygga en gång- och cykelväg på sträckan Kyläraitti–Esimerkkiniemi i Laukas. Planen hålls allmänt framlagd 24.11–23.12.2026 på NTM-centralens webbplats www.esimerkkiely.example/kuulutukset.',
    },
    {
      text: 'Fastighetsägare och andra parter samt de vilkas boende, arbete eller övriga förhållanden kan påverkas av planen har rätt att framställa anmärkningar mot den. Skriftliga anmärkningar ska lämnas till NTM-centralen senast 23.12.2026 på adressen kirjaamo@esimerkkiely.example eller PB\u00a0250, 40101 JYVÄSKYLÄ. Ange ärendets nummer ESIELY/2841/2026.',
    },
    {
      text: 'Delfåendet av kungörelsen anses ha skett den sjunde dagen efter att den publicerades, det vill säga 30.11.2026. Du kan få tjänster och ytterligare information på svenska av projektchefen.',
    },
    { heading: 'Henkilötietojen käsittely' },
    {
      text: 'ELY-keskus käsittelee kiinteistönomistajien nimi- ja osoitetietoja lakisääteisen tehtävänsä hoitamiseksi. Tiedot on saatu kiinteistötietojärjestelmästä ja väestötietojärjestelmästä. Muistutukset ovat julkisia asiakirjoja, eikä niissä pidä esittää salassa pidettäviä tietoja. Tietosuojaseloste on osoitteessa www.esimerkkiely.example/tietosuoja.',
    },
    { heading: 'Lisätietoja' },
    {
      table: [
        ['Projektipäällikkö', 'Tiina Tieinsinööri, 029 000 0001, tiina.tieinsinoori@esimerkkiely.example'],
        ['Maantietoimitus', 'Maanmittauslaitoksen asiakaspalvelu'],
        ['Kirjaamo', 'kirjaamo@esimerkkiely.example, 029 000 0000, arkisin kello\u00a08.00–16.15'],
      ],
    },
    { heading: 'Liitteet' },
    { list: ['Yleiskartta 1:20 000 (verkkosivuilla)', 'Suunnitelmakartta 1:1 000, osa 4 (verkkosivuilla)'] },
    { heading: 'Jakelu' },
    { text: 'Suunnittelualueen kiinteistöjen omistajat ja haltijat. Tiedoksi Laukaan kunta ja Museovirasto.' },
  ],
  footer: 'Esimerkki ELY-keskus · PL\u00a0250, 40101 JYVÄSKYLÄ · 029 000 0000 · www.esimerkkiely.example',
};

const vehicle: Sample = {
  file: 'kehotus-ajoneuvo.pdf',
  language: 'fi',
  pages: 1,
  sender: ['Esimerkkikaupunki, Pysäköinti', 'Exempelstaden, Parkering', 'Teollisuuskatu 23', '00510 HELSINKI'],
  kind: ['KEHOTUS – UPPMANING', '23.11.2026', 'PYS/2026/1187'],
  title: 'Kehotus siirtää ajoneuvo 15.12.2026 mennessä',
  blocks: [
    {
      table: [
        ['Ajoneuvo – Fordon', 'pakettiauto, valkoinen – paketbil, vit'],
        ['Rekisteritunnus – Registreringsnummer', 'ESI-123'],
        ['Paikka – Plats', 'Satamakatu 5, Helsinki – Hamngatan 5, Helsingfors'],
        ['Havaittu – Observerat', '9.11.2026, 16.11.2026, 20.11.2026'],
      ],
    },
    {
      text: 'Ajoneuvo on ollut samalla paikalla ainakin 9.11.2026 alkaen. Sen kunnon ja pitkän paikallaanolon vuoksi on syytä olettaa, että se on hylätty. Kehotamme ajoneuvon omistajaa tai haltijaa siirtämään ajoneuvon viimeistään 15.12.2026 kello 16.00.',
    },
    {
      text: 'Jos ajoneuvoa ei siirretä määräajassa, kaupunki siirtää sen varastoalueelle ajoneuvojen siirtämisestä annetun lain (1508/2019) nojalla. Siirtämisestä ja säilyttämisestä aiheutuvat kustannukset peritään ajoneuvon omistajalta tai haltijalta.',
    },
    { text: 'Toimikaa näin:' },
    {
      list: [
        'Tarkistakaa, missä ajoneuvo on.',
        'Siirtäkää ajoneuvo paikkaan, jossa sitä saa säilyttää.',
        'Ilmoittakaa siirrosta: pysakointi@esimerkkikaupunki.example tai 09 000 0002.',
      ],
    },
    {
      text: 'Tähän kehotukseen ei voi hakea muutosta. Jos kaupunki siirtää ajoneuvon, siirrosta annetaan erillinen päätös, johon liitetään muutoksenhakuohje.',
    },
    { heading: 'Uppmaning att flytta ett fordon senast 15.12.2026' },
    {
      text: 'Fordonet har stått på samma plats åtminstone sedan 9.11.2026. På grund av fordonets skick och den långa tid det har stått stilla finns det skäl att anta att det är övergivet. Vi uppmanar fordonets ägare eller innehavare att flytta fordonet senast 15.12.2026 klockan 16.00.',
    },
    {
      text: 'Om fordonet inte flyttas inom utsatt tid flyttar staden det till ett förvaringsområde med stöd av lagen om flyttning av fordon (1508/2019). Kostnaderna för flyttningen och förvaringen tas ut hos fordonets ägare eller innehavare.',
    },
    {
      text: 'Meddela oss när du har flyttat fordonet: pysakointi@esimerkkikaupunki.example eller 09 000 0002. Denna uppmaning får inte överklagas. Om staden flyttar fordonet fattas ett särskilt beslut, som åtföljs av en besvärsanvisning.',
    },
    { text: 'Petri Pysäköinti\npysäköintipäällikkö – parkeringschef' },
  ],
  footer:
    'Esimerkkikaupunki, Pysäköinti · Teollisuuskatu 23, 00510 HELSINKI · 09 000 0002 · www.esimerkkikaupunki.example',
};

const library: Sample = {
  file: 'palautuskehotus-kirjasto.pdf',
  language: 'fi',
  pages: 1,
  sender: ['Esimerkkikirjasto', 'Pirkankatu 2', '33210 TAMPERE'],
  kind: ['PALAUTUSKEHOTUS', '23.11.2026', 'Asiakasnumero 77120'],
  recipient: ['Lainaaja Leena', 'Kirjastokatu 2', '33100 TAMPERE'],
  title: 'Palauttakaa lainanne viimeistään 14.12.2026',
  blocks: [
    {
      text: 'Hyvä asiakas\n\nKirjastokortillanne on lainoja, joiden laina-aika on päättynyt. Olemme muistuttaneet lainoista 5.10.2026 ja 26.10.2026. Pyydämme palauttamaan aineiston viimeistään maanantaina 14.12.2026.',
    },
    {
      table: [
        ['Teos', 'Eräpäivä', 'Korvaushinta'],
        ['Pihapiirin linnut vuodenaikojen mukaan (kirja)', '21.9.2026', '34,90 €'],
        ['Metsäpolku järven ympäri (romaani)', '21.9.2026', '24,90 €'],
        ['Koko perheen laulukirja (nuottijulkaisu)', '28.9.2026', '28,50 €'],
        ['Korvaushinnat yhteensä', '', '88,30 €'],
      ],
    },
    {
      text: 'Voitte palauttaa aineiston mihin tahansa Esimerkkikirjaston toimipisteeseen tai pääkirjaston palautusluukkuun, joka on auki ympäri vuorokauden. Palautetusta aineistosta peritään vain myöhästymismaksu, enintään 3,00 euroa teokselta eli yhteensä 9,00 euroa.',
    },
    {
      text: 'Jos aineisto on kadonnut tai vahingoittunut, sen voi korvata maksamalla korvaushinnan tai, henkilökunnan kanssa sovittaessa, tuomalla tilalle vastaavan teoksen. Jos aineistoa ei palauteta tai korvata määräaikaan mennessä, lähetämme korvaushinnoista ja maksuista laskun. Maksamaton lasku voidaan siirtää perittäväksi.',
    },
    {
      text: 'Lainausoikeutenne on keskeytetty, kunnes aineisto on palautettu tai korvattu. Maksut perustuvat lakiin yleisistä kirjastoista (1492/2016) ja kirjaston käyttösääntöihin. Jos olette jo palauttanut aineiston, tämä kehotus on aiheeton.',
    },
    { text: 'Ystävällisin terveisin\n\nKirsi Kirjastonhoitaja\npalvelupäällikkö' },
    {
      text: 'På svenska: Vänligen lämna tillbaka dina lån senast 14.12.2026. Du får betjäning på svenska på huvudbiblioteket och per telefon 03 000 0000.',
    },
  ],
  footer: 'Esimerkkikirjasto · Pirkankatu 2, 33210 TAMPERE · 03 000 0000 · asiakaspalvelu@esimerkkikirjasto.example',
};

export const SAMPLES: readonly Sample[] = [decision, announcement, vehicle, library];
