import type { Service } from '#shared/domain/programme/registry/service';
import type { Texts } from '#shared/domain/programme/words';

/** What a bot that gives guidance must do (domain.md 3.8). */
export const BOT_CHECKS = {
  HUMAN_HANDOVER: {
    fi: 'Asiakas pääsee ihmisen palveltavaksi',
    sv: 'Kunden kan få betjäning av en människa',
    en: 'The customer is handed over to a person',
  },
  DISCLOSURE: {
    fi: 'Asiakkaalle kerrotaan, että vastaaja on automaatti',
    sv: 'Kunden får veta att svaren ges automatiskt',
    en: 'The customer is told that the answers are automatic',
  },
  CONTENT_CHECKED: {
    fi: 'Vastausten sisältö on tarkistettu',
    sv: 'Svarens innehåll har granskats',
    en: 'The content of the answers has been checked',
  },
  TRANSCRIPT: {
    fi: 'Asiakas saa keskustelun tallennettua',
    sv: 'Kunden kan spara samtalet',
    en: 'The customer can save the transcript',
  },
  NAMED_OWNER: {
    fi: 'Botilla on nimetty vastuutaho',
    sv: 'Boten har en namngiven ansvarig',
    en: 'The bot has a named owner',
  },
  NO_DECISIONS: {
    fi: 'Botti ei tee päätöksiä',
    sv: 'Boten fattar inga beslut',
    en: 'The bot makes no decisions',
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
