import { calendarDate } from '#shared/kernel/time';
import { EMPTY } from '#web/forms';
import type { Frame } from '#web/frame';
import { givingPage } from '#web/pages/giving';
import { type MandateCard, mandatesPage } from '#web/pages/mandates';
import type { Written } from '#test/builders/pages-samples';

const DAY = calendarDate.parse('2026-11-30');

/** Pages of mandates in the states they have. */
export function mandatePagesIn(frame: Frame, { name, text }: Written): readonly (readonly [string, string])[] {
  const card: MandateCard = {
    mandateId: `m-${'0'.repeat(32)}`,
    giver: name,
    holder: name,
    state: 'IN_FORCE',
    matters: [],
    mayReceiveService: false,
    validFrom: DAY,
  };
  const ofMatter = { ...card, matters: [{ service: name, matterId: text }], mayReceiveService: true, validTo: DAY };
  const services = [{ serviceId: 's', name }];
  const filled = {
    values: { holderId: text, holderName: text },
    wrong: ['holderId', 'holderName', 'nobody', 'matters', 'validFrom', 'validTo'],
  } as const;
  return [
    [
      'mandates',
      mandatesPage(frame, {
        offered: [{ ...ofMatter, state: 'OFFERED' }],
        given: [card, { ...ofMatter, state: 'OFFERED' }, { ...card, state: 'EXPIRED' }],
        held: [card],
        isOwn: true,
      }),
    ],
    ['no mandates', mandatesPage(frame, { offered: [], given: [], held: [], isOwn: false })],
    ['new mandate', givingPage(frame, { services, filled: EMPTY, isWhole: true, rows: [], mayReceiveService: false })],
    [
      'new mandate, wrong',
      givingPage(frame, {
        services,
        filled,
        isWhole: false,
        rows: [{ service: 's', matter: text }],
        mayReceiveService: true,
      }),
    ],
  ];
}
