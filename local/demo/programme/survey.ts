import { type Days, type ImportRow, everyNth } from '#local/demo/programme/rows';
import { pick } from '#local/demo/programme/services';

const QUESTIONS = [
  { id: 'esteet', text: { fi: 'Mikä hidastaa siirtymää?', sv: 'Vad fördröjer övergången?' }, kind: 'CHOICE' },
  { id: 'valmis', text: { fi: 'Onko palvelu valmis?', sv: 'Är tjänsten färdig?' }, kind: 'YES_NO' },
  {
    id: 'yhteyshenkilo',
    text: { fi: 'Kuka vastaa kyselystä?', sv: 'Vem svarar på enkäten?' },
    kind: 'TEXT',
    contact: true,
  },
] as const;

export function surveyRounds({ day, year }: Days, roundId: string): readonly ImportRow<'survey-rounds'>[] {
  const before = `tiekartta-${year(2017)}`;
  return [
    {
      id: before,
      year: year(2017),
      names: { fi: 'Ensimmäinen tiekartta', sv: 'Den första vägkartan' },
      coversFrom: year(2017),
      coversTo: year(2021),
    },
    {
      id: roundId,
      year: year(2019),
      names: { fi: 'Tiekartan kysely', sv: 'Vägkartans enkät' },
      collector: 'tiedonkeruu',
      openedOn: day('2019-01-07'),
      closedOn: day('2019-03-01'),
      coversFrom: year(2019),
      coversTo: year(2023),
      recipientGroups: ['Vuoden 2017 palvelujen yhteyshenkilöt', 'Muut valtion organisaatiot', 'Suuret kaupungit'],
      previousRound: { year: year(2017), services: 112 },
      questions: QUESTIONS.map((each) => ({
        ...each,
        ...(each.kind === 'CHOICE' ? { choices: [...HINDRANCES] } : {}),
      })),
      answersPublic: true,
    },
  ];
}

const HINDRANCES = ['laki', 'raha', 'osaaminen', 'ei-mikaan'] as const;

export function surveyAnswers(
  { day }: Days,
  all: readonly ImportRow<'services'>[],
  roundId: string,
): readonly ImportRow<'survey-answers'>[] {
  return everyNth(all, 4).map(({ id, organisationId }, at) => ({
    id: `vastaus-${id}`,
    roundId,
    organisationId,
    serviceId: id,
    answeredOn: day('2019-02-15'),
    answers: { esteet: pick(HINDRANCES, at), valmis: at % 3 === 0, yhteyshenkilo: `digi@${organisationId}.example.fi` },
  }));
}
