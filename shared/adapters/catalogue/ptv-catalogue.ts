import type { ServiceCatalogue } from '#shared/ports/service-catalogue';

/** What of `fetch` is used. */
export type Fetch = (address: string, init: { readonly signal: AbortSignal }) => Promise<{ readonly status: number }>;

/** Milliseconds the catalogue may take: somebody waits for the answer to a row. */
const PATIENCE = 3_000;

/**
 * The open API of the national service catalogue: `GET {base}/Service/{id}` (domain.md 2.9). Only a clear yes or no counts.
 *
 * @param base address with the version, `https://api.palvelutietovaranto.suomi.fi/api/v11`
 */
export function makePtvCatalogue(base: string, fetch: Fetch): ServiceCatalogue {
  return {
    isThere: true,
    check: async (id) => {
      try {
        const address = `${base.replace(/\/$/, '')}/Service/${encodeURIComponent(id)}`;
        const { status } = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
        if (status === 200) return 'CONFIRMED';
        return status === 404 ? 'UNKNOWN' : 'UNCHECKED';
      } catch {
        return 'UNCHECKED';
      }
    },
  };
}
