import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suomifiEvent } from '#shared/contracts/suomifi/events';
import type { FeedEvent } from '#shared/domain/feed/page';
import { SUOMIFI_EVENT_TYPES, suomifiEventOf } from '#shared/domain/feed/suomifi-events';
import { channel } from '#shared/domain/message/decision';
import type { DeliveryFact } from '#shared/domain/message/facts';
import { DELIVERY, LETTER, MESSAGE, SERVICE } from '#test/builders/domain';
import {
  acknowledgedFact,
  bouncedFact,
  acceptedFact,
  decidedFact,
  everyFact,
  fallbackFact,
  handedFact,
  noticeSentFact,
  openedFact,
  postalFact,
  receivedFact,
  storedFact,
} from '#test/builders/domain-facts';

const AOR = { class: 'LETTER_ADVICE_OF_RECEIPT' } as const;
const eventOf = (fact: DeliveryFact): FeedEvent => ({
  deliveryId: DELIVERY,
  messageId: MESSAGE,
  serviceId: SERVICE,
  seq: 1,
  fact,
});
const told = (fact: DeliveryFact) => suomifiEventOf(eventOf(fact));

describe('the events of the national API', () => {
  it('are nine', () => {
    const literals = suomifiEvent.def.options.map((option) => option.def.shape.type.def.values[0]);
    expect(SUOMIFI_EVENT_TYPES).toHaveLength(9);
    expect(new Set(SUOMIFI_EVENT_TYPES)).toEqual(new Set(literals));
  });

  it.each<[string, DeliveryFact, string]>([
    ['a message stored', storedFact(), 'Electronic message created'],
    ['a message opened', openedFact(), 'Electronic message read'],
    ['a receipt acknowledged', acknowledgedFact(), 'Receipt confirmed'],
    ['a message from an end user', receivedFact(), 'Electronic message from end user'],
    ['a letter decided', decidedFact({ channel: 'LETTER' }), 'Paper mail created'],
    ['a letter against an advice of receipt decided', decidedFact({ channel: AOR.class }), 'Paper mail created'],
    ['a letter handed over', handedFact(), 'Sent for printing and enveloping'],
    ['a verifiable letter handed over', handedFact(AOR), 'Sent for printing and enveloping'],
    ['a verifiable letter signed for', postalFact('RECEIPT_SIGNED', AOR), 'Posti: receipt confirmed'],
    ['a verifiable letter returned', postalFact('RETURNED', AOR), 'Posti: returned to sender'],
    ['a verifiable letter lost', postalFact('ADDRESS_UNRESOLVED', AOR), 'Posti: unresolved'],
  ])('tell %s', (_, fact, type) => {
    expect(told(fact)).toMatchObject({ type, event: eventOf(fact) });
  });

  it.each<[string, DeliveryFact]>([
    ['a message accepted', acceptedFact()],
    ['a notice', noticeSentFact()],
    ['a notice come back', bouncedFact('hard')],
    ['a fallback', fallbackFact()],
    ['an ordinary letter signed for', postalFact('RECEIPT_SIGNED')],
    ['an ordinary letter returned', postalFact('RETURNED')],
    ['an ordinary letter lost', postalFact('ADDRESS_UNRESOLVED')],
    ['a letter printed', postalFact('PRINTED')],
    ['a letter posted', postalFact('POSTED')],
    ['a letter arrived', postalFact('ARRIVED')],
    ['a verifiable letter printed', postalFact('PRINTED', AOR)],
    ['a verifiable letter posted', postalFact('POSTED', AOR)],
    ['a verifiable letter arrived', postalFact('ARRIVED', AOR)],
  ])('say nothing of %s', (_, fact) => {
    expect(told(fact)).toBeUndefined();
  });

  it.each(channel.options.filter((each) => !each.startsWith('LETTER')))('say nothing of a decision for %s', (each) => {
    expect(told(decidedFact({ channel: each }))).toBeUndefined();
  });

  it('tell who confirmed a receipt, sealed', () => {
    expect(told(acknowledgedFact())).toMatchObject({ sealedName: 'sealed-name' });
    expect(told(openedFact())?.sealedName).toBeUndefined();
  });

  it('tell who signed for a letter, sealed, and its tracking code', () => {
    const signed = postalFact('RECEIPT_SIGNED', { ...AOR, signer: 'sealed-signer', trackingCode: 'JJFI1' });
    expect(told(signed)).toMatchObject({ sealedName: 'sealed-signer', trackingCode: 'JJFI1' });
  });

  it.each(['RECEIPT_SIGNED', 'RETURNED', 'ADDRESS_UNRESOLVED'] as const)(
    'tell the tracking code of %s, or the letter where the provider gave none',
    (type) => {
      expect(told(postalFact(type, { ...AOR, trackingCode: 'JJFI1' }))?.trackingCode).toBe('JJFI1');
      expect(told(postalFact(type, AOR))?.trackingCode).toBe(LETTER);
    },
  );

  it('tell no tracking code of a letter that is only handed over', () => {
    expect(told(handedFact(AOR))).toEqual({
      type: 'Sent for printing and enveloping',
      event: eventOf(handedFact(AOR)),
    });
  });

  it('are of the nine types whatever happens', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyFact()), fc.constantFrom('LETTER' as const, AOR.class), (fact, letter) => {
        const event = told('class' in fact ? { ...fact, class: letter } : fact);
        if (event) expect(SUOMIFI_EVENT_TYPES).toContain(event.type);
        if (event?.type.startsWith('Posti:')) expect(letter).toBe(AOR.class);
      }),
    );
  });
});
