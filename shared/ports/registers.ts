import type { BusinessRecord, PersonRecord } from '#shared/domain/registers/person';

/** What a register tells of somebody from the other end. `NOT_TOLD`: it can not be asked so. */
export type Linked = readonly string[] | 'NOT_TOLD';

/** Väestötietojärjestelmä. Asked by the identity code, which goes nowhere else. */
export interface PopulationRegister {
  find(identityCode: string): Promise<PersonRecord | undefined>;
  /** Codes of those whose rows may name this person a guardian: the row of each is what counts. */
  wardsOf(identityCode: string): Promise<Linked>;
}

/** Yritys- ja yhteisötietojärjestelmä. */
export interface BusinessRegister {
  find(businessId: string): Promise<BusinessRecord | undefined>;
  /** Ids of those whose rows may name this person a representative: the row of each is what counts. */
  representedBy(identityCode: string): Promise<Linked>;
}

/** Only where the hub keeps the registers itself: seeding, imports and the sandbox. */
export interface RegisterEntry {
  enterPerson(identityCode: string, person: PersonRecord): Promise<void>;
  enterBusiness(businessId: string, business: BusinessRecord): Promise<void>;
}
