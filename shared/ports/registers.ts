import type { BusinessRecord, PersonRecord } from '#shared/domain/registers/person';

/** Väestötietojärjestelmä. Asked by the identity code, which goes nowhere else. */
export interface PopulationRegister {
  find(identityCode: string): Promise<PersonRecord | undefined>;
}

/** Yritys- ja yhteisötietojärjestelmä. */
export interface BusinessRegister {
  find(businessId: string): Promise<BusinessRecord | undefined>;
}

/** Only where the hub keeps the registers itself: seeding, imports and the sandbox. */
export interface RegisterEntry {
  enterPerson(identityCode: string, person: PersonRecord): Promise<void>;
  enterBusiness(businessId: string, business: BusinessRecord): Promise<void>;
}
