import type { AddresseeRole } from '#shared/domain/message/addressee';
import type { Channel, MessageKind } from '#shared/domain/message/decision';
import type { Actor } from '#shared/domain/message/actor';
import type { FactType } from '#shared/domain/message/facts';
import type { Language } from '#shared/domain/message/hub-fields';

/** One thing said in each language. */
export type Words = Readonly<Record<Language, string>>;

const words = (fi: string, sv: string, en: string): Words => ({ fi, sv, en });

/** Kinds of service (434/2003 § 59 and 60). */
export const KIND_WORDS: Readonly<Record<MessageKind, Words>> = {
  ORDINARY: words('tavallinen tiedoksianto', 'vanlig delgivning', 'ordinary service'),
  VERIFIABLE: words('todisteellinen tiedoksianto', 'bevislig delgivning', 'verifiable service'),
};

export const CHANNEL_WORDS: Readonly<Record<Channel, Words>> = {
  ELECTRONIC: words('sähköinen postilaatikko', 'elektronisk postlåda', 'electronic mailbox'),
  LETTER: words('kirje', 'brev', 'letter'),
  LETTER_ADVICE_OF_RECEIPT: words('saantitodistuskirje', 'brev mot mottagningsbevis', 'letter with advice of receipt'),
  HOLD: words('odottaa häiriön päättymistä', 'väntar på att störningen upphör', 'held during an outage'),
  MANUAL: words('viranomaisen hoidettavana', 'sköts av myndigheten', 'left to the authority'),
  UNDELIVERABLE: words('ei toimitettavissa', 'kan inte levereras', 'can not be delivered'),
  REJECTED: words('hylätty', 'avvisad', 'rejected'),
};

/** How an assessment stands. */
export const STATUS_WORDS = {
  PENDING: words('tiedoksisaantipäivää ei vielä ole', 'ingen delgivningsdag ännu', 'no day of service yet'),
  DEEMED: words('katsotaan saaduksi tiedoksi', 'anses ha fått del', 'deemed to have been served'),
  SERVED: words('saatu tiedoksi', 'delgiven', 'served'),
  NOT_SERVED: words('ei saatu tiedoksi', 'inte delgiven', 'not served'),
  DOUBTFUL: words('epävarma', 'osäker', 'doubtful'),
} as const satisfies Record<string, Words>;

/** What a date is counted from. */
export const ANCHOR_WORDS = {
  SENT: words('viesti ja ilmoitus lähetetty', 'meddelande och avisering sända', 'message and notice sent'),
  OPENED: words('viesti avattu', 'meddelandet öppnat', 'message opened'),
  HANDED: words('kirje annettu postille', 'brevet lämnat till posten', 'letter handed to the post'),
  POSTED: words('kirje postitettu', 'brevet postat', 'letter posted'),
  ARRIVED: words('kirje saapunut viranomaiselle', 'brevet framme hos myndigheten', 'letter arrived at the authority'),
  RECEIPT: words('saantitodistus allekirjoitettu', 'mottagningsbeviset undertecknat', 'advice of receipt signed'),
  CLOSING: words('todiste muusta tiedoksiannosta', 'bevis på annan delgivning', 'evidence of other service'),
  FINDING: words('viranomaisen toteamus', 'myndighetens konstaterande', 'finding of the authority'),
} as const satisfies Record<string, Words>;

export const ROLE_WORDS: Readonly<Record<Actor['role'], Words>> = {
  SELF: words('vastaanottaja itse', 'mottagaren själv', 'the recipient'),
  AGENT: words('asiamies', 'ombud', 'agent'),
  GUARDIAN: words('edunvalvoja', 'intressebevakare', 'guardian'),
  REPRESENTATIVE: words('edustaja', 'företrädare', 'representative'),
  OFFICIAL: words('asiointipisteen virkailija', 'tjänsteman vid servicestället', 'official at a service point'),
  AUTHORITY: words('viranomainen', 'myndigheten', 'the authority'),
  PROVIDER: words('palveluntarjoaja', 'tjänsteleverantören', 'service provider'),
  SYSTEM: words('järjestelmä', 'systemet', 'the system'),
};

/** In what role somebody receives a delivery. */
export const ADDRESSEE_WORDS: Readonly<Record<AddresseeRole, Words>> = {
  SELF: words('vastaanottaja itse', 'mottagaren själv', 'the recipient'),
  GUARDIAN: words('huoltaja tai edunvalvoja', 'vårdnadshavare eller intressebevakare', 'guardian'),
  AGENT: words('asiamies', 'ombud', 'agent'),
  ESTATE_HOLDER: words('pesän haltija tai hoitaja', 'boets innehavare eller förvaltare', 'holder of the estate'),
  ADMINISTRATOR: words('pesänhoitaja', 'boförvaltare', 'administrator of the estate'),
  CONTACT: words('yhteyshenkilö', 'kontaktperson', 'contact person'),
};

export const EVENT_WORDS: Readonly<Record<FactType, Words>> = {
  ACCEPTED: words('otettu vastaan viranomaiselta', 'mottaget från myndigheten', 'accepted from the authority'),
  DECIDED: words('toimitustapa ratkaistu', 'leveranssättet avgjort', 'channel decided'),
  MAILBOX_STORED: words('tallennettu postilaatikkoon', 'lagrat i postlådan', 'stored in the mailbox'),
  NOTICE_SENT: words('ilmoitus lähetetty', 'avisering sänd', 'notice sent'),
  NOTICE_BOUNCED: words('ilmoitus palautui', 'aviseringen kom tillbaka', 'notice came back'),
  REMINDER_SENT: words('muistutus lähetetty', 'påminnelse sänd', 'reminder sent'),
  FALLBACK_STARTED: words('siirretty paperille', 'övergått till papper', 'moved to paper'),
  HOLD_STARTED: words('odotus alkoi', 'väntan började', 'hold started'),
  HOLD_RELEASED: words('odotus päättyi', 'väntan upphörde', 'hold released'),
  OPENED: words('avattu', 'öppnat', 'opened'),
  OPENED_LATE: words('avattu kirjeen lähdettyä', 'öppnat efter att brevet avgått', 'opened after the letter had left'),
  ACKNOWLEDGED: words('vastaanotto kuitattu', 'mottagandet kvitterat', 'receipt acknowledged'),
  HANDED_TO_POSTAL: words('annettu tulostukseen ja postiin', 'lämnat till tryck och post', 'handed to print and post'),
  PRINTED: words('tulostettu', 'utskrivet', 'printed'),
  POSTED: words('postitettu', 'postat', 'posted'),
  ARRIVED: words('saapunut perille', 'framme', 'arrived'),
  RECEIPT_SIGNED: words('saantitodistus allekirjoitettu', 'mottagningsbeviset undertecknat', 'receipt signed'),
  RETURNED: words('palautunut', 'returnerat', 'returned'),
  ADDRESS_UNRESOLVED: words('osoitetta ei löytynyt', 'adressen hittades inte', 'address unresolved'),
  PROOF_ATTACHED: words('skannattu todiste liitetty', 'skannat bevis bifogat', 'scanned proof attached'),
  POSTED_ASSUMED: words('postituspäivä oletettu', 'postningsdagen antagen', 'day of posting assumed'),
  MANUAL_CLOSED: words('päätetty käsin', 'avslutat för hand', 'closed by hand'),
  REBUTTED: words('olettama kumottu', 'presumtionen kullkastad', 'presumption overridden'),
  RECALLED: words('peruttu', 'återkallat', 'recalled'),
  ARCHIVED: words('arkistointi vahvistettu', 'arkiveringen bekräftad', 'archiving confirmed'),
  AUTHORITY_NOTIFIED: words('viranomaiselle ilmoitettu', 'myndigheten underrättad', 'authority told'),
  SERVED: words('tiedoksisaantihetki saavutettu', 'tidpunkten för delgivning nådd', 'moment of service reached'),
  RECEIVED: words('saapunut viranomaiselle', 'inkommet till myndigheten', 'received by the authority'),
  TRANSFERRED: words(
    'siirretty toiselle viranomaiselle',
    'överfört till en annan myndighet',
    'passed on to another authority',
  ),
};

/** Headings and labels. */
export const LABELS = {
  title: words('Tiedoksiantotodistus', 'Delgivningsintyg', 'Certificate of service'),
  message: words('Viesti', 'Meddelande', 'Message'),
  authority: words('Viranomainen', 'Myndighet', 'Authority'),
  service: words('Palvelu', 'Tjänst', 'Service'),
  messageId: words('Viestin tunnus', 'Meddelandets id', 'Message id'),
  externalId: words('Lähettäjän tunnus', 'Avsändarens id', "Sender's id"),
  contentHash: words('Sisällön SHA-256', 'Innehållets SHA-256', 'SHA-256 of the content'),
  documentHash: words('Asiakirjan SHA-256', 'Dokumentets SHA-256', 'SHA-256 of the document'),
  delivery: words('Toimitus', 'Leverans', 'Delivery'),
  addressee: words('Vastaanottajan asema', 'Mottagarens ställning', 'Role of the addressee'),
  informs: words('vain tieto tiedoksiannosta', 'endast uppgift om delgivningen', 'only told of the service'),
  kind: words('Tiedoksiannon laji', 'Delgivningens art', 'Kind of service'),
  channel: words('Toimitustapa', 'Leveranssätt', 'Channel'),
  decidedAt: words('Ratkaistu', 'Avgjort', 'Decided'),
  why: words('Perustelu', 'Motivering', 'Reason'),
  legalBasis: words('Oikeusperusta', 'Rättslig grund', 'Legal basis'),
  rules: words('Sovelletut säännöt', 'Tillämpade regler', 'Rules applied'),
  calculation: words('Laskelma', 'Beräkning', 'Calculation'),
  primary: words('sovellettu', 'tillämpad', 'applied'),
  beside: words('vertailuksi', 'för jämförelse', 'for comparison'),
  attempt: words('yritys', 'försök', 'attempt'),
  status: words('Tulos', 'Resultat', 'Result'),
  statute: words('Säännös', 'Bestämmelse', 'Statute'),
  countedFrom: words('Laskettu päivästä', 'Räknat från', 'Counted from'),
  days: words('päivää', 'dagar', 'days'),
  deemedDate: words('Tiedoksisaantipäivä', 'Delgivningsdag', 'Day of service'),
  deemedAt: words('Tiedoksisaantihetki', 'Delgivningstidpunkt', 'Moment of service'),
  rebuttable: words(
    'Muu tiedoksisaantipäivä voidaan näyttää',
    'En annan delgivningsdag kan visas',
    'Another day of service may be shown',
  ),
  yes: words('kyllä', 'ja', 'yes'),
  no: words('ei', 'nej', 'no'),
  appealLastDay: words('Muutoksenhakuajan viimeinen päivä', 'Besvärstidens sista dag', 'Last day to appeal'),
  appealEndsAt: words('Muutoksenhakuaika päättyy', 'Besvärstiden löper ut', 'Time to appeal ends'),
  events: words('Tapahtumat', 'Händelser', 'Events'),
  by: words('tekijä', 'aktör', 'by'),
  proof: words('Sinetöinti', 'Försegling', 'Seal'),
  sealedOn: words('Sinetöity päivän juureen', 'Förseglad under dagens rot', 'Sealed under the root of'),
  sealedUpTo: words('Viimeinen sinetöity tapahtuma', 'Sista förseglade händelse', 'Last sealed event'),
  rootNumber: words('Juuren numero', 'Rotens nummer', 'Number of the root'),
  rootHash: words('Juuren tiiviste', 'Rotens hash', 'Hash of the root'),
  key: words('Allekirjoitusavaimen tiiviste', 'Signeringsnyckelns hash', 'Hash of the signing key'),
  chainHead: words('Ketjun viimeinen tiiviste', 'Kedjans sista hash', 'Last hash of the chain'),
  notSealed: words(
    'Toimitusta ei ole vielä sinetöity. Se sinetöidään seuraavana yönä.',
    'Leveransen är ännu inte förseglad. Den förseglas följande natt.',
    'The delivery is not sealed yet. It is sealed in the coming night.',
  ),
  verifying: words('Tarkistaminen', 'Kontroll', 'How to verify'),
  verify: words(
    'Tämä todistus on luettava esitys todistetiedostosta, jonka viranomainen saa samasta osoitteesta JSON-muodossa. ' +
      'Tiedosto tarkistetaan ilman verkkoa komennolla "npm run verify -- bundle.json --roots roots", jossa roots on ' +
      'julkaistujen päivittäisten juurten kansio. Tarkistus laskee uudelleen jokaisen tiivisteen, ketjun, ' +
      'allekirjoituksen ja päivämäärän ja nimeää ensimmäisen kohdan, joka ei täsmää. Muutettu, poistettu, lisätty tai ' +
      'siirretty tapahtuma paljastuu. Asiakirjan SHA-256 lasketaan tiedostosta, jonka viranomainen lähetti.',
    'Detta intyg är en läsbar framställning av en bevisfil som myndigheten får från samma adress som JSON. Filen ' +
      'kontrolleras utan nät med kommandot "npm run verify -- bundle.json --roots roots", där roots är mappen med de ' +
      'publicerade dagliga rötterna. Kontrollen räknar om varje hash, kedjan, signaturen och datumen och namnger det första ' +
      'som inte stämmer. En ändrad, borttagen, tillagd eller flyttad händelse avslöjas. Dokumentets SHA-256 räknas av filen ' +
      'som myndigheten skickade.',
    'This certificate is a readable form of an evidence file that the authority gets from the same address as JSON. The file ' +
      'is verified without a network by "npm run verify -- bundle.json --roots roots", where roots is the folder of the ' +
      'published daily roots. Verifying works out every hash, the chain, the signature and the dates anew and names the ' +
      'first thing that does not hold. An event that was changed, removed, added or moved shows. The SHA-256 of a document ' +
      'is that of the file the authority sent.',
  ),
  limits: words(
    'Todistus ei osoita, että vastaanottaja on lukenut asiakirjan, eikä sitä, mikä päivä muulla tavoin näytetään ' +
      'tiedoksisaantipäiväksi.',
    'Intyget visar inte att mottagaren har läst dokumentet, och inte heller vilken dag som på annat sätt visas vara ' +
      'delgivningsdagen.',
    'The certificate does not show that the recipient has read the document, nor which day may be shown otherwise to be the ' +
      'day of service.',
  ),
} as const satisfies Record<string, Words>;
