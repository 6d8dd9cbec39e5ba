import type { Language } from '#shared/domain/message/hub-fields';
import { EN } from '#web/texts/en';
import { FI, type Texts } from '#web/texts/fi';
import { SV } from '#web/texts/sv';

/** What the pages say, by language. */
export const TEXTS: Readonly<Record<Language, Texts>> = { fi: FI, sv: SV, en: EN };

/** Names of languages in themselves. */
export const OWN_NAMES: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };
