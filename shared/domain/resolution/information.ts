import type { OpenAddressee } from '#shared/domain/message/addressee';
import type { Language } from '#shared/domain/message/hub-fields';
import type { MessageContent } from '#shared/domain/message/message';

interface Words {
  readonly title: string;
  readonly text: (principal: string | undefined) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  fi: {
    title: 'Tieto päämiehellesi toimitetusta asiakirjasta',
    text: (principal) =>
      `Viranomainen on lähettänyt asiakirjan, jonka se antaa tiedoksi päämiehellesi${named(principal)} itselleen. ` +
      'Saat tästä tiedon asiamiehenä. Tämä viesti ei sisällä asiakirjaa, eikä siitä ala kulua määräaika. ' +
      'Kysy asiakirjasta päämieheltäsi tai viranomaiselta.',
  },
  sv: {
    title: 'Uppgift om en handling som sänts till din huvudman',
    text: (principal) =>
      `Myndigheten har sänt en handling som delges din huvudman${named(principal)} personligen. ` +
      'Du underrättas om detta i egenskap av ombud. Detta meddelande innehåller inte handlingen, och ingen tidsfrist börjar ' +
      'löpa av det. Fråga din huvudman eller myndigheten om handlingen.',
  },
  en: {
    title: 'A document has been sent to your principal',
    text: (principal) =>
      `The authority has sent a document that it serves on your principal${named(principal)} in person. ` +
      'You are told of it as the agent. This message does not hold the document, and no time limit starts from it. ' +
      'Ask your principal or the authority about the document.',
  },
};

/** What an agent is told of a service made to the principal: the hub's own words, nothing of the document. */
export function informationFor({ party }: OpenAddressee, { hub }: MessageContent): MessageContent {
  const language = party?.language ?? hub?.language ?? 'fi';
  const { title, text } = WORDS[language];
  return {
    recipient: party && { id: party.id },
    electronic: {
      title,
      body: text(party?.principal),
      bodyFormat: 'Text',
      messageServiceType: 'Normal',
      notifications: {
        senderDetailsInNotifications: 'None',
        unreadMessageNotification: { reminder: 'No reminders' },
      },
      replyAllowedBy: 'No one',
      visibility: 'Normal',
      attachments: [],
    },
    documents: [],
    hub: { matterId: hub?.matterId, language, informational: true },
  };
}

function named(principal: string | undefined): string {
  return principal === undefined ? '' : ` (${principal})`;
}
