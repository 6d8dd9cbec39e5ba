import type { Explanation } from '#shared/domain/channel/explanations';

/** Why it came to this addressee, by the row of stage A that found them (REQ-223). A row that changes nothing has no words. */
export const BY_RECIPIENT_RULE: Readonly<Record<string, Explanation>> = {
  R1: {
    fi: 'Vastaanottaja on kuollut, joten asiakirja annetaan tiedoksi kuolinpesän haltijalle tai hoitajalle.',
    sv: 'Mottagaren har avlidit, och därför delges handlingen den som innehar eller förvaltar dödsboet.',
    en: 'The recipient has died, so the document is served on whoever holds or administers the estate.',
  },
  R2: {
    fi: 'Vastaanottaja on alle 15-vuotias, joten asiakirja annetaan tiedoksi huoltajalle tai edunvalvojalle.',
    sv: 'Mottagaren är under 15 år, och därför delges handlingen vårdnadshavaren eller intressebevakaren.',
    en: 'The recipient is under 15, so the document is served on the guardian.',
  },
  R3: {
    fi: 'Vastaanottaja on 15–17-vuotias, joten asiakirja annetaan tiedoksi erikseen sekä hänelle että huoltajalle tai edunvalvojalle.',
    sv: 'Mottagaren är 15–17 år, och därför delges handlingen separat både mottagaren och vårdnadshavaren eller intressebevakaren.',
    en: 'The recipient is 15 to 17 years old, so the document is served separately on the recipient and on the guardian.',
  },
  R4: {
    fi: 'Vastaanottajalla on edunvalvoja, jonka tehtävään asia kuuluu, joten asiakirja annetaan tiedoksi edunvalvojalle ja, jos päämieskin voi käyttää puhevaltaa, erikseen hänelle.',
    sv: 'Mottagaren har en intressebevakare vars uppdrag omfattar ärendet. Handlingen delges intressebevakaren och, om också huvudmannen får föra talan, separat huvudmannen.',
    en: 'The recipient has a guardian whose task covers the matter, so the document is served on the guardian and, where the person may speak too, separately on the person.',
  },
  R5: {
    fi: 'Vastaanottajalla on asiassa asiamies, jolla on oikeus ottaa asiakirja vastaan.',
    sv: 'Mottagaren har i ärendet ett ombud som har rätt att ta emot handlingen.',
    en: 'The recipient has an agent in the matter who may receive the document.',
  },
  R5b: {
    fi: 'Asiakirja annetaan tiedoksi vastaanottajalle itselleen, ja asiamiehelle ilmoitetaan tiedoksiannosta.',
    sv: 'Handlingen delges mottagaren personligen, och ombudet underrättas om delgivningen.',
    en: 'The document is served on the recipient in person, and the agent is told of the service.',
  },
  R6: {
    fi: 'Asia on usean asianosaisen yhteinen, joten asiakirja annetaan tiedoksi heidän yhteyshenkilölleen.',
    sv: 'Ärendet är gemensamt för flera parter, och därför delges handlingen deras kontaktperson.',
    en: 'The matter is a joint one of several parties, so the document is served on their contact person.',
  },
  R8: {
    fi: 'Vastaanottaja on pesä, joten asiakirja annetaan tiedoksi sille, joka pesää hoitaa tai hallitsee.',
    sv: 'Mottagaren är ett bo, och därför delges handlingen den som förvaltar eller innehar boet.',
    en: 'The recipient is an estate, so the document is served on whoever administers or holds it.',
  },
};
