import type { Operation } from '#shared/contracts/http/operation';
import { setVisitorsConsent, showVisitorsConsent } from '#shared/contracts/point/consent';
import { cancelMandate, listVisitorsMandates, registerMandate } from '#shared/contracts/point/mandates';
import { clearVisitorsMatter, listVisitorsMatters, setVisitorsMatter } from '#shared/contracts/point/matters';
import { beginVisit } from '#shared/contracts/point/visits';

/** Every call of officials at service points. */
export const POINT_CALLS: readonly Operation[] = [
  beginVisit,
  showVisitorsConsent,
  setVisitorsConsent,
  listVisitorsMandates,
  registerMandate,
  cancelMandate,
  listVisitorsMatters,
  setVisitorsMatter,
  clearVisitorsMatter,
];
