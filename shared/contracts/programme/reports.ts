import * as z from 'zod/mini';
import { nothing, operation } from '#shared/contracts/http/operation';
import { problemResponses } from '#shared/contracts/http/problem-responses';
import { report, reportKind } from '#shared/domain/programme/report';
import { reportLanguage } from '#shared/domain/programme/words';
import { unsentReport } from '#shared/domain/report-calendar/report-mail';

const { id, kind, period, asOf, createdAt, receivers, title, summary } = report.shape;

const reportEntry = z
  .strictObject({ id, kind, period, createdAt, receivers, title })
  .register(z.globalRegistry, { id: 'ReportEntry', description: 'A report of the programme as lists name it.' });

const reportList = z.strictObject({
  /** Newest first. */
  reports: z.array(reportEntry),
  /** Send it as `after` for what comes next; absent: there is no more. */
  next: z.optional(z.string()),
  /** For the ministry: receivers that mails did not reach, newest first. */
  unsent: z.optional(z.array(unsentReport)),
});

const reportView = z
  .looseObject({
    id,
    kind,
    period,
    asOf,
    createdAt,
    receivers,
    title,
    summary,
    sections: z.record(z.string(), z.unknown()),
  })
  .register(z.globalRegistry, {
    id: 'Report',
    description: 'A report of the programme; its schema has an address of its own.',
  });

/** Links in mails are opened by people, so the calls stand open; a credential decides what is seen. */
const programme = { front: 'programme', method: 'GET', caller: 'anybody', body: nothing } as const;
const HTML = 'text/html';

export const listReports = operation({
  ...programme,
  operationId: 'listReports',
  path: '/programme/v1/reports',
  summary: 'Reports of the programme, newest first',
  description:
    'The ministry sees all of them; an authority, a collector and a coordinator those made for them and those for everybody; ' +
    'without a credential those for everybody. `format=html` gives a page.',
  params: nothing,
  query: z.object({
    after: z.optional(z.string()),
    kind: z.optional(reportKind),
    period: z.optional(z.string()),
    format: z._default(z.enum(['json', 'html']), 'json'),
    lang: z._default(reportLanguage, 'fi'),
  }),
  responses: {
    200: { description: 'The reports.', schema: reportList, fileToo: HTML },
    ...problemResponses('body-invalid', 'unauthorized'),
  },
});

const access = z.optional(z.string());

export const showReport = operation({
  ...programme,
  operationId: 'showReport',
  path: '/programme/v1/reports/{id}',
  summary: 'A report as a page, a table or figures',
  description:
    'JSON, or with `format=html` a page and with `format=csv` a table of all sections or of one. `access` is what the link ' +
    'in a mail holds: it opens this one report without a credential.',
  params: z.object({ id: z.string() }),
  query: z.object({
    format: z._default(z.enum(['json', 'html', 'csv', 'schema']), 'json'),
    lang: z._default(reportLanguage, 'fi'),
    section: z.optional(z.string()),
    access,
  }),
  responses: {
    200: { description: 'The report.', schema: reportView, fileToo: HTML },
    ...problemResponses('body-invalid', 'unauthorized', 'not-found'),
  },
});

export const showReportSchema = operation({
  ...programme,
  operationId: 'showReportSchema',
  path: '/programme/v1/reports/{id}/schema',
  summary: 'The JSON Schema of a report',
  params: z.object({ id: z.string() }),
  query: z.object({ access }),
  responses: {
    200: { description: 'The schema.', schema: z.record(z.string(), z.unknown()) },
    ...problemResponses('body-invalid', 'unauthorized', 'not-found'),
  },
});
