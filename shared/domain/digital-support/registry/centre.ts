import * as z from 'zod/mini';
import { code } from '#shared/domain/programme/fields';
import { texts } from '#shared/domain/programme/words';

const degrees = (most: number) => z.number().check(z.minimum(-most), z.maximum(most));

/** A municipality, by its code: its region, its postcodes, and where its centre is (WGS 84, degrees). */
export const supportCentre = z.object({
  names: texts,
  region: code,
  postcodes: z._default(z.array(z.string().check(z.regex(/^\d{5}$/, 'must be a postcode of five digits'))), []),
  centre: z.optional(z.object({ latitude: degrees(90), longitude: degrees(180) })),
});
