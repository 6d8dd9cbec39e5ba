import type { Cell, Column, ReportContent, Section } from '#shared/domain/programme/report';
import { type ReportLanguage, type Texts, told } from '#shared/domain/programme/words';
import { offeringStatus, targetGroup } from '#shared/domain/programme/registry/service';
import type { RoadmapDataset, RoadmapEntry } from '#shared/domain/roadmap/dataset';
import { GROUP_NAMES, ROADMAP_WORDS, STATUS_NAMES } from '#shared/domain/roadmap/roadmap-words';
import { businessCounter } from '#shared/domain/roadmap/search';
import { numberText } from '#shared/kernel/formats';

/** Report R4: the roadmap as tables, in Finnish, Swedish and English (REQ-016, REQ-227, REQ-269). */
export function roadmapReport(dataset: RoadmapDataset): ReportContent {
  const { entries } = dataset;
  const isInUse = ({ offerings }: RoadmapEntry) => offerings.some(({ status }) => status === 'IN_USE');
  const [all, inUse] = [numberText(entries.length), numberText(entries.filter(isInUse).length)];
  return {
    title: ROADMAP_WORDS.title,
    summary: {
      fi: `Tiekartalla on ${all} palvelua, joista ${inUse} on käytössä.`,
      sv: `Färdplanen har ${all} tjänster, av vilka ${inUse} är i bruk.`,
      en: `The roadmap has ${all} services, of which ${inUse} are in use.`,
    },
    sections: [byStatus(dataset), byBusinessEvent(dataset), servicesSection(dataset, entries)],
  };
}

const column = {
  status: { id: 'status', heading: ROADMAP_WORDS.status, type: 'code', codes: STATUS_NAMES },
  group: { id: 'targetGroup', heading: ROADMAP_WORDS.group, type: 'code', codes: GROUP_NAMES },
} as const satisfies Record<string, Column>;

function byStatus({ entries }: RoadmapDataset): Section {
  const offerings = entries.flatMap((entry) => entry.offerings);
  const groups = [...targetGroup.options].reverse();
  return {
    id: 'byStatus',
    heading: { fi: 'Palvelut vaiheittain', sv: 'Tjänster efter skede', en: 'Services by status' },
    table: {
      columns: [
        column.status,
        ...groups.map((group): Column => ({ id: group.toLowerCase(), heading: GROUP_NAMES[group], type: 'number' })),
      ],
      rows: offeringStatus.options
        .filter((status) => status !== 'RETIRED')
        .map((status) => ({
          status,
          ...Object.fromEntries(
            groups.map((group) => [
              group.toLowerCase(),
              offerings.filter((each) => each.status === status && each.targetGroup === group).length,
            ]),
          ),
        })),
    },
    chart: { form: 'stacked', label: 'status', series: groups.map((group) => group.toLowerCase()) },
  };
}

function byBusinessEvent(dataset: RoadmapDataset): Section {
  return {
    id: 'byBusinessEvent',
    heading: { fi: 'Yrityksen tilanteet', sv: 'Företagets situationer', en: 'Situations of a business' },
    table: {
      columns: [
        { id: 'event', heading: ROADMAP_WORDS.event, type: 'code', codes: dataset.businessEvents },
        { id: 'services', heading: ROADMAP_WORDS.services, type: 'number' },
      ],
      rows: businessCounter(dataset).map(({ code, services }) => ({ event: code, services })),
    },
    chart: { form: 'bars', label: 'event', series: ['services'] },
  };
}

/** One row for each offering of the services. */
export function servicesSection(dataset: RoadmapDataset, entries: readonly RoadmapEntry[]): Section {
  return {
    id: 'services',
    heading: ROADMAP_WORDS.services,
    table: { columns: SERVICE_COLUMNS, rows: entries.flatMap((entry) => rowsOf(entry, dataset)) },
  };
}

const SERVICE_COLUMNS: Column[] = [
  { id: 'service', heading: { fi: 'Palvelu', sv: 'Tjänst', en: 'Service' }, type: 'texts' },
  { id: 'authority', heading: ROADMAP_WORDS.authority, type: 'texts' },
  column.group,
  column.status,
  { id: 'availableFrom', heading: { fi: 'Saatavilla', sv: 'Tillgänglig', en: 'Available from' }, type: 'date' },
  { id: 'businessEvents', heading: ROADMAP_WORDS.businessEvents, type: 'texts' },
  { id: 'lifeEvents', heading: ROADMAP_WORDS.lifeEvents, type: 'texts' },
  { id: 'hasApi', heading: ROADMAP_WORDS.hasApi, type: 'boolean' },
  { id: 'address', heading: ROADMAP_WORDS.useOnline, type: 'link' },
  { id: 'ptv', heading: ROADMAP_WORDS.description, type: 'link', aside: true },
  { id: 'serviceId', heading: { fi: 'Tunnus', sv: 'Beteckning', en: 'Id' }, type: 'text', aside: true },
];

function rowsOf(entry: RoadmapEntry, dataset: RoadmapDataset): Record<string, Cell>[] {
  const { serviceId, names, authority, hasApi, address, ptv } = entry;
  return entry.offerings.map((offering) => ({
    service: names,
    authority: authority.names,
    targetGroup: offering.targetGroup,
    status: offering.status,
    availableFrom: offering.availableFrom === undefined ? null : String(offering.availableFrom),
    businessEvents: listed(entry.businessEvents, dataset.businessEvents),
    lifeEvents: listed(entry.lifeEvents, dataset.lifeEvents),
    hasApi,
    address: address ?? null,
    ptv: ptv?.address ?? null,
    serviceId,
  }));
}

/** Names of some codes in one text for each language. */
function listed(codes: readonly string[], list: Readonly<Record<string, Texts>>): Cell {
  if (codes.length === 0) return null;
  const namesIn = (language: ReportLanguage) =>
    codes.map((code) => told(list[code] ?? { fi: code }, language).text).join(', ');
  return { fi: namesIn('fi'), sv: namesIn('sv'), en: namesIn('en') };
}
