import type { Language } from '#shared/domain/message/hub-fields';
import { EN } from '#web/texts/own-data-en';
import { FI, type OwnDataTexts } from '#web/texts/own-data-fi';
import { SV } from '#web/texts/own-data-sv';

/** What the pages of own data say, by language. */
export const OWN_DATA_TEXTS: Readonly<Record<Language, OwnDataTexts>> = { fi: FI, sv: SV, en: EN };
