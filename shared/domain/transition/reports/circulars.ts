import type { Programme } from '#shared/domain/programme/programme';
import type { Circular } from '#shared/domain/programme/registry/follow-up';
import type { Section } from '#shared/domain/programme/report';
import type { ReportRequest } from '#shared/domain/programme/report-request';
import type { Row } from '#shared/domain/programme/row';
import { type Dossiers, dossiersOn } from '#shared/domain/transition/dossier';
import { nameIn } from '#shared/domain/transition/names';
import { byId } from '#shared/domain/transition/organisation-scope';
import { DELIVERY_STATES } from '#shared/domain/transition/reports/codes';
import { codeColumn, column, dayOf, orNull, sectionOf } from '#shared/domain/transition/reports/columns';
import { helsinkiDay } from '#shared/kernel/time';

type Delivery = Circular['deliveries'][number];

/** A letter has reached whom it was delivered to; sent alone is no proof. */
const REACHED: readonly Delivery['state'][] = ['DELIVERED', 'READ'];

/** How many letters were sent in the period, and how many authorities any of them has reached. */
export function reachOf(programme: Programme, request: ReportRequest) {
  const dossiers = dossiersOn(programme, dayOf(request));
  const sent = circularsOf(programme, request);
  const deliveries = sent.flatMap((each) => each.deliveries).filter(({ state }) => REACHED.includes(state));
  const ids = new Set(deliveries.map(({ organisationId }) => carrierIn(dossiers, organisationId)));
  const all = dossiers.all();
  return {
    circulars: sent.length,
    reached: all.filter(({ organisation }) => ids.has(organisation.id)).length,
    authorities: all.length,
  };
}

/** The letters of the period and who got each one. @see REQ-013 */
export function circularSections(programme: Programme, request: ReportRequest): readonly Section[] {
  const dossiers = dossiersOn(programme, dayOf(request));
  const sent = circularsOf(programme, request);
  return [lettersSection(sent, programme, dossiers), receiversSection(sent, dossiers)];
}

function circularsOf({ rows }: Programme, { from, to }: ReportRequest): readonly Row<Circular>[] {
  return rows.circulars
    .filter(({ sentAt }) => sentAt !== undefined && from <= helsinkiDay(sentAt) && helsinkiDay(sentAt) <= to)
    .toSorted(byId);
}

function carrierIn({ carriers }: Dossiers, id: string): string {
  return carriers.get(id)?.id ?? id;
}

const LETTER = column('circular', 'texts', ['Kirje', 'Brev']);

function lettersSection(sent: readonly Row<Circular>[], { rows }: Programme, { carriers }: Dossiers): Section {
  return sectionOf(
    ['circulars', 'Lähetetyt kirjeet', 'Skickade brev'],
    {
      columns: [
        LETTER,
        column('issuer', 'texts', ['Lähettäjä', 'Avsändare']),
        column('sentOn', 'date', ['Lähetetty', 'Skickat']),
        column('passesOn', 'texts', ['Välittää kirjettä', 'Förmedlar brevet']),
        column('audience', 'number', ['Vastaanottajia', 'Mottagare']),
        column('reached', 'number', ['Perillä', 'Framme']),
        column('failed', 'number', ['Ei perillä', 'Inte framme']),
        column('attachment', 'link', ['Ohje', 'Anvisning']),
      ],
      rows: sent.map((each) => ({
        circular: each.names,
        issuer: nameIn(carriers, each.issuer),
        sentOn: orNull(each.sentAt && helsinkiDay(each.sentAt)),
        passesOn: orNull(rows.circulars.find(({ id }) => id === each.cascadeOf)?.names),
        audience: receiversOf(each).length,
        reached: each.deliveries.filter(({ state }) => REACHED.includes(state)).length,
        failed: each.deliveries.filter(({ state }) => state === 'FAILED').length,
        attachment: orNull(each.attachment),
      })),
    },
    { chart: { form: 'stacked', label: 'circular', series: ['reached', 'failed'] } },
  );
}

function receiversOf({ audience, deliveries }: Circular): readonly string[] {
  return [...new Set([...audience, ...deliveries.map(({ organisationId }) => organisationId)])].toSorted();
}

function receiversSection(sent: readonly Row<Circular>[], { carriers }: Dossiers): Section {
  const rows = sent.flatMap((each) =>
    receiversOf(each).map((id) => {
      const delivery = each.deliveries.findLast(({ organisationId }) => organisationId === id);
      return {
        circular: each.names,
        organisation: nameIn(carriers, id),
        organisationId: id,
        state: delivery?.state ?? 'NOT_SENT',
        on: orNull(delivery?.on),
      };
    }),
  );
  return sectionOf(['receivers', 'Kirjeen saaneet', 'Mottagare av brevet'], {
    columns: [
      LETTER,
      column('organisation', 'texts', ['Viranomainen', 'Myndighet']),
      column('organisationId', 'text', ['Tunnus', 'Beteckning']),
      codeColumn('state', ['Tila', 'Läge'], DELIVERY_STATES),
      column('on', 'date', ['Päivä', 'Dag']),
    ],
    rows,
  });
}
