import * as z from 'zod/mini';
import { officials } from '#shared/contracts/config/parts';

/** Variables about officials of service points, as a function reads them. */
export type Officials = Readonly<Record<keyof typeof officials, string>>;

/**
 * What the operator's context says of officials. Without an issuer its key set is empty, so nobody is an official.
 *
 * @throws when a function could not read a value
 */
export function officialsIn(read: (key: string) => unknown): Officials {
  const chosen = (key: string, asDelivered: string): string => {
    const value = read(key) ?? asDelivered;
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  const values = {
    OFFICIAL_ISSUER: chosen('officialIssuer', 'https://staff.example'),
    OFFICIAL_AUDIENCE: chosen('officialAudience', 'viestivayla-point'),
    OFFICIAL_JWKS: chosen('officialJwks', '{"keys":[]}'),
    OFFICIAL_STRONG_ACR: chosen('officialStrongAcr', '{}'),
    OFFICIAL_ROLE_CLAIM: chosen('officialRoleClaim', 'roles'),
    OFFICIAL_ROLE: chosen('officialRole', 'service-point'),
    OFFICIAL_ORGANISATION_CLAIM: chosen('officialOrganisationClaim', 'organisation'),
    OFFICIAL_CODE_CLAIM: chosen('officialCodeClaim', 'urn:oid:1.2.246.21'),
    OFFICIAL_LOOKS_A_DAY: chosen('officialLooksADay', '300'),
  };
  z.object(officials).parse(values);
  return values;
}
