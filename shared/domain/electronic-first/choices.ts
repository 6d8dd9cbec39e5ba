import type { Language } from '#shared/domain/message/hub-fields';

/** A way to get mail that somebody can choose. */
export interface Choice {
  readonly channel: 'ELECTRONIC' | 'PAPER';
  readonly text: string;
  readonly chosen: boolean;
}

const WORDS: Readonly<Record<Language, Readonly<Record<Choice['channel'], string>>>> = {
  fi: { ELECTRONIC: 'Viranomaisten viestit sähköisesti', PAPER: 'Viranomaisten viestit paperikirjeinä' },
  sv: { ELECTRONIC: 'Meddelanden från myndigheter elektroniskt', PAPER: 'Meddelanden från myndigheter som brev' },
  en: { ELECTRONIC: 'Messages from authorities electronically', PAPER: 'Messages from authorities as letters' },
};

/** The electronic one always stands first (REQ-140, REQ-144); what is chosen now is said, and never chosen for anybody. */
export function choicesFor(language: Language, isElectronic: boolean): readonly Choice[] {
  const { ELECTRONIC, PAPER } = WORDS[language];
  return [
    { channel: 'ELECTRONIC', text: ELECTRONIC, chosen: isElectronic },
    { channel: 'PAPER', text: PAPER, chosen: !isElectronic },
  ];
}
