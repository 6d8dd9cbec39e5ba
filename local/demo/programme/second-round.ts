import { AUTHORITIES, type Authority } from '#local/demo/programme/organisations';
import { type Days, type ImportBody, type ImportRow, everyNth } from '#local/demo/programme/rows';
import { pick } from '#local/demo/programme/services';

type Service = ImportRow<'services'>;

const NEW_FORMS = [
  'valvontamaksun ilmoitus|anmälan om tillsynsavgift',
  'maksuajan hakemus|ansökan om betalningstid',
  'tietopyyntö|begäran om uppgifter',
] as const;

/**
 * The next round of the survey, a year later, invented as all of it: some services are gone, others are new, and more is done
 * digitally. What the first round was told of stays as it was.
 */
export function secondRound(first: ImportBody, firstRoundId: string, { day, year }: Days): ImportBody {
  const roundId = `tiekartta-${year(2020)}`;
  const asked = (first.services ?? []).filter((_, at) => at % 12 !== 7);
  const owners = new Set(asked.map(({ organisationId }) => organisationId));
  const fresh = everyNth(
    AUTHORITIES.filter(({ id }) => owners.has(id)),
    2,
  ).flatMap((authority, at) => newServices(authority, { at, roundId, day }));
  const all: readonly Service[] = [...asked, ...fresh];
  return {
    'survey-rounds': [roundOf(roundId, firstRoundId, { day, year })],
    services: [...asked.map((row) => ({ ...row, surveyRounds: [...(row.surveyRounds ?? []), roundId] })), ...fresh],
    volumes: everyNth(all, 4)
      .concat(everyNth(all, 4, 1))
      .map(volumeOf(year(2020))),
    'survey-answers': everyNth(all, 3).map(({ id, organisationId }, at) => ({
      id: `vastaus-${year(2020)}-${id}`,
      roundId,
      organisationId,
      serviceId: id,
      answeredOn: day('2020-10-20'),
      answers: { esteet: pick(['laki', 'osaaminen', 'ei-mikaan'], at), valmis: at % 3 !== 0 },
    })),
  };
}

function roundOf(id: string, before: string, { day, year }: Days): ImportRow<'survey-rounds'> {
  return {
    id,
    year: year(2020),
    names: { fi: 'Tiekartan toinen kysely', sv: 'Vägkartans andra enkät' },
    collector: 'tiedonkeruu',
    openedOn: day('2020-10-01'),
    closedOn: day('2020-10-30'),
    coversFrom: year(2020),
    coversTo: year(2023),
    recipientGroups: ['Edellisen kyselyn palvelujen yhteyshenkilöt'],
    previousRound: { id: before, year: year(2019) },
    questions: [
      {
        id: 'esteet',
        text: { fi: 'Mikä hidastaa siirtymää?', sv: 'Vad fördröjer övergången?' },
        kind: 'CHOICE',
        choices: ['laki', 'raha', 'osaaminen', 'ei-mikaan'],
      },
      { id: 'valmis', text: { fi: 'Onko palvelu valmis?', sv: 'Är tjänsten färdig?' }, kind: 'YES_NO' },
    ],
    answersPublic: true,
  };
}

interface Place {
  readonly at: number;
  readonly roundId: string;
  readonly day: Days['day'];
}

function newServices({ id, matter }: Authority, { at, roundId, day }: Place): readonly Service[] {
  const [fi = '', sv = ''] = pick(NEW_FORMS, at).split('|');
  const [business, person] = at % 3 === 0 ? (['IN_DEVELOPMENT', 'IN_USE'] as const) : (['IN_USE', 'IN_USE'] as const);
  return [
    {
      id: `${id}-uusi`,
      organisationId: id,
      names: { fi: `${matter.fi}: ${fi}`, sv: `${matter.sv}: ${sv}` },
      offerings: [
        { targetGroup: 'BUSINESS', status: business, digitalDegree: 90 },
        { targetGroup: 'PERSON', status: person, digitalDegree: 80 },
      ],
      businessEvents: ['permits'],
      lifeEvents: ['housing'],
      guidanceChannels: ['CHAT', 'PHONE'],
      languages: ['fi', 'sv'],
      proposedAt: day('2020-09-15'),
      managementDecision: { date: day('2020-09-01'), diaryReference: `${id.toUpperCase()}/7/2020` },
      surveyRounds: [roundId],
    },
  ];
}

function volumeOf(year: number) {
  return ({ id }: Service, at: number): ImportRow<'volumes'> => ({
    id: `${id}-${year}`,
    serviceId: id,
    year,
    total: 80_000 + at * 250,
    ...(at % 7 === 3 ? {} : { split: splitOf(80_000 + at * 250) }),
    method: at % 4 === 0 ? 'ESTIMATED' : 'MEASURED',
  });
}

function splitOf(total: number) {
  const [paper, visit, phone] = [0.07, 0.04, 0.03].map((share) => Math.round(total * share));
  return { electronic: total - (paper ?? 0) - (visit ?? 0) - (phone ?? 0), paper, visit, phone };
}
