import { type Authenticate, type Bound, bind } from '#functions/_shell/http-door';
import type { Answer, HttpRequest } from '#functions/_shell/http';
import { problemAnswer } from '#functions/_shell/refusals';
import { listReports, showReport, showReportSchema } from '#shared/contracts/programme/reports';
import type { Report } from '#shared/domain/programme/report';
import type { ProgrammeRole } from '#shared/domain/programme/roles';
import type { ReportLanguage } from '#shared/domain/programme/words';
import { reportCsv } from '#shared/domain/report/csv';
import { reportPage } from '#shared/domain/report/html';
import { renderIndex } from '#shared/domain/report/index-page';
import { reportJson, reportSchema } from '#shared/domain/report/json';
import { linksFor } from '#shared/domain/report/links';
import { type ShowReportsPorts, makeShowReports } from '#shared/flow/programme/show-reports';

export interface ReportDoorPorts extends ShowReportsPorts {
  /** Address that the calls of the programme are reached at. */
  readonly reportLink: string;
}

/** Reports of the transition programme, each in its forms, for whom it was made. */
export function reportCalls(ports: ReportDoorPorts, caller: Authenticate<ProgrammeRole>): Bound[] {
  const { list, read } = makeShowReports(ports);
  const schemaOf = (id: string) => `${ports.reportLink.replace(/\/+$/, '')}/programme/v1/reports/${id}/schema`;

  return [
    bind(listReports, caller, async ({ query: { format, lang, ...asked } }, role): Promise<Answer> => {
      const page = await list(role, asked);
      return format === 'html' ? pageAnswer(renderIndex(page.reports, lang), lang) : { status: 200, json: page };
    }),
    bind(showReport, caller, async ({ params: { id }, query, request }, role): Promise<Answer> => {
      const found = await read(role, id, query.access);
      if (!found.ok) return problemAnswer(request, 'not-found');
      return formed(found.value, { ...query, request, schema: schemaOf(id) });
    }),
    bind(showReportSchema, caller, async ({ params: { id }, query: { access }, request }, role): Promise<Answer> => {
      const found = await read(role, id, access);
      return found.ok ? schemaAnswer(found.value) : problemAnswer(request, 'not-found');
    }),
  ];
}

interface Wanted {
  readonly format: 'json' | 'html' | 'csv' | 'schema';
  readonly lang: ReportLanguage;
  readonly section?: string;
  readonly access?: string;
  readonly request: HttpRequest;
  readonly schema: string;
}

function formed(report: Report, { format, lang, section, access, request, schema }: Wanted): Answer {
  switch (format) {
    case 'json':
      return { status: 200, json: reportJson(report, schema) };
    case 'html':
      return pageAnswer(reportPage(report, lang, linksFor(lang, access)), lang);
    case 'schema':
      return schemaAnswer(report);
    case 'csv': {
      const text = reportCsv(report, lang, section);
      return text === undefined ? problemAnswer(request, 'not-found') : csvAnswer(report.id, text);
    }
  }
}

/** A page brings its own stylesheet and nothing else; nobody who follows a link in it learns where it was. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function pageAnswer(text: string, language: ReportLanguage): Answer {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'content-security-policy': PAGE_POLICY,
  };
  return { status: 200, headers, text };
}

function csvAnswer(id: string, text: string): Answer {
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${id}.csv"`,
  };
  return { status: 200, headers, text };
}

function schemaAnswer(report: Report): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/schema+json' },
    text: JSON.stringify(reportSchema(report)),
  };
}
