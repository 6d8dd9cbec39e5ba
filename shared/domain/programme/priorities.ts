import * as z from 'zod/mini';
import type { Texts } from '#shared/domain/programme/words';

/** The four priorities of the programme, by which its work is told. @see REQ-014 */
export const priority = z.enum(['ACT_IMPLEMENTATION', 'SERVICE_DEVELOPMENT', 'DIGITAL_SUPPORT', 'LIGHTER_BURDEN']);
export type Priority = z.infer<typeof priority>;

export const PRIORITY_NAMES: Readonly<Record<Priority, Texts>> = {
  ACT_IMPLEMENTATION: {
    fi: 'Digipalvelulain toimeenpano',
    sv: 'Verkställande av lagen om digitala tjänster',
    en: 'Implementation of the Digital Services Act',
  },
  SERVICE_DEVELOPMENT: {
    fi: 'Palvelujen kehittäminen',
    sv: 'Utveckling av tjänsterna',
    en: 'Development of services',
  },
  DIGITAL_SUPPORT: { fi: 'Digituki', sv: 'Digitalt stöd', en: 'Digital support' },
  LIGHTER_BURDEN: {
    fi: 'Yritysten taakan keventäminen',
    sv: 'Lättare börda för företagen',
    en: 'A lighter burden for businesses',
  },
};
