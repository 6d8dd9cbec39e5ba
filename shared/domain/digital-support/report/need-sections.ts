import type { Directory } from '#shared/domain/digital-support/directory';
import { type TellCount, cellOf, column, sumsBy, termColumn } from '#shared/domain/digital-support/report/parts';
import type { SupportRecords } from '#shared/domain/digital-support/report/records';
import { needIn, needKey } from '#shared/domain/digital-support/unmet-need';
import type { Section } from '#shared/domain/programme/report';
import type { Texts } from '#shared/domain/programme/words';

/** What is needed: as coordinators estimate it, and as it was looked for in vain (REQ-100, REQ-105, REQ-118). */
export function needSections(directory: Directory, records: SupportRecords, tell: TellCount): Section[] {
  return [unmetSection(directory, records, tell), estimateSection(directory, records, tell)];
}

const UNKNOWN: Texts = { fi: 'Kunta ei ole luettelossa', sv: 'Kommunen finns inte i förteckningen' };
const OTHER: Texts = { fi: 'Muu', sv: 'Annan' };

function unmetSection(directory: Directory, { unmetNeeds }: SupportRecords, tell: TellCount): Section {
  const names = new Map(directory.centres.map(({ id, names: { fi, sv } }) => [id, { fi, sv }]));
  const rows = sumsBy(unmetNeeds, needKey, ({ count }) => count)
    .sort((a, b) => b.sum - a.sum)
    .map(({ name, sum }) => {
      const { municipality, region, form, group, language } = needIn(name);
      const place = municipality === 'UNKNOWN' ? UNKNOWN : names.get(municipality ?? '');
      return {
        municipality: place ?? (municipality === undefined ? null : { fi: municipality }),
        region: cellOf(region),
        form: cellOf(form),
        group: cellOf(group),
        language: language ?? null,
        searches: tell(sum),
      };
    });
  const withOther = (list: 'FORM' | 'GROUP', heading: readonly [string, string]) => {
    const each = termColumn(directory, list, heading);
    return { ...each, codes: { ...each.codes, OTHER } };
  };
  return {
    id: 'unmetNeeds',
    heading: { fi: 'Täyttymättömät tuen tarpeet', sv: 'Behov av stöd som inte har tillgodosetts' },
    notes: [
      {
        fi: 'Haut, joihin ei löytynyt tuottajaa kysytystä paikasta. Samanlaiset haut on laskettu yhteen; hakijoista ei tiedetä mitään.',
        sv: 'Sökningar som inte gav någon producent på den plats som söktes. Likadana sökningar har räknats ihop; om dem som sökte vet man ingenting.',
      },
    ],
    table: {
      columns: [
        column('municipality', 'texts', ['Kunta', 'Kommun']),
        termColumn(directory, 'REGION', ['Maakunta', 'Landskap']),
        withOther('FORM', ['Muoto', 'Form']),
        withOther('GROUP', ['Kohderyhmä', 'Målgrupp']),
        column('language', 'text', ['Kieli', 'Språk']),
        column('searches', 'number', ['Hakuja', 'Sökningar']),
      ],
      rows,
    },
  };
}

function estimateSection(directory: Directory, { regionNeeds }: SupportRecords, tell: TellCount): Section {
  const rows = regionNeeds
    .toSorted((a, b) => b.year - a.year || (a.region + a.id < b.region + b.id ? -1 : 1))
    .map(({ region, group, year, estimate }) => ({
      region: cellOf(region),
      group: cellOf(group),
      year: String(year),
      estimate: tell(estimate),
    }));
  return {
    id: 'regionNeeds',
    heading: { fi: 'Maakuntien arviot tuen tarpeesta', sv: 'Landskapens bedömningar av behovet' },
    table: {
      columns: [
        termColumn(directory, 'REGION', ['Maakunta', 'Landskap']),
        termColumn(directory, 'GROUP', ['Kohderyhmä', 'Målgrupp']),
        column('year', 'text', ['Vuosi', 'År']),
        column('estimate', 'number', ['Tukea tarvitsevia', 'Personer som behöver stöd']),
      ],
      rows,
    },
  };
}
