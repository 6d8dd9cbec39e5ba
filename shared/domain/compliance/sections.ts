import type { AuthorityFindings } from '#shared/domain/compliance/authority-file';
import { CODES, COLUMNS, HEADINGS, NOTES, inSequence, listed } from '#shared/domain/compliance/words';
import type { Column, Section } from '#shared/domain/programme/report';
import type { Texts } from '#shared/domain/programme/words';

const AUTHORITY: Column = { id: 'authority', heading: COLUMNS.authority, type: 'texts' };
const SERVICE: Column = { id: 'service', heading: COLUMNS.service, type: 'texts' };

export function guidanceSection(found: readonly AuthorityFindings[]): Section {
  return {
    id: 'guidance',
    heading: HEADINGS.guidance,
    notes: [NOTES.guidance],
    table: {
      columns: [AUTHORITY, SERVICE, { id: 'channels', heading: COLUMNS.channels, type: 'texts' }],
      rows: found.flatMap(({ organisation, unguided }) =>
        unguided.map(({ service }) => ({
          authority: organisation.names,
          service: service.names,
          channels: listed(service.guidanceChannels ?? [], CODES.guidance),
        })),
      ),
    },
  };
}

export function botsSection(found: readonly AuthorityFindings[]): Section {
  return {
    id: 'bots',
    heading: HEADINGS.bots,
    notes: [NOTES.bots],
    table: {
      columns: [AUTHORITY, SERVICE, { id: 'missing', heading: COLUMNS.missing, type: 'texts' }],
      rows: found.flatMap(({ organisation, poorBots }) =>
        poorBots.map(({ service, botGaps }) => ({
          authority: organisation.names,
          service: service.names,
          missing: inSequence(botGaps),
        })),
      ),
    },
  };
}

export function feesSection(found: readonly AuthorityFindings[]): Section {
  return {
    id: 'fees',
    heading: HEADINGS.fees,
    notes: [NOTES.fees],
    table: {
      columns: [
        AUTHORITY,
        SERVICE,
        { id: 'level', heading: COLUMNS.level, type: 'code', codes: CODES.level },
        { id: 'code', heading: COLUMNS.code, type: 'code', codes: CODES.fee },
        { id: 'channels', heading: COLUMNS.channels, type: 'texts' },
        { id: 'rule', heading: COLUMNS.rule, type: 'texts' },
        { id: 'basis', heading: COLUMNS.basis, type: 'text' },
      ],
      rows: found.flatMap(({ organisation, services }) =>
        services.flatMap(({ service, fees }) =>
          fees.map(({ level, channels, rule, legalBasis, code }) => ({
            authority: organisation.names,
            service: service.names,
            level,
            channels: listed(channels, CODES.priced),
            rule,
            basis: legalBasis.join('; '),
            code,
          })),
        ),
      ),
    },
  };
}

/** Every authority, so that those without a link are seen beside those with one. */
export function ownDataSection(found: readonly AuthorityFindings[]): Section {
  return {
    id: 'ownData',
    heading: HEADINGS.ownData,
    notes: [NOTES.ownData],
    table: {
      columns: [
        AUTHORITY,
        { id: 'requestUrl', heading: COLUMNS.requestUrl, type: 'link' },
        { id: 'instructions', heading: COLUMNS.instructions, type: 'boolean' },
        { id: 'channels', heading: COLUMNS.ownDataChannels, type: 'texts' },
        { id: 'isDefault', heading: COLUMNS.isDefault, type: 'boolean' },
        { id: 'answeredInDays', heading: COLUMNS.answeredInDays, type: 'number' },
        { id: 'isLate', heading: COLUMNS.isLate, type: 'boolean' },
        { id: 'overdueRequests', heading: COLUMNS.overdueRequests, type: 'number' },
      ],
      rows: found.map(({ organisation, ownData, overdueRequests }) => ({
        authority: organisation.names,
        requestUrl: ownData.requestUrl ?? null,
        instructions: ownData.hasInstructions,
        channels: listed(ownData.channels, CODES.ownData),
        isDefault: ownData.isDefault,
        answeredInDays: ownData.answeredInDays ?? null,
        isLate: ownData.isLate,
        overdueRequests,
      })),
    },
  };
}

export function overlapsSection(found: readonly AuthorityFindings[]): Section {
  return {
    id: 'overlaps',
    heading: HEADINGS.overlaps,
    notes: [NOTES.overlaps],
    table: {
      columns: [
        AUTHORITY,
        { id: 'kind', heading: COLUMNS.kind, type: 'code', codes: CODES.overlap },
        SERVICE,
        { id: 'purpose', heading: COLUMNS.purpose, type: 'code', codes: CODES.purpose },
        { id: 'apps', heading: COLUMNS.apps, type: 'text' },
      ],
      rows: found.flatMap((each) =>
        each.overlaps.map(({ kind, serviceId, purpose, apps }) => ({
          authority: each.organisation.names,
          kind,
          service: serviceNamed(each, serviceId),
          purpose: purpose ?? null,
          apps: apps.join(', '),
        })),
      ),
    },
  };
}

/** An application may be entered for a service of somebody else: then its id has to do. */
function serviceNamed({ services }: AuthorityFindings, id: string | undefined): Texts | null {
  if (id === undefined) return null;
  return services.find(({ service }) => service.id === id)?.service.names ?? { fi: id };
}
