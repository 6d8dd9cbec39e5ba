import type { Reason } from '#shared/domain/message/decision';
import type { Language } from '#shared/domain/message/hub-fields';

export type Explanation = Readonly<Record<Language, string>>;

/** Why this channel, in words the recipient and the sender can read (REQ-223). Rendered from the reason, never stored. */
export const BY_REASON: Readonly<Record<Reason, Explanation>> = {
  CONSENT: {
    fi: 'Viesti toimitettiin sähköisesti, koska vastaanottajalla on voimassa oleva suostumus sähköiseen viestinvälitykseen ja toimiva sähköpostiosoite.',
    sv: 'Meddelandet levererades elektroniskt, eftersom mottagaren har ett gällande samtycke till elektronisk meddelandeförmedling och en fungerande e-postadress.',
    en: 'The message was delivered electronically because the recipient has a consent to electronic messages in force and a working e-mail address.',
  },
  ACTIVATED: {
    fi: 'Viesti toimitettiin sähköisesti, koska organisaation postilaatikko on käytössä ja sen edustaja on suostunut sähköisiin viesteihin.',
    sv: 'Meddelandet levererades elektroniskt, eftersom organisationens postlåda är i bruk och dess företrädare har samtyckt till elektroniska meddelanden.',
    en: "The message was delivered electronically because the organisation's mailbox is in use and its representative has consented to electronic messages.",
  },
  NO_CONSENT: {
    fi: 'Viesti lähetettiin kirjeenä, koska vastaanottaja ei ole antanut suostumusta sähköiseen viestinvälitykseen.',
    sv: 'Meddelandet skickades som brev, eftersom mottagaren inte har gett sitt samtycke till elektronisk meddelandeförmedling.',
    en: 'The message was sent as a letter because the recipient has not consented to electronic messages.',
  },
  WITHDRAWN: {
    fi: 'Viesti lähetettiin kirjeenä, koska vastaanottaja on perunut suostumuksensa sähköiseen viestinvälitykseen.',
    sv: 'Meddelandet skickades som brev, eftersom mottagaren har återkallat sitt samtycke till elektronisk meddelandeförmedling.',
    en: 'The message was sent as a letter because the recipient has withdrawn the consent to electronic messages.',
  },
  NO_EADDRESS: {
    fi: 'Viesti lähetettiin kirjeenä, koska vastaanottajalla ei ole toimivaa sähköpostiosoitetta ilmoituksia varten.',
    sv: 'Meddelandet skickades som brev, eftersom mottagaren inte har någon fungerande e-postadress för aviseringar.',
    en: 'The message was sent as a letter because the recipient has no working e-mail address for notices.',
  },
  NO_ID: {
    fi: 'Viesti lähetettiin kirjeenä, koska lähettäjä antoi vain postiosoitteen.',
    sv: 'Meddelandet skickades som brev, eftersom avsändaren gav enbart en postadress.',
    en: 'The message was sent as a letter because the sender gave a postal address only.',
  },
  STATUTE_PAPER_ONLY: {
    fi: 'Viesti lähetettiin kirjeenä, koska laki edellyttää paperia.',
    sv: 'Meddelandet skickades som brev, eftersom lagen kräver papper.',
    en: 'The message was sent as a letter because the law requires paper.',
  },
  PROCESS_ADDRESS_MAILBOX: {
    fi: 'Viesti toimitettiin sähköisesti, koska vastaanottaja on ilmoittanut tämän asian prosessiosoitteeksi sähköisen postilaatikkonsa.',
    sv: 'Meddelandet levererades elektroniskt, eftersom mottagaren har uppgett sin elektroniska postlåda som processadress i detta ärende.',
    en: 'The message was delivered electronically because the recipient has named the electronic mailbox as the process address in this matter.',
  },
  PROCESS_ADDRESS_POSTAL: {
    fi: 'Viesti lähetettiin kirjeenä siihen postiosoitteeseen, jonka vastaanottaja on ilmoittanut tämän asian prosessiosoitteeksi.',
    sv: 'Meddelandet skickades som brev till den postadress som mottagaren har uppgett som processadress i detta ärende.',
    en: 'The message was sent as a letter to the postal address the recipient has named as the process address in this matter.',
  },
  PROCESS_ADDRESS_UNUSABLE: {
    fi: 'Viesti lähetettiin kirjeenä, koska prosessiosoitteeksi ilmoitettu sähköinen postilaatikko ei ole käytettävissä.',
    sv: 'Meddelandet skickades som brev, eftersom den elektroniska postlåda som uppgetts som processadress inte kan användas.',
    en: 'The message was sent as a letter because the electronic mailbox named as the process address can not be used.',
  },
  MATTER_PAPER_CHOICE: {
    fi: 'Viesti lähetettiin kirjeenä, koska vastaanottaja on valinnut tähän asiaan paperipostin.',
    sv: 'Meddelandet skickades som brev, eftersom mottagaren har valt papperspost i detta ärende.',
    en: 'The message was sent as a letter because the recipient has chosen paper in this matter.',
  },
  FOREIGN_VOLUNTARY: {
    fi: 'Ulkomaisella organisaatiolla ei ole velvollisuutta sähköiseen asiointiin. Viesti toimitettiin sähköisesti, jos organisaation postilaatikko on käytössä, muuten kirjeenä.',
    sv: 'En utländsk organisation är inte skyldig att uträtta ärenden elektroniskt. Meddelandet levererades elektroniskt om organisationens postlåda är i bruk, annars som brev.',
    en: 'A foreign organisation has no duty to communicate electronically. The message was delivered electronically if its mailbox is in use, else as a letter.',
  },
  PHASE_NOT_OPEN: {
    fi: 'Viesti lähetettiin kirjeenä, koska sähköinen viestinvälitys ei ole vielä käytössä tämän kokoisille yrityksille.',
    sv: 'Meddelandet skickades som brev, eftersom elektronisk meddelandeförmedling ännu inte är i bruk för företag av denna storlek.',
    en: 'The message was sent as a letter because electronic messages are not yet open to businesses of this size.',
  },
  OBLIGATION_NOT_ACTIVE: {
    fi: 'Viesti lähetettiin kirjeenä, koska yritysten velvollisuus sähköiseen asiointiin ei ole vielä voimassa eikä vastaanottaja ole suostunut sähköisiin viesteihin.',
    sv: 'Meddelandet skickades som brev, eftersom företagens skyldighet till elektronisk kommunikation ännu inte gäller och mottagaren inte har samtyckt till elektroniska meddelanden.',
    en: 'The message was sent as a letter because the duty of businesses to communicate electronically is not in force yet and the recipient has not consented to electronic messages.',
  },
  KIND_NOT_OBLIGED: {
    fi: 'Viesti lähetettiin kirjeenä, koska velvollisuus sähköiseen asiointiin ei koske tällaista vastaanottajaa eikä se ole suostunut sähköisiin viesteihin.',
    sv: 'Meddelandet skickades som brev, eftersom skyldigheten till elektronisk kommunikation inte gäller en sådan mottagare och den inte har samtyckt till elektroniska meddelanden.',
    en: 'The message was sent as a letter because the duty to communicate electronically does not concern such a recipient, and it has not consented to electronic messages.',
  },
  SERVICE_NOT_DIGITAL: {
    fi: 'Viesti lähetettiin kirjeenä, koska viranomaisen palvelu ei ole saatavilla sähköisesti eikä vastaanottaja ole suostunut sähköisiin viesteihin.',
    sv: 'Meddelandet skickades som brev, eftersom myndighetens tjänst inte finns tillgänglig elektroniskt och mottagaren inte har samtyckt till elektroniska meddelanden.',
    en: "The message was sent as a letter because the authority's service is not available electronically and the recipient has not consented to electronic messages.",
  },
  EXCEPTION_INDIVIDUAL: {
    fi: 'Viesti lähetettiin kirjeenä, koska vastaanottajalle on myönnetty poikkeus velvollisuudesta sähköiseen asiointiin.',
    sv: 'Meddelandet skickades som brev, eftersom mottagaren har beviljats undantag från skyldigheten till elektronisk kommunikation.',
    en: 'The message was sent as a letter because the recipient has been granted an exception from the duty to communicate electronically.',
  },
  BUSINESS_OBLIGED: {
    fi: 'Viesti toimitettiin sähköisesti, koska vastaanottajalla on velvollisuus sähköiseen asiointiin ja sen postilaatikko on käytössä. Suostumusta ei tarvita.',
    sv: 'Meddelandet levererades elektroniskt, eftersom mottagaren är skyldig till elektronisk kommunikation och dess postlåda är i bruk. Samtycke behövs inte.',
    en: 'The message was delivered electronically because the recipient has a duty to communicate electronically and its mailbox is in use. No consent is needed.',
  },
  NO_MAILBOX: {
    fi: 'Viesti lähetettiin kirjeenä, koska sähköiseen asiointiin velvollisella vastaanottajalla ei ole käytössä olevaa postilaatikkoa.',
    sv: 'Meddelandet skickades som brev, eftersom mottagaren, som är skyldig till elektronisk kommunikation, inte har någon postlåda i bruk.',
    en: 'The message was sent as a letter because the recipient, who has a duty to communicate electronically, has no mailbox in use.',
  },
  MAILBOX_ACTIVE: {
    fi: 'Viesti toimitettiin sähköisesti, koska vastaanottajan postilaatikko on käytössä eikä vastaanottaja ole kieltänyt sähköisiä viestejä.',
    sv: 'Meddelandet levererades elektroniskt, eftersom mottagarens postlåda är i bruk och mottagaren inte har motsatt sig elektroniska meddelanden.',
    en: "The message was delivered electronically because the recipient's mailbox is in use and the recipient has not opted out.",
  },
  OPTED_OUT: {
    fi: 'Viesti lähetettiin kirjeenä, koska vastaanottaja on kieltänyt sähköiset viestit.',
    sv: 'Meddelandet skickades som brev, eftersom mottagaren har motsatt sig elektroniska meddelanden.',
    en: 'The message was sent as a letter because the recipient has opted out of electronic messages.',
  },
  NOT_REACTIVATED: {
    fi: 'Viesti lähetettiin kirjeenä, koska vastaanottaja oli kieltänyt sähköiset viestit eikä ole tunnistautunut kieltoajan päätyttyä.',
    sv: 'Meddelandet skickades som brev, eftersom mottagaren hade motsatt sig elektroniska meddelanden och inte har identifierat sig sedan den tiden gick ut.',
    en: 'The message was sent as a letter because the recipient had opted out of electronic messages and has not been identified since that time ended.',
  },
  OUTAGE_PROLONGED: {
    fi: 'Viesti lähetettiin kirjeenä, koska sähköisessä viestinvälityksessä on pitkittynyt häiriö.',
    sv: 'Meddelandet skickades som brev, eftersom det är en långvarig störning i den elektroniska meddelandeförmedlingen.',
    en: 'The message was sent as a letter because of a prolonged outage of electronic messages.',
  },
  OUTAGE_SHORT: {
    fi: 'Viesti odottaa sähköisen viestinvälityksen häiriön päättymistä.',
    sv: 'Meddelandet väntar på att störningen i den elektroniska meddelandeförmedlingen ska upphöra.',
    en: 'The message waits for an outage of electronic messages to end.',
  },
  WINDOW_EXPIRED: {
    fi: 'Viesti lähetettiin kirjeenä, koska sähköistä viestiä ei avattu määräajassa.',
    sv: 'Meddelandet skickades som brev, eftersom det elektroniska meddelandet inte öppnades inom utsatt tid.',
    en: 'The message was sent as a letter because the electronic message was not opened in time.',
  },
  RETURNED: {
    fi: 'Edellinen kirje palautui. Viesti lähetettiin uudelleen toiseen osoitteeseen.',
    sv: 'Det föregående brevet kom i retur. Meddelandet skickades på nytt till en annan adress.',
    en: 'The earlier letter came back. The message was sent again to another address.',
  },
  RECIPIENT_DECEASED: {
    fi: 'Vastaanottaja on kuollut. Viranomainen hoitaa tiedoksiannon kuolinpesälle.',
    sv: 'Mottagaren har avlidit. Myndigheten sköter delgivningen till dödsboet.',
    en: 'The recipient has died. The authority will serve the document on the estate.',
  },
  RECIPIENT_DISSOLVED: {
    fi: 'Vastaanottajana oleva organisaatio on lakannut. Viranomainen hoitaa tiedoksiannon muulla tavalla.',
    sv: 'Den organisation som är mottagare har upplösts. Myndigheten sköter delgivningen på annat sätt.',
    en: 'The organisation that was to receive it has been dissolved. The authority will serve the document in another way.',
  },
  NO_GUARDIAN_KNOWN: {
    fi: 'Lapsen huoltajaa tai edunvalvojaa ei löytynyt rekisteristä. Viranomainen hoitaa tiedoksiannon hänelle.',
    sv: 'Barnets vårdnadshavare eller intressebevakare hittades inte i registret. Myndigheten sköter delgivningen till denne.',
    en: "The child's guardian was not found in the register. The authority will serve the document on the guardian.",
  },
  MANDATE_ENDED: {
    fi: 'Asiamiehen valtuus päättyi ennen kuin viesti ehti perille. Viranomainen hoitaa tiedoksiannon valtuuttajalle.',
    sv: 'Ombudets fullmakt upphörde innan meddelandet kom fram. Myndigheten sköter delgivningen till fullmaktsgivaren.',
    en: "The agent's mandate ended before the message got there. The authority will serve the document on the principal.",
  },
  NO_HOLDER_KNOWN: {
    fi: 'Pesän hoitajaa tai haltijaa ei löytynyt rekisteristä. Viranomainen hoitaa tiedoksiannon pesälle.',
    sv: 'Boets förvaltare eller innehavare hittades inte i registret. Myndigheten sköter delgivningen till boet.',
    en: 'Nobody who administers or holds the estate was found in the register. The authority will serve the document on the estate.',
  },
  NO_ADDRESS: {
    fi: 'Viestiä ei voitu toimittaa: vastaanottajalle ei löytynyt käyttökelpoista postiosoitetta. Viranomainen käsittelee asian.',
    sv: 'Meddelandet kunde inte levereras: ingen användbar postadress hittades. Myndigheten behandlar ärendet.',
    en: 'The message could not be delivered: no usable postal address was found. The authority will deal with it.',
  },
  ADDRESS_UNFIT: {
    fi: 'Kirjettä ei lähetetty: vastaanottajan tiedossa oleva osoite on puutteellinen tai virheellinen. Viranomainen hoitaa tiedoksiannon.',
    sv: 'Brevet skickades inte: den adress som finns till mottagaren är bristfällig eller felaktig. Myndigheten sköter delgivningen.',
    en: 'No letter was sent: the address known for the recipient is incomplete or wrong. The authority will serve the document.',
  },
  ABROAD: {
    fi: 'Vastaanottajan osoite on ulkomailla. Viranomainen hoitaa tiedoksiannon muulla tavalla.',
    sv: 'Mottagarens adress är utomlands. Myndigheten sköter delgivningen på annat sätt.',
    en: "The recipient's address is abroad. The authority will serve the document in another way.",
  },
  PROTECTED_NO_SAFE_ADDRESS: {
    fi: 'Kirjettä ei lähetetty automaattisesti vastaanottajan turvallisuuden vuoksi. Viranomainen hoitaa tiedoksiannon.',
    sv: 'Brevet skickades inte automatiskt av hänsyn till mottagarens säkerhet. Myndigheten sköter delgivningen.',
    en: "No letter was sent automatically, for the recipient's safety. The authority will serve the document.",
  },
  DOCUMENT_UNREADABLE: {
    fi: 'Kirjettä ei voitu tulostaa: lähettäjän antama asiakirja ei ole luettavissa. Viranomainen käsittelee asian.',
    sv: 'Brevet kunde inte skrivas ut: dokumentet från avsändaren går inte att läsa. Myndigheten behandlar ärendet.',
    en: 'The letter could not be printed: the document given by the sender can not be read. The authority will deal with it.',
  },
  DOCUMENT_UNPRINTABLE: {
    fi: 'Kirjettä ei voitu tulostaa: lähettäjän antama asiakirja ei sovellu tulostettavaksi. Viranomainen käsittelee asian.',
    sv: 'Brevet kunde inte skrivas ut: dokumentet från avsändaren lämpar sig inte för utskrift. Myndigheten behandlar ärendet.',
    en: 'The letter could not be printed: the document given by the sender is not fit for printing. The authority will deal with it.',
  },
  POSTAL_REFUSED: {
    fi: 'Kirjettä ei voitu lähettää: tulostus- ja postituspalvelu ei ottanut sitä vastaan. Viranomainen käsittelee asian.',
    sv: 'Brevet kunde inte skickas: tjänsten för utskrift och post tog inte emot det. Myndigheten behandlar ärendet.',
    en: 'The letter could not be sent: the printing and posting service did not take it. The authority will deal with it.',
  },
  POSTI_CREDENTIALS_MISSING: {
    fi: 'Kirjettä ei voitu lähettää: lähettäjältä puuttuvat postituspalvelun tunnukset. Viranomainen käsittelee asian.',
    sv: 'Brevet kunde inte skickas: avsändaren saknar uppgifter för posttjänsten. Myndigheten behandlar ärendet.',
    en: 'The letter could not be sent: the sender has no credentials of the posting service. The authority will deal with it.',
  },
  NO_RESTRICTED_PRINT: {
    fi: 'Kirjettä ei annettu ulkopuolisen tulostettavaksi vastaanottajan turvallisuuden vuoksi. Viranomainen hoitaa tiedoksiannon.',
    sv: 'Brevet lämnades inte till utomstående för utskrift, av hänsyn till mottagarens säkerhet. Myndigheten sköter delgivningen.',
    en: "The letter was not given to others to be printed, for the recipient's safety. The authority will serve the document.",
  },
};

/** What is added while nobody has shown that mail reaches the address the notice went to. */
export const UNVERIFIED: Explanation = {
  fi: 'Ilmoituksen sähköpostiosoitetta ei ole vielä vahvistettu. Suostumus on voimassa siitä huolimatta.',
  sv: 'E-postadressen för aviseringen är ännu inte bekräftad. Samtycket gäller trots det.',
  en: 'The e-mail address of the notice has not been confirmed yet. The consent is in force all the same.',
};

/** What is added where an obligating document was sent as ordinary on the authority's own answer (AC-30). */
export const OVERRIDDEN: Explanation = {
  fi: 'Asiakirja velvoittaa vastaanottajaa, mutta viranomainen päätti lähettää sen tavallisena tiedoksiantona. Tiedoksisaantiolettama ei silloin välttämättä päde: KHO:2023:46.',
  sv: 'Handlingen förpliktar mottagaren, men myndigheten beslutade att skicka den som vanlig delgivning. Presumtionen om delgivning gäller då inte nödvändigtvis: KHO:2023:46.',
  en: 'The document obliges its recipient, but the authority decided to send it by ordinary service. The presumption of service may then not hold: KHO:2023:46.',
};
