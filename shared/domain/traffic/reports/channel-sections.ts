import type { ProgrammeCalendar } from '#shared/domain/programme/calendar';
import type { Section } from '#shared/domain/programme/report';
import type { TargetGroup } from '#shared/domain/programme/registry/service';
import type { Texts } from '#shared/domain/programme/words';
import { type CostPool, costOf, costsNotEntered, ratesOf, totalOf } from '#shared/domain/traffic/figures';
import { GROUP, type Words, column, sectionOf } from '#shared/domain/traffic/reports/columns';
import { type Counts, PAPER_CAUSES } from '#shared/domain/traffic/service-month';
import { toldCounts } from '#shared/domain/traffic/suppress';

/** What one line of the report is of: an authority, or one of its services, to one group. */
export interface ChannelLine {
  readonly name: Texts;
  readonly group: TargetGroup;
  readonly counts: Counts;
}

type Limits = Pick<ProgrammeCalendar, 'suppressionLimit' | 'unitCosts'>;

const OF_PEOPLE: Words = [
  'Henkilöitä koskevat alle raja-arvon jäävät luvut ja niistä pääteltävissä olevat luvut jätetään kertomatta.',
  'Tal om personer som understiger gränsvärdet, och tal som skulle röja dem, anges inte.',
];
const OF_A_MONTH: Words = [
  'Lähetyksen kanava ja syy ovat ensimmäisen päätöksen mukaisia; myöhemmät tapahtumat lasketaan kuukauteen, jona ne tapahtuivat.',
  'Kanal och orsak är enligt det första beslutet; senare händelser räknas till den månad då de inträffade.',
];

const NUMBERS = ['deliveries', 'electronic', 'letter', 'receiptLetter', 'manual', 'undeliverable'] as const;

/** Volumes by channel. @param of what the lines are of, in words */
export function volumesSection(lines: readonly ChannelLine[], of: Words, limits: Limits): Section {
  const rows = lines.map(({ name, group, counts }) => {
    const told = toldCounts(counts, group, limits);
    const numbers = Object.fromEntries(NUMBERS.map((measure) => [measure, told(measure)]));
    return { name, group, ...numbers, electronicSharePct: ratesOf(told).electronicSharePct };
  });
  const columns = [
    column('name', 'texts', of),
    GROUP,
    column('deliveries', 'number', ['Lähetyksiä', 'Försändelser']),
    column('electronic', 'number', ['Sähköisesti', 'Elektroniskt']),
    column('letter', 'number', ['Kirjeitä', 'Brev']),
    column('receiptLetter', 'number', ['Saantitodistuskirjeitä', 'Brev mot mottagningsbevis']),
    column('manual', 'number', ['Virkailijalle', 'Till handläggare']),
    column('undeliverable', 'number', ['Ei toimitettavissa', 'Kan inte levereras']),
    column('electronicSharePct', 'percent', ['Sähköisiä', 'Elektroniska']),
  ];
  const chart = {
    form: 'stacked' as const,
    label: 'name',
    also: 'group',
    series: ['electronic', 'letter', 'receiptLetter'],
  };
  const heading = ['channels', 'Kanavat ja toimitus', 'Kanaler och leverans'] as const;
  return sectionOf(heading, { columns, rows }, { notes: [OF_A_MONTH, OF_PEOPLE], chart });
}

/** What became of them, in per cent. */
export function ratesSection(lines: readonly ChannelLine[], of: Words, limits: Limits): Section {
  const rows = lines.map(({ name, group, counts }) => ({
    name,
    group,
    ...ratesOf(toldCounts(counts, group, limits)),
  }));
  const columns = [
    column('name', 'texts', of),
    GROUP,
    column('consentCoveragePct', 'percent', ['Suostumus voimassa', 'Samtycke i kraft']),
    column('mailboxCoveragePct', 'percent', ['Postilaatikko', 'Postlåda']),
    column('fallbackRatePct', 'percent', ['Siirtynyt kirjeeksi', 'Övergått till brev']),
    column('undeliverableRatePct', 'percent', ['Ei toimitettavissa, osuus', 'Kan inte levereras, andel']),
    column('obligationNotMetRatePct', 'percent', ['Velvoite täyttämättä', 'Skyldigheten ej uppfylld']),
    column('windowExpiryRatePct', 'percent', ['Määräaika umpeutunut', 'Tidsfristen löpt ut']),
    column('unopenedRatePct', 'percent', ['Avaamatta', 'Oöppnade']),
  ];
  return sectionOf(['rates', 'Osuudet', 'Andelar'], { columns, rows });
}

const CAUSES: Readonly<Record<(typeof PAPER_CAUSES)[number], Words>> = {
  paperNoConsent: ['Ei suostumusta', 'Inget samtycke'],
  paperNoMailbox: ['Ei käytettävää postilaatikkoa', 'Ingen användbar postlåda'],
  paperStatute: ['Säädös', 'Författning'],
  paperException: ['Poikkeus', 'Undantag'],
  paperPhase: ['Vaihe ei avoinna', 'Fasen inte öppen'],
  paperChoice: ['Vastaanottajan valinta', 'Mottagarens val'],
  paperOutage: ['Häiriö', 'Driftstörning'],
  paperNotDigital: ['Palvelu ei digitaalinen', 'Tjänsten inte digital'],
  paperOther: ['Muu syy', 'Annan orsak'],
};

/** What is still on paper, by its cause. */
export function causesSection(lines: readonly ChannelLine[], of: Words, limits: Limits): Section {
  const rows = lines.map(({ name, group, counts }) => {
    const told = toldCounts(counts, group, limits);
    return { name, group, ...Object.fromEntries(PAPER_CAUSES.map((cause) => [cause, told(cause)])) };
  });
  const columns = [
    column('name', 'texts', of),
    GROUP,
    ...PAPER_CAUSES.map((cause) => column(cause, 'number', CAUSES[cause])),
  ];
  const chart = { form: 'stacked' as const, label: 'name', also: 'group', series: [...PAPER_CAUSES] };
  return sectionOf(
    ['paper', 'Jäljellä oleva paperi syyn mukaan', 'Återstående papper efter orsak'],
    { columns, rows },
    { chart },
  );
}

const POOLS: Readonly<Record<CostPool, Words>> = {
  electronic: ['Sähköiset', 'Elektroniska'],
  letter: ['Kirjeet', 'Brev'],
  receiptLetter: ['Saantitodistuskirjeet', 'Brev mot mottagningsbevis'],
};

/** What is not known because nobody has entered what one message costs. */
function notEntered(pools: readonly CostPool[]): readonly Words[] {
  if (pools.length === 0) return [];
  const [fi, sv] = [0, 1].map((language) =>
    pools.map((pool) => (POOLS[pool][language] ?? '').toLowerCase()).join(', '),
  );
  return [
    [
      `Yksikkökustannusta ei ole yleisessä hinnastossa eikä ohjelman kalenterissa (${fi ?? ''}), joten kustannusta ja yhteissummaa ei tiedetä.`,
      `Styckkostnaden finns varken i den allmänna prislistan eller i programmets kalender (${sv ?? ''}), så kostnaden och totalsumman är inte kända.`,
    ],
  ];
}

/** Cost by pool, by unit costs. */
export function costsSection(lines: readonly ChannelLine[], of: Words, limits: Limits): Section {
  const rows = lines.map(({ name, group, counts }) => {
    const cost = costOf(toldCounts(counts, group, limits), limits);
    return { name, group, ...cost, totalCents: totalOf(cost) };
  });
  const columns = [
    column('name', 'texts', of),
    GROUP,
    column('electronicCents', 'money', POOLS.electronic),
    column('letterCents', 'money', POOLS.letter),
    column('receiptLetterCents', 'money', POOLS.receiptLetter),
    column('totalCents', 'money', ['Yhteensä', 'Totalt']),
  ];
  const notes: readonly Words[] = [
    ...notEntered(costsNotEntered(limits)),
    [
      'Kustannus on postilaatikkoon toimitettujen viestien ja tulostettujen kirjeiden määrä kerrottuna yksikkökustannuksella ilman veroa: yleisen hinnaston mukaan yhden arkin kirjeenä, tai jos hintaa ei ole siinä, ohjelman kalenterin mukaan.',
      'Kostnaden är antalet meddelanden i postlådor och utskrivna brev gånger styckkostnaden utan skatt: enligt den allmänna prislistan som brev på ett ark, eller om priset saknas där, enligt programmets kalender.',
    ],
  ];
  return sectionOf(['costs', 'Kustannukset', 'Kostnader'], { columns, rows }, { notes });
}
