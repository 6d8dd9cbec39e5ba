import { type Coverage, makeCoverage } from '#shared/domain/digital-support/coverage';
import { type Directory, plain } from '#shared/domain/digital-support/directory';
import type { SupportRow } from '#shared/domain/digital-support/kinds';
import type { SupportRecords } from '#shared/domain/digital-support/report/records';
import { cellOf, column, regionsIn, termColumn } from '#shared/domain/digital-support/report/parts';
import { type TermList, codeAs } from '#shared/domain/digital-support/terms';
import type { Section } from '#shared/domain/programme/report';

type Provider = SupportRow<'providers'>;

/** How much of the country is covered: by region, and by form and target group (REQ-106). */
export function coverageSections(directory: Directory, records: SupportRecords): Section[] {
  const coverage = makeCoverage(directory);
  const regions = regionsIn(
    directory,
    [...records.regionNeeds, ...records.memberships, ...records.pilots].map(({ region }) => region),
  );
  return [
    regionSection({ directory, coverage, regions }, records),
    byCode({ directory, coverage, regions }, FORMS),
    byCode({ directory, coverage, regions }, GROUPS),
    byCode({ directory, coverage, regions }, SECTORS),
  ];
}

interface Around {
  readonly directory: Directory;
  readonly coverage: Coverage;
  readonly regions: readonly string[];
}

/** Municipalities of a region, and those of them that a provider serves. */
export function municipalitiesServed({ centres, providers }: Directory, coverage: Coverage, region: string) {
  const inRegion = centres.filter((each) => plain(each.region) === plain(region));
  const served = inRegion.filter(({ id }) =>
    providers.some((each) => coverage.closeness(each, { municipality: id, region, known: true }) !== undefined),
  );
  return { all: inRegion.length, served: served.length };
}

function regionSection({ directory, coverage, regions }: Around, { memberships }: SupportRecords): Section {
  const rows = regions.map((region) => {
    const { all, served } = municipalitiesServed(directory, coverage, region);
    const members = memberships.filter((each) => plain(each.region) === plain(region));
    return {
      region: cellOf(region),
      municipalities: all,
      served,
      servedPct: all === 0 ? null : Math.round((1000 * served) / all) / 10,
      providers: directory.providers.filter((each) => coverage.regionsOf(each).has(plain(region))).length,
      members: new Set(members.map(({ providerId }) => providerId)).size,
    };
  });
  return {
    id: 'regions',
    heading: { fi: 'Kattavuus maakunnittain', sv: 'Täckning per landskap' },
    notes: [
      {
        fi: 'Kunta on katettu, kun jokin tuottaja palvelee siinä tai koko sen maakunnassa. Valtakunnallinen neuvonta ei yksin kata kuntaa.',
        sv: 'En kommun är täckt när någon producent betjänar i den eller i hela dess landskap. Enbart riksomfattande rådgivning täcker inte en kommun.',
      },
    ],
    table: {
      columns: [
        termColumn(directory, 'REGION', ['Maakunta', 'Landskap']),
        column('municipalities', 'number', ['Kuntia', 'Kommuner']),
        column('served', 'number', ['Katettuja kuntia', 'Täckta kommuner']),
        column('servedPct', 'percent', ['Kattavuus', 'Täckning']),
        column('providers', 'number', ['Tuottajia', 'Producenter']),
        column('members', 'number', ['Verkoston jäseniä', 'Medlemmar i nätverket']),
      ],
      rows,
    },
    chart: { form: 'bars', label: 'region', series: ['servedPct'] },
  };
}

interface CodeView {
  readonly list: TermList;
  readonly id: string;
  readonly heading: readonly [fi: string, sv: string];
  readonly term: readonly [fi: string, sv: string];
  readonly codesOf: (provider: Provider) => readonly string[];
}

const FORMS: CodeView = {
  list: 'FORM',
  id: 'forms',
  heading: ['Tuen muodot', 'Former av stöd'],
  term: ['Muoto', 'Form'],
  codesOf: ({ forms }) => forms,
};
const GROUPS: CodeView = {
  list: 'GROUP',
  id: 'groups',
  heading: ['Kohderyhmät', 'Målgrupper'],
  term: ['Kohderyhmä', 'Målgrupp'],
  codesOf: ({ targetGroups }) => targetGroups,
};
const SECTORS: CodeView = {
  list: 'SECTOR',
  id: 'sectors',
  heading: ['Tuottajat toimialoittain', 'Producenter per sektor'],
  term: ['Toimiala', 'Sektor'],
  codesOf: ({ sector }) => [sector],
};

/** Every code that is on the list or that a provider names: one nobody offers is a gap to be seen. */
function byCode({ directory, coverage, regions }: Around, view: CodeView): Section {
  const listed = directory.terms.filter(({ list }) => list === view.list).map(({ code }) => codeAs(code));
  const named = directory.providers.flatMap((each) => view.codesOf(each).map(codeAs));
  const rows = [...new Set([...listed, ...named])].map((code) => {
    const those = directory.providers.filter((each) => view.codesOf(each).map(codeAs).includes(code));
    const reached = new Set(those.flatMap((each) => [...coverage.regionsOf(each)]));
    return {
      [view.list.toLowerCase()]: code,
      providers: those.length,
      regions: reached.size,
      regionsWithout: regions.filter((region) => !reached.has(plain(region))).length,
      nationwide: those.filter(({ area }) => area.nationwide).length,
    };
  });
  const [fi, sv] = view.heading;
  return {
    id: view.id,
    heading: { fi, sv },
    table: {
      columns: [
        termColumn(directory, view.list, view.term),
        column('providers', 'number', ['Tuottajia', 'Producenter']),
        column('regions', 'number', ['Maakuntia, joissa on', 'Landskap där det finns']),
        column('regionsWithout', 'number', ['Maakuntia, joista puuttuu', 'Landskap där det saknas']),
        column('nationwide', 'number', ['Valtakunnallisia', 'Riksomfattande']),
      ],
      rows,
    },
    chart: { form: 'bars', label: view.list.toLowerCase(), series: ['providers'] },
  };
}
