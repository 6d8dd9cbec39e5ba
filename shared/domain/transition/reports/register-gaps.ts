import type { Service } from '#shared/domain/programme/registry/service';
import type { Row } from '#shared/domain/programme/row';
import type { Section } from '#shared/domain/programme/report';
import type { Dossier } from '#shared/domain/transition/dossier';
import { guidanceOf } from '#shared/domain/transition/guidance';
import { plannedServices } from '#shared/domain/transition/targets';
import { codeColumn, column, sectionOf } from '#shared/domain/transition/reports/columns';

const GAPS = {
  PTV_ID: { fi: 'Palvelutietovarannon tunnus puuttuu', sv: 'Beteckning i Servicedatalagret saknas' },
  VOLUME: { fi: 'Asiointimäärä puuttuu', sv: 'Ärendevolym saknas' },
  SPLIT: { fi: 'Kanavajakauma puuttuu', sv: 'Fördelning på kanaler saknas' },
  GUIDANCE: {
    fi: 'Ensisijainen neuvontakanava (chat, chattibotti tai puhelin) puuttuu',
    sv: 'Primär rådgivningskanal (chatt, chattbot eller telefon) saknas',
  },
  SUPPORT_FORMS: { fi: 'Tukimuodot määrittelemättä', sv: 'Stödformerna är inte fastställda' },
  OWN_DATA_LINK: { fi: 'Linkki omien tietojen pyyntöön puuttuu', sv: 'Länk till begäran om egna uppgifter saknas' },
};
type Gap = keyof typeof GAPS;

/** What the registers do not know of the services of an authority. @see REQ-081, REQ-088, REQ-159, REQ-247, REQ-248 */
export function registerGapsSection(dossier: Dossier): Section {
  const volumes = volumesKnown(dossier);
  const ofServices = plannedServices(dossier).flatMap((service) =>
    gapsOf(service, volumes).map((gap) => ({ gap, service: service.names, serviceId: service.id })),
  );
  const asked = dossier.organisation.ownData?.requestUrl !== undefined;
  return sectionOf(['registerGaps', 'Puutteet palvelujen tiedoissa', 'Brister i tjänsternas uppgifter'], {
    columns: [
      codeColumn('gap', ['Mikä puuttuu', 'Vad som saknas'], GAPS),
      column('service', 'texts', ['Palvelu', 'Tjänst']),
      column('serviceId', 'text', ['Tunnus', 'Beteckning']),
    ],
    rows: [...ofServices, ...(asked ? [] : [{ gap: 'OWN_DATA_LINK', service: null, serviceId: null }])],
  });
}

function gapsOf(service: Row<Service>, { totals, splits }: Known): readonly Gap[] {
  const isInUse = service.offerings.some(({ status }) => status === 'IN_USE');
  const missing: Readonly<Partial<Record<Gap, boolean>>> = {
    PTV_ID: service.ptvId === undefined,
    VOLUME: isInUse && !totals.has(service.id),
    SPLIT: isInUse && totals.has(service.id) && !splits.has(service.id),
    GUIDANCE: guidanceOf(service) === 'NON_COMPLIANT',
    SUPPORT_FORMS: (service.supportForms ?? []).length === 0,
  };
  return GAP_NAMES.filter((gap) => missing[gap] === true);
}

const GAP_NAMES: readonly Gap[] = ['PTV_ID', 'VOLUME', 'SPLIT', 'GUIDANCE', 'SUPPORT_FORMS'];

/** Services whose transactions are told of one of the last two whole years. */
interface Known {
  readonly totals: ReadonlySet<string>;
  readonly splits: ReadonlySet<string>;
}

const YEARS = 2;

function volumesKnown({ day, volumes }: Dossier): Known {
  const since = Number(day.slice(0, 4)) - YEARS;
  const recent = volumes.filter(({ year, total }) => year >= since && total !== undefined);
  return {
    totals: new Set(recent.map(({ serviceId }) => serviceId)),
    splits: new Set(recent.filter(({ split }) => split !== undefined).map(({ serviceId }) => serviceId)),
  };
}
