import { type Citation, citationOf, citesSame } from '#shared/domain/message/citation';
import type { Obstacle } from '#shared/domain/programme/registry/exceptions';
import type { Cell, ReportContent, Section } from '#shared/domain/programme/report';
import type { Row } from '#shared/domain/programme/row';
import type { Texts } from '#shared/domain/programme/words';
import { type Words, codeColumn, column, sectionOf } from '#shared/domain/traffic/reports/columns';
import type { StatuteMonth } from '#shared/domain/traffic/service-month';

/** What R6 is made from. */
export interface ObstacleMaterial {
  readonly obstacles: readonly Row<Obstacle>[];
  /** Hits of the quarter. */
  readonly statutes: readonly StatuteMonth[];
  readonly nameOf: (organisationId: string) => Texts;
  /** The ministry it is for; absent: all. */
  readonly ministry?: string;
}

const TYPES: Readonly<Record<Obstacle['type'], Words>> = {
  PHYSICAL_VISIT: ['Käynti paikalla', 'Personligt besök'],
  PAPER_SIGNATURE: ['Allekirjoitus paperilla', 'Underskrift på papper'],
  PAPER_ONLY_DELIVERY: ['Toimitus vain paperilla', 'Leverans endast på papper'],
  OTHER: ['Muu', 'Annat'],
};

const STATES: Readonly<Record<Obstacle['state'], Words>> = {
  IDENTIFIED: ['Tunnistettu', 'Identifierat'],
  IN_DRAFTING: ['Valmistelussa', 'Under beredning'],
  BILL: ['Hallituksen esitys', 'Proposition'],
  IN_FORCE: ['Muutos voimassa', 'Ändringen i kraft'],
  REJECTED: ['Hylätty', 'Förkastat'],
};

/**
 * R6: statutes that keep services on paper or at a desk, how many messages each has kept on paper in the quarter, and how
 * far their repeal has come. What senders have named and nobody has entered stands below, so that no hit is missing.
 *
 * @see REQ-041, REQ-042, REQ-175, REQ-196, TR-20, domain.md 4.3
 */
export function obstacleReport(material: ObstacleMaterial): ReportContent {
  const { obstacles, statutes, ministry } = material;
  const theirs = obstacles
    .filter(({ responsibleMinistry }) => ministry === undefined || responsibleMinistry === ministry)
    .toSorted((a, b) => (`${a.statute} ${a.id}` < `${b.statute} ${b.id}` ? -1 : 1));
  const hits = sumHits(statutes);
  const unlisted =
    ministry === undefined ? statutes.filter((each) => !obstacles.some((one) => isHitBy(one, each))) : [];
  return {
    title: { fi: 'Lainsäädännön esteet', sv: 'Hinder i lagstiftningen' },
    summary: {
      fi: `Esteitä on kirjattu ${theirs.length}. Säädökset pitivät neljänneksen aikana paperilla ${hits} viestiä.`,
      sv: `Hinder har antecknats ${theirs.length}. Författningar höll ${hits} meddelanden på papper under kvartalet.`,
    },
    sections: [listed(theirs, material), ...(unlisted.length > 0 ? [unlistedSection(unlisted)] : [])],
  };
}

function listed(obstacles: readonly Row<Obstacle>[], { statutes, nameOf }: ObstacleMaterial): Section {
  const rows = obstacles.map((each): Record<string, Cell> => {
    const { statute, section, type, services, responsibleMinistry, state, proposedChange } = each;
    return {
      statute,
      section: section ?? null,
      type,
      services: services.length,
      hits: sumHits(statutes.filter((hit) => isHitBy(each, hit))),
      ministry: responsibleMinistry === undefined ? null : nameOf(responsibleMinistry),
      state,
      proposedChange: proposedChange ?? null,
    };
  });
  const columns = [
    column('statute', 'text', ['Säädös', 'Författning']),
    column('section', 'text', ['Pykälä', 'Paragraf']),
    codeColumn('type', ['Este', 'Hinder'], TYPES),
    column('services', 'number', ['Palveluja', 'Tjänster']),
    column('hits', 'number', ['Paperilla pidettyjä viestejä', 'Meddelanden som hållits på papper']),
    column('ministry', 'texts', ['Vastuuministeriö', 'Ansvarigt ministerium']),
    codeColumn('state', ['Tila', 'Läge'], STATES),
    column('proposedChange', 'text', ['Ehdotettu muutos', 'Föreslagen ändring']),
  ];
  const notes: readonly Words[] = [
    [
      'Viestit lasketaan säädökselle, jonka lähettäjä on nimennyt. Viesti, jossa pykälää ei ole nimetty, lasketaan säädöksen jokaiselle riville.',
      'Meddelanden räknas till den författning som avsändaren har angett. Ett meddelande utan paragraf räknas till varje rad i författningen.',
    ],
  ];
  const chart = { form: 'bars' as const, label: 'statute', also: 'section', series: ['hits'] };
  return sectionOf(['obstacles', 'Esteet', 'Hinder'], { columns, rows }, { notes, chart });
}

/** Statutes as senders cite them; words that cite none that can be told are one line without a name. */
function unlistedSection(statutes: readonly StatuteMonth[]): Section {
  const byName = Map.groupBy(statutes, ({ statute }) => statute ?? '');
  const rows = [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([statute, each]) => ({
      statute: statute === '' ? null : statute,
      services: new Set(each.map(({ serviceId }) => serviceId)).size,
      hits: sumHits(each),
    }));
  const columns = [
    column('statute', 'text', ['Säädös', 'Författning']),
    column('services', 'number', ['Viestipalveluja', 'Meddelandetjänster']),
    column('hits', 'number', ['Paperilla pidettyjä viestejä', 'Meddelanden som hållits på papper']),
  ];
  const heading = [
    'unlisted',
    'Säädökset, joita ei ole kirjattu esteiksi',
    'Författningar som inte antecknats som hinder',
  ] as const;
  return sectionOf(heading, { columns, rows });
}

/** Whether a hit is of the statute of an obstacle, and of its section where both name one. */
function isHitBy(obstacle: Obstacle, { statute }: StatuteMonth): boolean {
  const own = citationIn(obstacle);
  return own !== undefined && statute !== undefined && citesSame(own, statute);
}

/** People write `19`, `19 §` or `§ 19`. */
function citationIn({ statute, section }: Obstacle): Citation | undefined {
  if (section === undefined) return citationOf(statute);
  return citationOf(`${statute} ${section.includes('§') ? section : `§ ${section}`}`);
}

function sumHits(statutes: readonly StatuteMonth[]): number {
  return statutes.reduce((sum, { hits }) => sum + hits, 0);
}
