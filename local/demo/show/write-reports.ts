import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '#shared/domain/programme/report';
import { reportCsv } from '#shared/domain/report/csv';
import { languagesOf, reportPage } from '#shared/domain/report/html';
import { INDEX_IN_FOLDER, type IndexEntry, renderIndex } from '#shared/domain/report/index-page';
import { reportJson, reportSchema } from '#shared/domain/report/json';
import { linksInFolder } from '#shared/domain/report/links';
import { LANGUAGES } from '#shared/domain/report/page-words';

/** A report in every form, by the names of its files. */
export function filesOf(report: Report): ReadonlyMap<string, string> {
  const { id } = report;
  const inEach = languagesOf(report).flatMap((language): [string, string][] => [
    [`${id}.${language}.html`, reportPage(report, language, linksInFolder(report, language))],
    [`${id}.${language}.csv`, reportCsv(report, language) ?? ''],
  ]);
  const { json, schema } = linksInFolder(report, 'fi');
  return new Map([
    ...inEach,
    [json, JSON.stringify(reportJson(report, schema), undefined, 2)],
    [schema, JSON.stringify(reportSchema(report), undefined, 2)],
  ]);
}

/** The pages that lead to all of them. */
export function indexFiles(entries: readonly IndexEntry[]): ReadonlyMap<string, string> {
  return new Map(
    LANGUAGES.map((language) => [INDEX_IN_FOLDER.index(language), renderIndex(entries, language, INDEX_IN_FOLDER)]),
  );
}

export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}
