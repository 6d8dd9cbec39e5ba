import type { AuthorityFile, CheckedService } from '#shared/domain/compliance/authority-file';
import { complianceReport } from '#shared/domain/compliance/compliance-report';
import { BOT_CHECKS, failedBotChecks } from '#shared/domain/digital-support/bot-checklist';
import { mailCentsOn } from '#shared/domain/pricing/mail-cents';
import { checkPricing } from '#shared/domain/pricing/check-pricing';
import { tiersOn } from '#shared/domain/pricing/tier';
import type { TenantId } from '#shared/domain/message/ids';
import type { Programme } from '#shared/domain/programme/programme';
import type { ReportContent } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import type { PricingTier } from '#shared/domain/programme/registry/pricing';
import type { Service } from '#shared/domain/programme/registry/service';
import type { Row } from '#shared/domain/programme/row';
import { existsOn } from '#shared/domain/report-calendar/scope';
import { carriersOn } from '#shared/domain/transition/carriers';
import { guidanceOf } from '#shared/domain/transition/guidance';
import { tenantOf } from '#shared/flow/programme/own-organisations';
import type { CalendarDate } from '#shared/kernel/time';

/** R11, of one authority or of all of them. */
export function buildCompliance(
  { organisationId, to }: ReportRequest,
  {
    programme,
    overdue = new Map(),
  }: { readonly programme: Programme; readonly overdue?: ReadonlyMap<TenantId, number> },
): ReportContent {
  const files = filesOf(programme, { on: to, organisationId, overdue });
  return complianceReport(files, organisationId === undefined ? undefined : files[0]?.organisation.names);
}

interface Scope {
  readonly on: CalendarDate;
  /** Absent: every authority. */
  readonly organisationId: string | undefined;
  readonly overdue: ReadonlyMap<TenantId, number>;
}

/** The files of authorities on a day, in the order of their ids; a successor has what its predecessors had. */
function filesOf(programme: Programme, { on, organisationId, overdue }: Scope): AuthorityFile[] {
  const { organisations, services, 'pricing-tiers': tiers, 'mobile-apps': apps } = programme.rows;
  const carriers = carriersOn(organisations, on);
  const carrierOf = (row: { readonly organisationId: string }) => carriers.get(row.organisationId)?.id;
  const servicesOf = Map.groupBy(services.filter(isChecked), carrierOf);
  const tiersOf = Map.groupBy(tiers, ({ serviceId }) => serviceId);
  const appsOf = Map.groupBy(apps, carrierOf);
  const checked = (service: Row<Service>): CheckedService => ({
    service,
    guidance: guidanceOf(service),
    botGaps: botGapsOf(service),
    fees: feesOf(tiersOf.get(service.id) ?? [], { programme, on }),
  });
  return organisations
    .filter((each) => each.roles.includes('AUTHORITY') && carriers.get(each.id) === each && existsOn(each, on))
    .filter(({ id }) => organisationId === undefined || id === organisationId)
    .sort(byId)
    .map((organisation) => ({
      organisation,
      services: (servicesOf.get(organisation.id) ?? []).sort(byId).map(checked),
      apps: appsOf.get(organisation.id) ?? [],
      overdueRequests: organisations
        .filter(({ id }) => carriers.get(id) === organisation)
        .reduce((sum, each) => sum + lateAt(tenantOf(each), overdue), 0),
    }));
}

function lateAt(tenant: TenantId | undefined, overdue: ReadonlyMap<TenantId, number>): number {
  return (tenant && overdue.get(tenant)) ?? 0;
}

/** Pages of information and projects are no services, and one that has been given up everywhere is none any more. */
function isChecked({ type, offerings }: Service): boolean {
  if (type === 'INFORMATION' || type === 'PROJECT') return false;
  return offerings.length === 0 || offerings.some(({ status }) => status !== 'RETIRED');
}

/** A chatbot or a service that is a bot is checked though nothing is told of it. */
function botGapsOf({ bot, type, guidanceChannels = [] }: Service): CheckedService['botGaps'] {
  const hasBot = bot !== undefined || type === 'BOT' || guidanceChannels.includes('CHATBOT');
  return hasBot ? failedBotChecks(bot ?? {}).map((check) => BOT_CHECKS[check]) : [];
}

function feesOf(
  tiers: readonly Row<PricingTier>[],
  { programme, on }: { readonly programme: Programme; readonly on: CalendarDate },
): CheckedService['fees'] {
  const mailCents = mailCentsOn(programme.rows.tariffs, on);
  const limits = { reasonableFeeDifferencePct: programme.calendar.reasonableFeeDifferencePct, mailCents };
  return checkPricing(tiersOn(tiers, on), limits).findings;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
