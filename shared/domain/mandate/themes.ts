import * as z from 'zod/mini';
import type { Language } from '#shared/domain/message/hub-fields';

/**
 * What a mandate is for (issue code of Suomi.fi e-Authorizations). MAILBOX: the mail of the principal. OWN_DATA: to ask
 * authorities, and the hub, for what they hold on the principal.
 *
 * @see REQ-124, REQ-125, REQ-160
 */
export const theme = z.enum(['MAILBOX', 'OWN_DATA']);
export type Theme = z.infer<typeof theme>;

/** Themes that are in use where an operator says nothing: the one for own data is not defined yet (REQ-124, REQ-161). */
export const THEMES_AS_DELIVERED: readonly Theme[] = ['MAILBOX'];

/** What somebody may do whose mandate does not cover what they ask for. */
export const WHEN_NOT_COVERED: Readonly<Record<Language, string>> = {
  fi: 'Valtuuttaja voi tehdä tämän itse tunnistautumalla tai palvelupisteessä. Omien tietojen pyytämiseen toisen puolesta ei ole vielä valtuutta: pyynnön tekee henkilö itse tai valtakirjalla suoraan viranomaiselle.',
  sv: 'Huvudmannen kan göra detta själv efter identifiering eller vid ett serviceställe. Det finns ännu ingen fullmakt för att begära någon annans uppgifter: personen begär dem själv, eller med skriftlig fullmakt direkt hos myndigheten.',
  en: 'The person the mandate was given by can do this after identification or at a service point. There is no mandate yet for asking for the data of another: the person asks for it, or a letter of attorney is shown to the authority itself.',
};
