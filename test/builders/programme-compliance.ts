import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import type { Programme } from '#shared/domain/programme/programme';
import { organisation } from '#shared/domain/programme/registry/organisation';
import { mobileApp, pricingTier } from '#shared/domain/programme/registry/pricing';
import { service } from '#shared/domain/programme/registry/service';
import { NOON } from '#test/builders/domain';
import { NO_ROWS } from '#test/builders/programme-rows';

const entered = (id: string) => ({ id, version: 1, enteredAt: NOON });

/** Rows by what is told of them; the rest is the least that a row of the register needs. */
export const organisationRow = (id: string, fields: object = {}) => ({
  ...organisation.parse({ names: { fi: id }, type: 'STATE', ...fields }),
  ...entered(id),
});
export const serviceRow = (id: string, fields: object = {}) => ({
  ...service.parse({ organisationId: 'vero', names: { fi: id }, ...fields }),
  ...entered(id),
});
export const tierRow = (id: string, fields: object) => ({ ...pricingTier.parse(fields), ...entered(id) });
export const appRow = (id: string, fields: object) => ({ ...mobileApp.parse(fields), ...entered(id) });

export function programmeOf(rows: Partial<Programme['rows']>): Programme {
  return { calendar: CALENDAR_2019, planSteps: new Map(), rows: { ...NO_ROWS, ...rows } };
}
