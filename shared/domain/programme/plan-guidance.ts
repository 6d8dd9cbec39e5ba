import type { Texts } from '#shared/domain/programme/words';

interface Instruction {
  /** JSON Pointer of the part of the plan; empty: the plan as a whole. */
  readonly pointer: string;
  readonly text: Texts;
}

/** What the ministry asks authorities to write in each part of their plan (REQ-219). */
export const PLAN_INSTRUCTIONS: readonly Instruction[] = [
  {
    pointer: '',
    text: {
      fi: 'Suunnitelmassa kerrotaan, miten ja milloin viranomainen siirtyy digitaaliseen palvelutapaan ja mitä toimenpiteitä se vaatii. Suunnitelma tehdään, vaikka lainsäädäntötyö olisi kesken.',
      sv: 'I planen anges hur och när myndigheten övergår till digitala tjänster och vilka åtgärder det kräver. Planen görs upp även om lagberedningen pågår.',
    },
  },
  {
    pointer: '/offerings',
    text: {
      fi: 'Luettele kaikki palvelut. Anna jokaiselle yrityksille tarjottavalle palvelulle tavoitepäivä, jona se on vain digitaalinen, viimeistään siirtymäajan päättyessä.',
      sv: 'Ange alla tjänster. Ge varje tjänst för företag en måldag då den är enbart digital, senast när övergångstiden slutar.',
    },
  },
  {
    pointer: '/phases',
    text: {
      fi: 'Siirtymisen voi vaiheistaa sen mukaan, miten valmiita käyttäjät ja viranomainen ovat.',
      sv: 'Övergången kan delas in i faser enligt användarnas och myndighetens beredskap.',
    },
  },
  {
    pointer: '/milestones',
    text: {
      fi: 'Aseta välitavoite jokaiselle vuodelle ja merkitse, milloin se saavutettiin.',
      sv: 'Ange ett delmål för varje år och anteckna när det uppnåtts.',
    },
  },
  {
    pointer: '/legislationObstacles',
    text: {
      fi: 'Luettele erityislainsäädännön esteet, kuten pakollinen käynti tai paperille tehtävä allekirjoitus. Jos esteitä ei ole, kirjoita NONE.',
      sv: 'Ange hindren i speciallagstiftningen, såsom krav på besök eller underskrift på papper. Om inga hinder finns, skriv NONE.',
    },
  },
  {
    pointer: '/exceptionsProposed',
    text: {
      fi: 'Ehdota poikkeuksia vain sallituilla perusteilla. Vähäinen käyttö ei ole peruste.',
      sv: 'Föreslå undantag endast på tillåtna grunder. Liten användning är ingen grund.',
    },
  },
  {
    pointer: '/feeTiers',
    text: {
      fi: 'Kerro, miten maksujen porrastus kanavittain ohjaa käyttämään digitaalista palvelua.',
      sv: 'Ange hur graderade avgifter för olika kanaler styr till den digitala tjänsten.',
    },
  },
  {
    pointer: '/businessInvolvement',
    text: {
      fi: 'Kerro, miten yritykset ovat mukana suunnittelussa ja testauksessa.',
      sv: 'Ange hur företagen deltar i planering och testning.',
    },
  },
  {
    pointer: '/burdenReduction',
    text: {
      fi: 'Arvioi, paljonko hallinnollinen taakka vähenee. Arvio ei ole valintakriteeri.',
      sv: 'Uppskatta hur mycket den administrativa bördan minskar. Uppskattningen är inget urvalskriterium.',
    },
  },
];
