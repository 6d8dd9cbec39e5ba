import type { Texts } from '#shared/domain/programme/words';

type Codes = Readonly<Record<string, Texts>>;

export const PLAN_STATES = {
  MISSING: { fi: 'Puuttuu', sv: 'Saknas' },
  DRAFT: { fi: 'Luonnos', sv: 'Utkast' },
  SUBMITTED: { fi: 'Toimitettu', sv: 'Inlämnad' },
  RETURNED: { fi: 'Palautettu täydennettäväksi', sv: 'Återsänd för komplettering' },
  ACCEPTED: { fi: 'Hyväksytty', sv: 'Godkänd' },
  REVISED: { fi: 'Tarkennettu', sv: 'Preciserad' },
  LOCKED: { fi: 'Lukittu', sv: 'Låst' },
} as const satisfies Codes;

export const COLOURS = {
  RED: { fi: 'Punainen', sv: 'Röd' },
  AMBER: { fi: 'Keltainen', sv: 'Gul' },
  GREEN: { fi: 'Vihreä', sv: 'Grön' },
} as const satisfies Codes;

/** Whom a step of escalation is told to. */
export const RECEIVERS = {
  AUTHORITY: { fi: 'Viranomainen', sv: 'Myndigheten' },
  MINISTRY: { fi: 'Toimialan ministeriö', sv: 'Ansvarigt ministerium' },
  STEERING_GROUP: { fi: 'Ohjausryhmä', sv: 'Styrgruppen' },
} as const satisfies Codes;

export const GROUPS_OF_AUTHORITIES = {
  STATE: { fi: 'Valtion viranomaiset', sv: 'Statliga myndigheter' },
  MUNICIPALITY: { fi: 'Kunnat', sv: 'Kommuner' },
  SMALL_MUNICIPALITY: { fi: '– joista pieniä kuntia', sv: '– varav små kommuner' },
  JOINT_AUTHORITY: { fi: 'Kuntayhtymät', sv: 'Samkommuner' },
  WELLBEING_COUNTY: { fi: 'Hyvinvointialueet', sv: 'Välfärdsområden' },
  REGIONAL_COUNCIL: { fi: 'Maakuntien liitot', sv: 'Landskapsförbund' },
  OTHER: { fi: 'Muut', sv: 'Övriga' },
} as const satisfies Codes;

export const TARGET_GROUPS: Codes = {
  BUSINESS: { fi: 'Yritykset', sv: 'Företag' },
  PERSON: { fi: 'Henkilöasiakkaat', sv: 'Personkunder' },
};

export const OFFERING_STATES = {
  IN_USE: { fi: 'Käytössä', sv: 'I bruk' },
  IN_DEVELOPMENT: { fi: 'Kehitteillä', sv: 'Under utveckling' },
  PLANNED: { fi: 'Suunniteltu', sv: 'Planerad' },
} as const satisfies Codes;

export const DEPENDENCY_STATES: Codes = {
  PLANNED: { fi: 'Suunniteltu', sv: 'Planerad' },
  IN_DEVELOPMENT: { fi: 'Kehitteillä', sv: 'Under utveckling' },
  READY: { fi: 'Valmis', sv: 'Klar' },
  LATE: { fi: 'Myöhässä', sv: 'Försenad' },
};

export const GROUNDS = {
  PROLONGED_OUTAGE: { fi: 'Pitkittynyt tekninen häiriö', sv: 'Långvarig teknisk störning' },
  INDIVIDUAL_REASON: { fi: 'Yksittäinen perusteltu syy', sv: 'Enskilt motiverat skäl' },
  FOREIGN: { fi: 'Ulkomainen asiakas', sv: 'Utländsk kund' },
  LOW_VOLUME: { fi: 'Pieni asiointimäärä', sv: 'Liten ärendevolym' },
} as const satisfies Codes;

export const DECISIONS: Codes = {
  PROPOSED: { fi: 'Ehdotettu', sv: 'Föreslaget' },
  APPROVED: { fi: 'Hyväksytty', sv: 'Godkänt' },
  REJECTED: { fi: 'Hylätty', sv: 'Avslaget' },
};

export const DELIVERY_STATES: Codes = {
  NOT_SENT: { fi: 'Ei lähetetty', sv: 'Inte skickat' },
  SENT: { fi: 'Lähetetty', sv: 'Skickat' },
  DELIVERED: { fi: 'Perillä', sv: 'Framme' },
  READ: { fi: 'Luettu', sv: 'Läst' },
  FAILED: { fi: 'Ei mennyt perille', sv: 'Kom inte fram' },
};

export const ITEM_KINDS: Codes = {
  PRIORITY: { fi: 'Painopiste', sv: 'Prioritering' },
  EVENT: { fi: 'Tapahtuma', sv: 'Evenemang' },
  NEED: { fi: 'Seurattava tarve', sv: 'Behov som följs' },
  NEWS: { fi: 'Uutinen', sv: 'Nyhet' },
};

export const ITEM_STATES: Codes = { OPEN: { fi: 'Kesken', sv: 'Pågår' }, DONE: { fi: 'Valmis', sv: 'Klar' } };
