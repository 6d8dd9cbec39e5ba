import type { SupportRecords } from '#shared/domain/digital-support/report/records';
import type { Programme } from '#shared/domain/programme/programme';
import type { Report, ReportContent, ReportKind } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import { EVERYTHING, nameOf, organisationsOf } from '#shared/domain/report-calendar/audience';
import { reportIdOf } from '#shared/domain/report-calendar/report-id';
import { existsOn } from '#shared/domain/report-calendar/scope';
import type { OverdueOn } from '#shared/flow/own-data/count-overdue';
import { type Builder, TELL_OF_TRAFFIC } from '#shared/flow/programme/builders';
import type { TrafficUntil } from '#shared/flow/programme/read-traffic';
import { addDays } from '#shared/kernel/calendar';
import { canonicalJson } from '#shared/kernel/digest';
import { earlier, helsinkiDay } from '#shared/kernel/time';
import type { ReportMails } from '#shared/ports/report-mails';
import type { ReportShelf } from '#shared/ports/report-shelf';
import type { Sealer } from '#shared/ports/sealer';

export interface MakeReportPorts {
  readonly shelf: ReportShelf;
  readonly mails: Pick<ReportMails, 'owe' | 'note'>;
  readonly sealer: Pick<Sealer, 'fingerprint'>;
  readonly builders: Readonly<Partial<Record<ReportKind, Builder>>>;
}

/** Records of digital support that the report about it is made from. */
export type SupportOf = (request: ReportRequest) => Promise<SupportRecords>;

/** What the reports of a moment are made from. */
export interface Records {
  readonly programme: Programme;
  /** Ids of reports that were made before; one that is not among them may still have been made meanwhile. */
  readonly made: ReadonlySet<string>;
  readonly trafficUntil: TrafficUntil;
  readonly supportOf: SupportOf;
  readonly overdueOn: OverdueOn;
}

/**
 * Makes a report that is due, unless it was made before, keeps it, and puts on record whom it has to be mailed to. A repeat
 * changes nothing, wherever the run before it died.
 */
export function makeMakeReport(ports: MakeReportPorts) {
  const { shelf, mails, sealer, builders } = ports;

  /** @returns whether it was made now. @throws when nobody knows how to make one of its kind */
  return async function makeReport(request: ReportRequest, records: Records): Promise<boolean> {
    const id = reportIdOf(request);
    const standing = records.made.has(id) ? await shelf.read(id) : undefined;
    const report = standing ?? (await contentOf(request, records));
    if (!report) return false;
    const kept = await shelf.keep(report);
    await oweMails(kept, records.programme);
    return standing === undefined;
  };

  /** @returns nothing where the roadmap says what the last one said */
  async function contentOf(request: ReportRequest, records: Records): Promise<Report | undefined> {
    const { kind, period, to, dueAt, receivers } = request;
    const build = builders[kind];
    if (!build) throw new Error(`nobody knows how to make a report ${kind}`);
    const support = kind === 'R10' ? await records.supportOf(request) : undefined;
    const traffic = TELL_OF_TRAFFIC.has(kind) ? await records.trafficUntil(to) : { traffic: [] };
    const overdue = kind === 'R11' ? await records.overdueOn(helsinkiDay(dueAt)) : undefined;
    const content = build(request, { programme: records.programme, ...traffic, support, overdue });
    if (kind === 'R4' && (await saysTheSame(content, request))) return undefined;
    const asOf = earlier(to, addDays(helsinkiDay(dueAt), -1));
    return { id: reportIdOf(request), kind, period, asOf, createdAt: dueAt, receivers: [...receivers], ...content };
  }

  async function saysTheSame({ sections }: ReportContent, { kind, dueAt }: ReportRequest): Promise<boolean> {
    const [last] = await shelf.list({ audiences: [EVERYTHING], kinds: [kind], after: dueAt, limit: 1 });
    const report = last && (await shelf.read(last.id));
    return report !== undefined && canonicalJson(report.sections) === canonicalJson(sections);
  }

  async function oweMails({ id, createdAt, receivers }: Report, programme: Programme): Promise<void> {
    const day = helsinkiDay(createdAt);
    const known = programme.rows.organisations.filter((each) => existsOn(each, day));
    for (const receiver of receivers) {
      const reached = organisationsOf(receiver, known).filter(({ contactEmail }) => contactEmail !== undefined);
      for (const { id: organisationId, contactEmail: to = '' } of reached) {
        const name = sealer.fingerprint(canonicalJson(['report-mail', id, organisationId]));
        await mails.owe({ name, reportId: id, organisationId, to, dueAt: createdAt });
      }
      if (reached.length === 0 && receiver.type !== 'public')
        await mails.note({ reportId: id, dueAt: createdAt, receiver: nameOf(receiver), because: 'NO_ADDRESS' });
    }
  }
}
