import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChannelFacts, decideChannel, effectiveKind } from '#shared/domain/channel/decide-channel';
import type { PostalAddress } from '#shared/domain/message/address';
import { ruleSetOf } from '#shared/domain/service-of-document/rule-sets';
import { decision, recipientKind, ruleSetId } from '#shared/domain/message/decision';
import { after } from '#shared/kernel/time';
import { NOON, postalAddressOf } from '#test/builders/domain';
import { CONSENTED, NO_MAILBOX, PERSON, mailboxOf } from '#test/builders/domain-channel';
import { consentRecordOf, gateOf } from '#test/builders/domain-consent';

const UNDER = { ruleSetId: 'fi-2016', at: NOON } as const;

const LINE = fc.stringMatching(/^[QZX]{6}[a-z]{1,12}$/);
const ADDRESS: fc.Arbitrary<PostalAddress | undefined> = fc.option(
  fc
    .record({ name: LINE, additionalName: LINE, streetAddress: LINE, city: LINE, abroad: fc.boolean() })
    .map(({ abroad, ...lines }) => postalAddressOf({ ...lines, ...(abroad ? { countryCode: 'SE' } : {}) })),
  { nil: undefined },
);
const YES_OR_NO = fc.boolean();
const GATE = fc
  .record({ electronic: YES_OR_NO, emailUsable: YES_OR_NO, version: fc.nat(), withdrawn: YES_OR_NO })
  .map(({ withdrawn, ...gate }) =>
    gateOf({ ...gate, consent: consentRecordOf({ action: withdrawn ? 'WITHDRAW' : 'GIVE' }) }),
  );
const MAILBOX = fc.oneof(
  fc.constant(NO_MAILBOX),
  GATE.map((gate) => mailboxOf(gate)),
);
const RECIPIENT = fc.record({
  kind: fc.constantFrom(...recipientKind.options),
  capacity: fc.constantFrom('PRIVATE' as const, 'BUSINESS' as const),
});
const FACTS: fc.Arbitrary<ChannelFacts> = fc.record({
  kind: fc.constantFrom('ORDINARY' as const, 'VERIFIABLE' as const),
  recipient: fc.option(RECIPIENT, { nil: undefined }),
  mailbox: MAILBOX,
  hasElectronicPart: YES_OR_NO,
  paperIsVerifiable: YES_OR_NO,
  protectionNeed: YES_OR_NO,
  statutoryPaperOnly: YES_OR_NO,
  obligatingOverridden: YES_OR_NO,
  protectionOrder: YES_OR_NO,
  addressIsInPdf: YES_OR_NO,
  deceased: fc.boolean(),
  matter: fc.option(
    fc.oneof(
      fc.constantFrom({ kind: 'PAPER' as const }, { kind: 'POSTAL' as const }),
      YES_OR_NO.map((usable) => ({ kind: 'MESSAGES' as const, usable })),
    ),
    { nil: undefined },
  ),
  business: fc.option(
    fc.record({
      obligation: fc.constantFrom(undefined, ruleSetOf('wg-2019').obligation),
      microPhase: fc.constantFrom(undefined, 1 as const, 2 as const),
      employees: fc.option(fc.nat(20), { nil: undefined }),
      serviceIsDigital: YES_OR_NO,
      exceptionId: fc.constantFrom(undefined, 'poikkeus-1'),
    }),
    { nil: undefined },
  ),
  outages: fc.array(
    fc.record({
      outageId: fc.constantFrom('katko-1', 'katko-2'),
      holdUntil: fc.constantFrom(after(NOON, -1), NOON, after(NOON, 1)),
      prolonged: YES_OR_NO,
    }),
    { maxLength: 2 },
  ),
  basis: fc.constantFrom('CONSENT' as const, 'ACTIVE_MAILBOX' as const),
  addresses: fc.record({ AUTHORITY: ADDRESS, REGISTER: ADDRESS, CONTACT: ADDRESS, PROCESS: ADDRESS }),
});
const RULES = [
  ...['R1', 'R7', 'R7v', 'R9', 'R10'],
  ...['C0b', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6.1', 'C6.2', 'C6.3', 'C6.4', 'C6.5', 'C6.6', 'C7', 'C8', 'C9', 'C10'],
  ...['A0', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6'],
];

describe('a decision, whatever is known', () => {
  const given = (facts: ChannelFacts, differing: Partial<ChannelFacts> = {}) =>
    decideChannel({ ...facts, ...differing }, UNDER);

  it('never sends to the mailbox of a person who has not consented or whose e-mail is not usable, unless the matter is to come there', () => {
    const closed = fc.oneof(
      GATE.map((gate) => mailboxOf({ ...gate, electronic: false })),
      GATE.map((gate) => mailboxOf({ ...gate, emailUsable: false })),
      fc.constant(NO_MAILBOX),
    );
    fc.assert(
      fc.property(FACTS, closed, (facts, mailbox) => {
        const { channel, reason } = given(facts, { recipient: PERSON, mailbox });
        const named = facts.matter?.kind === 'MESSAGES' && facts.matter.usable;
        if (!named) expect(['ELECTRONIC', 'HOLD']).not.toContain(channel);
        else if (channel === 'ELECTRONIC') expect(reason).toBe('PROCESS_ADDRESS_MAILBOX');
      }),
    );
  });

  it('never sends a person who has consented on paper, but for a statute or for want of anything to show', () => {
    const living = { deceased: false, matter: undefined, outages: [], business: undefined };
    fc.assert(
      fc.property(FACTS, (facts) => {
        const { channel } = given(facts, { recipient: PERSON, mailbox: CONSENTED, ...living });
        expect(channel === 'ELECTRONIC').toBe(facts.hasElectronicPart && !facts.statutoryPaperOnly);
      }),
    );
  });

  it('holds no line of any address', () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        const json = JSON.stringify(given(facts));
        const { AUTHORITY, REGISTER, CONTACT, PROCESS } = facts.addresses;
        const lines = [AUTHORITY, REGISTER, CONTACT, PROCESS].flatMap((address) => [
          address?.name,
          address?.additionalName,
          address?.streetAddress,
          address?.city,
        ]);
        expect(lines.filter((line) => line !== undefined && json.includes(line))).toEqual([]);
      }),
    );
  });

  it('is whole: every rule is known, the gate stands on an electronic one alone, and it reads back as itself', () => {
    fc.assert(
      fc.property(FACTS, fc.constantFrom(...ruleSetId.options), (facts, id) => {
        const made = decideChannel(facts, { ruleSetId: id, at: NOON });
        expect(decision.parse(made)).toEqual(made);
        expect(made.path.filter((rule) => !RULES.includes(rule))).toEqual([]);
        expect(new Set(made.path).size).toBe(made.path.length);
        expect(made.gateVersion).toBe(made.channel === 'ELECTRONIC' ? facts.mailbox.gateVersion : undefined);
      }),
    );
  });

  it('orders a letter only to an address it names', () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        const { channel, facts: frozen } = given(facts);
        expect(frozen.addressSource !== undefined).toBe(channel.startsWith('LETTER'));
      }),
    );
  });

  it('prints no address of a protected person but the contact address and the one named for the matter', () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        const { facts: frozen } = given(facts, { protectionOrder: true });
        expect([undefined, 'CONTACT', 'PROCESS']).toContain(frozen.addressSource);
      }),
    );
  });

  it('holds back only what an outage holds, and says until when', () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        const { channel, facts: frozen } = given(facts);
        expect(channel === 'HOLD').toBe(frozen.holdUntil !== undefined);
        if (channel === 'HOLD') expect(facts.outages?.map(({ outageId }) => outageId)).toContain(frozen.outageId);
        if (facts.outages?.some(({ prolonged }) => prolonged)) expect(['HOLD', 'ELECTRONIC']).not.toContain(channel);
      }),
    );
  });

  it('never makes an ordinary letter of what is to be served verifiably', () => {
    fc.assert(
      fc.property(FACTS, (facts) => {
        const verifiable = effectiveKind(facts) === 'VERIFIABLE' || facts.paperIsVerifiable;
        expect(given(facts).channel).not.toBe(verifiable ? 'LETTER' : 'LETTER_ADVICE_OF_RECEIPT');
      }),
    );
  });
});
