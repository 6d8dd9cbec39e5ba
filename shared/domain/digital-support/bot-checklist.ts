import type { Service } from '#shared/domain/programme/registry/service';
import type { Texts } from '#shared/domain/programme/words';

/** What a bot that gives guidance must have (domain.md 3.8), in the words that say it lacks it. */
export const BOT_CHECKS = {
  HUMAN_HANDOVER: {
    fi: 'Ohjaus ihmisen palveltavaksi',
    sv: 'Hänvisning till en människa',
    en: 'Handing over to a person',
  },
  DISCLOSURE: {
    fi: 'Tieto siitä, että vastaaja on automaatti',
    sv: 'Upplysning om att svaren ges automatiskt',
    en: 'Telling that the answers are automatic',
  },
  CONTENT_CHECKED: {
    fi: 'Vastausten sisällön tarkistus',
    sv: 'Granskning av svarens innehåll',
    en: 'A check of the content of the answers',
  },
  TRANSCRIPT: {
    fi: 'Keskustelun tallennus asiakkaalle',
    sv: 'Möjlighet för kunden att spara samtalet',
    en: 'A transcript for the customer',
  },
  NAMED_OWNER: {
    fi: 'Nimetty vastuutaho',
    sv: 'Namngiven ansvarig',
    en: 'A named owner',
  },
  NO_DECISIONS: {
    fi: 'Varmuus siitä, ettei botti tee päätöksiä',
    sv: 'Säkerhet om att boten inte fattar beslut',
    en: 'Certainty that the bot makes no decisions',
  },
} as const satisfies Record<string, Texts>;

export type BotCheck = keyof typeof BOT_CHECKS;

/**
 * Checks a service's bot fails: what is not told of it is not met.
 *
 * @returns in the order of the list; empty when all are met
 * @see REQ-096, REQ-099, REQ-223
 */
export function failedBotChecks(bot: NonNullable<Service['bot']>): readonly BotCheck[] {
  const failed: Readonly<Record<BotCheck, boolean>> = {
    HUMAN_HANDOVER: bot.handsOver !== true,
    DISCLOSURE: bot.disclosesAutomation !== true,
    CONTENT_CHECKED: bot.contentCheckedOn === undefined,
    TRANSCRIPT: bot.givesTranscript !== true,
    NAMED_OWNER: bot.owner === undefined,
    NO_DECISIONS: bot.decides !== false,
  };
  return CHECKS.filter((check) => failed[check]);
}

const CHECKS = Object.keys(BOT_CHECKS).filter((name): name is BotCheck => name in BOT_CHECKS);
