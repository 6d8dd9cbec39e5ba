import {
  type AuthorityFile,
  type AuthorityFindings,
  feesAt,
  findingsOf,
} from '#shared/domain/compliance/authority-file';
import { isVisible } from '#shared/domain/compliance/own-data';
import {
  botsSection,
  feesSection,
  guidanceSection,
  overlapsSection,
  ownDataSection,
} from '#shared/domain/compliance/sections';
import { CODES, COLUMNS, HEADINGS } from '#shared/domain/compliance/words';
import type { ReportContent, Section } from '#shared/domain/programme/report';
import type { Texts } from '#shared/domain/programme/words';

/**
 * R11: guidance and its bots, fees, own data and mobile applications, for one authority or for all of them.
 *
 * @param files the authorities it is about, in the order they are told in
 * @param of the one authority it is about; absent: all of them
 * @see domain.md 4.3; REQ-081, REQ-099, REQ-128 to REQ-136, REQ-159, REQ-167
 */
export function complianceReport(files: readonly AuthorityFile[], of?: Texts): ReportContent {
  const found = files.map(findingsOf);
  const totals = totalsOf(found);
  const open = Object.values(totals).reduce((sum, count) => sum + count, 0);
  return {
    title: titleOf(of),
    summary: of
      ? { fi: `Havaintoja on ${open}.`, sv: `Antal iakttagelser: ${open}.` }
      : {
          fi: `Havaintoja on ${open}, viranomaisia ${found.length}.`,
          sv: `Antal iakttagelser: ${open}, antal myndigheter: ${found.length}.`,
        },
    sections: [
      totalsSection(totals),
      ...(found.length > 1 ? [authoritiesSection(found)] : []),
      guidanceSection(found),
      botsSection(found),
      feesSection(found),
      ownDataSection(found),
      overlapsSection(found),
    ],
  };
}

function titleOf(of: Texts | undefined): Texts {
  const [fi, sv] = ['Neuvonta, maksut ja omat tiedot', 'Rådgivning, avgifter och egna uppgifter'];
  return of ? { fi: `${fi}: ${of.fi}`, sv: `${sv}: ${of.sv ?? of.fi}` } : { fi, sv };
}

type Totals = Readonly<Record<keyof typeof CODES.finding, number>>;

function totalsOf(found: readonly AuthorityFindings[]): Totals {
  const sum = (count: (each: AuthorityFindings) => number) => found.reduce((total, each) => total + count(each), 0);
  return {
    unguided: sum(({ unguided }) => unguided.length),
    poorBots: sum(({ poorBots }) => poorBots.length),
    blocks: sum((each) => feesAt(each, 'BLOCK')),
    warnings: sum((each) => feesAt(each, 'WARN')),
    ownDataHidden: sum(({ ownData }) => (isVisible(ownData) ? 0 : 1)),
    ownDataLate: sum(({ ownData }) => (ownData.isLate ? 1 : 0)),
    ownDataOverdue: sum(({ overdueRequests }) => overdueRequests),
    overlaps: sum(({ overlaps }) => overlaps.length),
  };
}

function totalsSection(totals: Totals): Section {
  return {
    id: 'totals',
    heading: HEADINGS.totals,
    table: {
      columns: [
        { id: 'finding', heading: COLUMNS.finding, type: 'code', codes: CODES.finding },
        { id: 'count', heading: COLUMNS.count, type: 'number' },
      ],
      rows: Object.entries(totals).map(([finding, count]) => ({ finding, count })),
    },
    chart: { form: 'bars', label: 'finding', series: ['count'] },
  };
}

function authoritiesSection(found: readonly AuthorityFindings[]): Section {
  return {
    id: 'authorities',
    heading: HEADINGS.authorities,
    table: {
      columns: [
        { id: 'authority', heading: COLUMNS.authority, type: 'texts' },
        { id: 'services', heading: COLUMNS.services, type: 'number' },
        { id: 'unguided', heading: COLUMNS.unguided, type: 'number' },
        { id: 'poorBots', heading: COLUMNS.poorBots, type: 'number' },
        { id: 'blocks', heading: COLUMNS.blocks, type: 'number' },
        { id: 'warnings', heading: COLUMNS.warnings, type: 'number' },
        { id: 'ownDataVisible', heading: COLUMNS.ownDataVisible, type: 'boolean' },
        { id: 'ownDataLate', heading: COLUMNS.isLate, type: 'boolean' },
        { id: 'overdueRequests', heading: COLUMNS.overdueRequests, type: 'number' },
        { id: 'overlaps', heading: COLUMNS.overlaps, type: 'number' },
      ],
      rows: found.map((each) => ({
        authority: each.organisation.names,
        services: each.services.length,
        unguided: each.unguided.length,
        poorBots: each.poorBots.length,
        blocks: feesAt(each, 'BLOCK'),
        warnings: feesAt(each, 'WARN'),
        ownDataVisible: isVisible(each.ownData),
        ownDataLate: each.ownData.isLate,
        overdueRequests: each.overdueRequests,
        overlaps: each.overlaps.length,
      })),
    },
  };
}
