import { type Report, type ReportKind, reportKind } from '#shared/domain/programme/report';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import { type Audience, audiencesFor, audiencesOf } from '#shared/domain/report-calendar/audience';
import type { UnsentReport } from '#shared/domain/report-calendar/report-mail';
import { listOrganisations, tenantOf } from '#shared/flow/programme/own-organisations';
import { accessTo } from '#shared/flow/programme/report-access';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { ProgrammeRows } from '#shared/ports/programme-rows';
import type { ReportMails } from '#shared/ports/report-mails';
import { type ReportShelf, type ShelfQuery, type ShelvedReport, placeOf } from '#shared/ports/report-shelf';
import type { Sealer } from '#shared/ports/sealer';

export interface ShowReportsPorts {
  readonly shelf: Pick<ReportShelf, 'find' | 'read' | 'list'>;
  readonly mails: Pick<ReportMails, 'unsent'>;
  readonly rows: Pick<ProgrammeRows, 'list'>;
  readonly sealer: Pick<Sealer, 'digest' | 'sha256'>;
}

export interface AskedReports {
  /** Id of the last report of the page before. */
  readonly after?: string;
  readonly kind?: ReportKind;
  readonly period?: string;
}

export interface ReportsPage {
  readonly reports: readonly ShelvedReport[];
  readonly next?: string;
  /** Whom mails about reports did not reach, newest first: for the ministry, on the first page. */
  readonly unsent?: readonly UnsentReport[];
}

/** A report that is not there, or not for the caller: the two are not told apart. */
export interface ReportUnknown {
  readonly kind: 'report-unknown';
}

/** Reports of one answer: a quarter of some hundred authorities is told at once. */
const PAGE = 1000;
const UNSENT = 100;

/** Shows reports to whom they were made for: the ministry all, an authority its own, everybody what is public. */
export function makeShowReports({ shelf, mails, rows, sealer }: ShowReportsPorts) {
  return { list, read };

  async function list(caller: ProgrammeRole, { after, kind, period }: AskedReports): Promise<ReportsPage> {
    const audiences = await audiencesOfCaller(caller);
    if (after === undefined) {
      const first = await pageOf({ audiences, ...asked(kind), period });
      return caller.role === 'MINISTRY' ? { ...first, unsent: await mails.unsent(UNSENT) } : first;
    }
    const last = await shelf.find(after);
    if (!last || !isFor(last, audiences)) return { reports: [] };
    return pageOf({ audiences, ...asked(kind), period, after: placeOf(last) });
  }

  async function pageOf(query: Omit<ShelfQuery, 'limit'>): Promise<ReportsPage> {
    const found = await shelf.list({ ...query, limit: PAGE + 1 });
    const reports = found.slice(0, PAGE);
    return found.length > PAGE ? { reports, next: reports.at(-1)?.id } : { reports };
  }

  /** @param access opens this one report to anybody; it stands in the mail about it */
  async function read(caller: ProgrammeRole, id: string, access?: string): Promise<Result<Report, ReportUnknown>> {
    const entry = await shelf.find(id);
    const isOpen = access !== undefined && (await isKeyTo(id, access));
    if (!entry || !(isOpen || isFor(entry, await audiencesOfCaller(caller)))) return refuse({ kind: 'report-unknown' });
    const report = await shelf.read(id);
    return report ? ok(report) : refuse({ kind: 'report-unknown' });
  }

  /** Hashes are compared, so that how long it takes says nothing of the token. */
  async function isKeyTo(id: string, access: string): Promise<boolean> {
    return sealer.sha256(access) === sealer.sha256(await accessTo(sealer, id));
  }

  async function audiencesOfCaller(caller: ProgrammeRole): Promise<readonly Audience[]> {
    if (caller.role !== 'AUTHORITY') return audiencesFor(caller, []);
    const own = (await listOrganisations(rows)).filter((each) => tenantOf(each) === caller.tenantId);
    return audiencesFor(caller, own);
  }
}

function asked(kind: ReportKind | undefined): Pick<ShelfQuery, 'kinds'> {
  return { kinds: kind ? [kind] : reportKind.options };
}

function isFor({ receivers }: ShelvedReport, audiences: readonly Audience[]): boolean {
  return audiencesOf(receivers).some((audience) => audiences.includes(audience));
}
