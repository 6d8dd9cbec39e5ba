import { type Mandate, mandateId } from '#shared/domain/mandate/mandate';
import { MINUTE, after } from '#shared/kernel/time';
import { NOON } from '#test/builders/messages';
import { recipientNo } from '#test/builders/messages-stored';

export const mandateNo = (n: number) => mandateId.parse(`m-${String(n).padStart(32, '0')}`);

export const GIVER = recipientNo(1);
export const HOLDER = recipientNo(2);

/** A mandate as it stands in the store: offered at noon, for the whole mailbox, without an end. */
export function mandateOf(part: Partial<Mandate> = {}): Mandate {
  return {
    mandateId: mandateNo(1),
    principal: GIVER,
    holder: HOLDER,
    source: 'GIVEN_HERE',
    sealed: 'recipients:sealed',
    scope: { type: 'WHOLE_MAILBOX' },
    themes: ['MAILBOX'],
    mayReceiveService: false,
    validFrom: NOON,
    facts: [{ type: 'GIVEN', at: NOON, by: { role: 'SELF' } }],
    ...part,
  };
}

/** The same with more facts, a minute apart. */
export function withFacts(before: Mandate, ...types: Mandate['facts'][number]['type'][]): Mandate {
  const more = types.map((type, i) => ({
    type,
    at: after(before.facts.at(-1)?.at ?? NOON, (i + 1) * MINUTE),
    by: { role: 'SELF' as const },
  }));
  return { ...before, facts: [...before.facts, ...more] };
}
