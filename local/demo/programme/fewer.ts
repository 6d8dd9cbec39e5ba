import { AUTHORITIES } from '#local/demo/programme/organisations';
import type { ImportBody } from '#local/demo/programme/rows';

/** Authorities whose mail goes through the local hub, and the one that has a successor. */
const ALWAYS = ['ves', 'kuusilahti', 'vrk'];

/** So many authorities, from everywhere in the list, but never fewer than three. */
export function someAuthorities(many: number): ReadonlySet<string> {
  const others = AUTHORITIES.filter(({ id }) => !ALWAYS.includes(id));
  const wanted = Math.max(0, Math.min(many - ALWAYS.length, others.length));
  const spread = Array.from({ length: wanted }, (_, at) => others[Math.floor((at * others.length) / wanted)]?.id ?? '');
  return new Set([...ALWAYS, ...spread]);
}

/** The same programme with these authorities only: of every register the rows that are theirs or nobody's. */
export function ofAuthorities(body: ImportBody, kept: ReadonlySet<string>): ImportBody {
  const dropped = new Set(AUTHORITIES.map(({ id }) => id).filter((id) => !kept.has(id)));
  const own = <T extends { readonly organisationId: string }>(rows: readonly T[] = []) =>
    rows.filter(({ organisationId }) => !dropped.has(organisationId));
  const services = own(body.services);
  const known = new Set(services.map(({ id }) => id));
  const plans = own(body.plans);
  const planned = new Set(plans.map(({ id }) => id));
  const ofServices = <T extends { readonly serviceId: string }>(rows: readonly T[] = []) =>
    rows.filter(({ serviceId }) => known.has(serviceId));
  const here = (ids: readonly string[] = []) => ids.filter((id) => !dropped.has(id));
  return {
    ...body,
    organisations: (body.organisations ?? []).filter(({ id }) => !dropped.has(id)),
    'management-decisions': own(body['management-decisions']),
    services,
    volumes: ofServices(body.volumes),
    'self-assessments': ofServices(body['self-assessments']),
    audits: ofServices(body.audits),
    obstacles: (body.obstacles ?? []).map((row) => ({ ...row, services: row.services?.filter((id) => known.has(id)) })),
    exceptions: own(body.exceptions),
    'pricing-tiers': ofServices(body['pricing-tiers']),
    plans,
    actions: (body.actions ?? []).filter(({ planId }) => planned.has(planId)),
    'mobile-apps': own(body['mobile-apps']),
    'survey-answers': own(body['survey-answers']),
    circulars: (body.circulars ?? []).map(({ deliveries, ...row }) => ({
      ...row,
      audience: here(row.audience),
      ...(deliveries ? { deliveries: deliveries.filter(({ organisationId }) => !dropped.has(organisationId)) } : {}),
    })),
    'follow-ups': own(body['follow-ups']),
  };
}
