import type { PtvCheck } from '#shared/domain/programme/registry/service';

/** The national service catalogue (Palvelutietovaranto): whether it describes a service (REQ-248). */
export interface ServiceCatalogue {
  /** Whether the operator has set one. */
  readonly isThere: boolean;
  /** @param id a UUID. @returns UNCHECKED where the catalogue can not be asked or gives no answer: that is no fault of a row */
  check(id: string): Promise<PtvCheck>;
}
