import type { Inside } from '#local/inside';
import type { BusinessBody, PersonBody } from '#local/sandbox/contract';
import { changeConsent } from '#shared/domain/consent/change-consent';
import type { Language } from '#shared/domain/message/hub-fields';
import type { RecipientId } from '#shared/domain/message/ids';
import { makeChangeGate } from '#shared/flow/consent/change-gate';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import { emailContext } from '#shared/flow/notice/notice-context';
import type { Gate } from '#shared/domain/consent/gate';
import type { Clock } from '#shared/kernel/time';
import { systemIds } from '#shared/adapters/system/ids';

/** Rows of the registers and consents for a test: entered in silence, nobody gets a mail. */
export function makeRegisterEntry(inside: Inside, clock: Clock) {
  const { entry, gates, sealer } = inside;
  const recipients = makeRecipientIds(inside);
  const changeGate = makeChangeGate(gates);

  return {
    person: async (id: string, { consent, ...person }: PersonBody): Promise<void> => {
      await entry.enterPerson(id, person);
      if (consent) await enterConsent(id, { ...consent, language: person.language ?? 'fi' });
    },

    /**
     * An active mailbox can be written to, whether its representative has consented or not; its notices go to an address
     * made up for it. Without a consent the register says nothing, as of a business that was never asked.
     */
    business: async (id: string, { mailboxActive, consented, ...business }: BusinessBody): Promise<void> => {
      await entry.enterBusiness(id, business);
      if (mailboxActive === undefined && consented === undefined) return;
      const activated = mailboxActive === true;
      const email = `${await enrol(id)}@yritys.example.fi`;
      const electronic = activated && (consented ?? true);
      await enterConsent(id, { electronic, email, activated, unasked: true, language: 'fi' });
    },
  };

  async function enrol(id: string): Promise<RecipientId> {
    return recipients.enrol(id, systemIds.recipient());
  }

  async function enterConsent(id: string, consent: Entered): Promise<void> {
    const { electronic, email, language, activated } = consent;
    const recipientId = await enrol(id);
    const before = await gates.read(recipientId);
    const sealed =
      email === undefined
        ? undefined
        : await sealer.sealText({ key: 'recipients', context: emailContext({ recipientId }), text: email });
    const wish = {
      recipientId,
      electronic,
      activated,
      unasked: consent.unasked === true || !hadConsent(before),
      email: sealed,
      sameEmail: false,
      verified: true,
      language,
      source: 'SELF',
      actor: { role: 'SELF' },
      silent: true,
    } as const;
    const after = changeConsent(before, wish, { at: clock(), attempt: systemIds.attempt() });
    const changed = await changeGate(before, after);
    if (!changed.ok) return enterConsent(id, consent);
  }
}

interface Entered {
  readonly electronic: boolean;
  readonly email?: string;
  readonly language: Language;
  readonly activated?: boolean;
  /** Without a consent nothing is said of an earlier one. */
  readonly unasked?: boolean;
}

/** Who has never consented has nothing to withdraw. */
function hadConsent(gate: Gate | undefined): boolean {
  return gate !== undefined && gate.consent.action !== 'NONE';
}
