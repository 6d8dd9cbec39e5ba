import { describe, expect, it } from 'vitest';
import { foldFacts, messageState } from '#shared/domain/message/delivery-state';
import { type DeliveryFact, deliveryFact, lastOf } from '#shared/domain/message/facts';
import { letterId } from '#shared/domain/message/ids';
import { LETTER } from '#test/builders/domain';
import {
  acceptedFact,
  acknowledgedFact,
  bouncedFact,
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

const TO_PAPER = decidedFact({ channel: 'LETTER', reason: 'NO_EADDRESS' });
const FALLEN = [
  acceptedFact(),
  decidedFact(),
  storedFact(),
  noticeSentFact(),
  bouncedFact('hard'),
  fallbackFact(),
  TO_PAPER,
];

describe('the state of a delivery', () => {
  it('is nothing yet before a decision', () => {
    expect(foldFacts([])).toEqual({
      decision: undefined,
      current: [],
      attempt: 1,
      stored: false,
      noticed: false,
      softBounces: 0,
      opened: false,
      recalled: false,
      acknowledged: false,
      letterId: undefined,
    });
  });

  it('holds nothing of the present attempt before a decision', () => {
    expect(foldFacts([acceptedFact(), storedFact(), handedFact()])).toMatchObject({
      current: [],
      stored: false,
      letterId: undefined,
    });
  });

  it('rests on the newest decision', () => {
    const { decision, current } = foldFacts([acceptedFact(), decidedFact(), TO_PAPER, handedFact()]);
    expect(decision).toEqual(TO_PAPER.decision);
    expect(current).toEqual([TO_PAPER, handedFact()]);
  });

  it.each([
    ['the first before anything', [], 1],
    ['the first after a decision made anew', [decidedFact(), decidedFact()], 1],
    ['the second after a fallback', FALLEN, 2],
    ['the third after two', [...FALLEN, fallbackFact(), TO_PAPER], 3],
  ])('counts attempts: %s', (_, facts, attempt) => {
    expect(foldFacts(facts).attempt).toBe(attempt);
  });

  it.each([
    ['is stored once it lies in the mailbox', [decidedFact(), storedFact()], true],
    ['is not stored by a decision that is dead', [decidedFact(), storedFact(), TO_PAPER], false],
    ['is not stored by a notice', [decidedFact(), noticeSentFact()], false],
  ])('%s', (_, facts, stored) => {
    expect(foldFacts(facts).stored).toBe(stored);
  });

  it.each([
    ['is noticed once a notice has gone out', [decidedFact(), noticeSentFact()], true],
    ['is not noticed when it came back', [decidedFact(), noticeSentFact(), bouncedFact('soft')], false],
    ['is noticed again by another', [decidedFact(), noticeSentFact(), bouncedFact('soft'), noticeSentFact()], true],
    ['stays noticed whatever else happens', [decidedFact(), noticeSentFact(), openedFact()], true],
    ['is not noticed by the notice of a dead decision', [decidedFact(), noticeSentFact(), TO_PAPER], false],
    ['is not noticed by lying in the mailbox', [decidedFact(), storedFact()], false],
  ])('%s', (_, facts, noticed) => {
    expect(foldFacts(facts).noticed).toBe(noticed);
  });

  it.each([
    ['none', [decidedFact(), noticeSentFact()], 0],
    ['each that came back', [decidedFact(), bouncedFact('soft'), noticeSentFact(), bouncedFact('hard')], 2],
    ['none of the attempt before', FALLEN, 0],
  ])('counts bounces of the attempt: %s', (_, facts, softBounces) => {
    expect(foldFacts(facts).softBounces).toBe(softBounces);
  });

  it.each([
    ['in this attempt', [decidedFact(), openedFact(), acknowledgedFact()]],
    ['in the attempt before', [decidedFact(), openedFact(), acknowledgedFact(), TO_PAPER]],
    ['before any decision', [openedFact(), acknowledgedFact()]],
  ])('is opened and acknowledged for good, %s', (_, facts) => {
    expect(foldFacts(facts)).toMatchObject({ opened: true, acknowledged: true });
  });

  it('tells an opening from an acknowledgement', () => {
    expect(foldFacts([openedFact()])).toMatchObject({ opened: true, acknowledged: false });
    expect(foldFacts([acknowledgedFact()])).toMatchObject({ opened: false, acknowledged: true });
  });

  it('names the letter of the present attempt and of no other', () => {
    const second = letterId.parse('4217-1-L2');
    expect(foldFacts([TO_PAPER, handedFact()]).letterId).toBe(LETTER);
    expect(foldFacts([TO_PAPER, handedFact(), fallbackFact(), TO_PAPER]).letterId).toBeUndefined();
    expect(foldFacts([TO_PAPER, handedFact(), TO_PAPER, handedFact({ letterId: second })]).letterId).toBe(second);
  });
});

describe('the state of a message', () => {
  const handed = [TO_PAPER, handedFact()];
  const of = (...deliveries: readonly DeliveryFact[][]) => messageState(deliveries.map((facts) => ({ facts })));

  it.each<[string, DeliveryFact[], string]>([
    ['accepted', [acceptedFact()], 'ACCEPTED'],
    ['on its way to the mailbox', [decidedFact()], 'IN_DELIVERY'],
    ['in the mailbox without a notice', [decidedFact(), storedFact()], 'IN_DELIVERY'],
    ['noticed and not in the mailbox', [decidedFact(), noticeSentFact()], 'IN_DELIVERY'],
    ['in the mailbox and noticed', [decidedFact(), storedFact(), noticeSentFact()], 'DELIVERED'],
    ['in the mailbox and opened', [decidedFact(), storedFact(), openedFact()], 'DELIVERED'],
    [
      'in the mailbox, its notice come back',
      [decidedFact(), storedFact(), noticeSentFact(), bouncedFact('soft')],
      'IN_DELIVERY',
    ],
    [
      'opened, its notice come back',
      [decidedFact(), storedFact(), noticeSentFact(), bouncedFact('hard'), openedFact()],
      'DELIVERED',
    ],
    ['fallen back to paper', FALLEN, 'IN_DELIVERY'],
    ['with the printer', handed, 'IN_DELIVERY'],
    ['printed', [...handed, postalFact('PRINTED')], 'IN_DELIVERY'],
    ['posted', [...handed, postalFact('POSTED')], 'DELIVERED'],
    ['arrived', [...handed, postalFact('ARRIVED')], 'DELIVERED'],
    ['signed for', [...handed, postalFact('RECEIPT_SIGNED')], 'DELIVERED'],
    ['returned before it was posted', [...handed, postalFact('RETURNED')], 'IN_DELIVERY'],
    ['posted by an attempt that is over', [TO_PAPER, postalFact('POSTED'), TO_PAPER], 'IN_DELIVERY'],
    [
      'posted against an advice of receipt',
      [decidedFact({ channel: 'LETTER_ADVICE_OF_RECEIPT' }), postalFact('POSTED')],
      'DELIVERED',
    ],
    ['on a desk', [decidedFact({ channel: 'MANUAL', reason: 'ABROAD' })], 'MANUAL'],
    ['nowhere to go', [decidedFact({ channel: 'UNDELIVERABLE', reason: 'NO_ADDRESS' })], 'UNDELIVERABLE'],
    ['held', [decidedFact({ channel: 'HOLD' })], 'HELD'],
    ['of one sent by an end user', [receivedFact()], 'ACCEPTED'],
  ])('is that of its delivery: %s', (_, facts, state) => {
    expect(of(facts)).toBe(state);
  });

  it('is REJECTED when its delivery is', () => {
    expect(of([decidedFact({ channel: 'REJECTED' })])).toBe('REJECTED');
  });

  it('is ACCEPTED while it has no delivery', () => {
    expect(of()).toBe('ACCEPTED');
  });

  const done = [decidedFact(), storedFact(), noticeSentFact()];
  const desk = [decidedFact({ channel: 'MANUAL' })];
  const nowhere = [decidedFact({ channel: 'UNDELIVERABLE' })];
  const held = [decidedFact({ channel: 'HOLD' })];

  it.each<[string, DeliveryFact[][], string]>([
    ['one under way', [done, handed], 'IN_DELIVERY'],
    ['one only accepted', [done, handed, [acceptedFact()]], 'ACCEPTED'],
    ['one held', [done, [acceptedFact()], held], 'HELD'],
    ['one that can not be delivered', [done, held, nowhere], 'UNDELIVERABLE'],
    ['one on a desk', [nowhere, desk, held, done], 'MANUAL'],
    ['two delivered', [done, done], 'DELIVERED'],
  ])('is that of the delivery that is least done: %s', (_, deliveries, state) => {
    expect(of(...deliveries)).toBe(state);
    expect(of(...deliveries.toReversed())).toBe(state);
  });
});

describe('the newest fact of a type', () => {
  it('is the last of them', () => {
    expect(lastOf(FALLEN, 'DECIDED')).toBe(TO_PAPER);
    expect(lastOf(FALLEN, 'ACCEPTED')).toBe(FALLEN[0]);
    expect(lastOf(FALLEN, 'OPENED')).toBeUndefined();
    expect(lastOf([], 'OPENED')).toBeUndefined();
  });
});

describe('facts', () => {
  it.each(everyFact().map((fact) => [fact.type, fact] as const))(
    'of type %s read back as they were stored',
    (_, fact) => {
      expect(deliveryFact.parse(JSON.parse(JSON.stringify(fact)))).toEqual(JSON.parse(JSON.stringify(fact)));
    },
  );

  it('are of each type once in this list', () => {
    expect(new Set(everyFact().map(({ type }) => type)).size).toBe(deliveryFact.def.options.length);
  });

  it.each(everyFact().map((fact) => [fact.type, fact] as const))('of type %s have a moment', (_, { at, ...fact }) => {
    expect(at).toBeDefined();
    expect(deliveryFact.safeParse(fact).success).toBe(false);
  });

  it('are of no other type', () => {
    expect(deliveryFact.safeParse({ ...acceptedFact(), type: 'DELIVERED' }).success).toBe(false);
  });
});
