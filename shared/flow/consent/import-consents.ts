import type { Gate } from '#shared/domain/consent/gate';
import { owesNews, withdrawalsOwedBy } from '#shared/domain/consent/gate';
import { changeConsent } from '#shared/domain/consent/change-consent';
import { type Fate, type ImportedChoice, fateOf } from '#shared/domain/consent/imported-choice';
import type { RecipientId } from '#shared/domain/message/ids';
import { type ImportError, toldErrors } from '#shared/domain/row-import/import-error';
import type { Explain } from '#shared/domain/row-import/read-rows';
import type { ConsentPorts } from '#shared/flow/consent/change-consent';
import { makeChangeGate } from '#shared/flow/consent/change-gate';
import { type ChoiceRow, readChoices } from '#shared/flow/consent/import-choices';
import { emailContext, recordContext } from '#shared/flow/notice/notice-context';
import { makeOwingNews } from '#shared/flow/consent/owing-news';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';

export interface ImportConsentPorts extends Omit<ConsentPorts, 'settings'> {
  /** Says in words what a schema found; never the value. */
  readonly explain: Explain;
}

export interface ImportOptions {
  /** Only looks: nothing is entered. */
  readonly dryRun: boolean;
  /** The people are told by e-mail, as if they had chosen here. */
  readonly tell: boolean;
}

export interface ConsentImport {
  readonly entered: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly errors: readonly ImportError[];
  /** Rows that were kept out by a newer choice. */
  readonly warnings: readonly ImportError[];
}

/** Rows entered at the same time. */
const AT_ONCE = 50;

/** Tries against the person's own choices moving the gate at the same time. */
const TRIES = 5;

/**
 * Brings choices from another register, with where they come from. All rows are read before any is entered, and one that
 * is wrong keeps all of them out. Each is one conditional write of a gate, like a choice made here, and entering it again
 * changes nothing: an import that was cut short is finished by sending it once more.
 *
 * @see REQ-046; 571/2016 § 11; domain.md 3.1 (source SUOMIFI_SYNC, AUTHORITY_MIGRATION)
 */
export function makeImportConsents(ports: ImportConsentPorts) {
  const { explain, clock } = ports;
  const { lookAt, enter } = makeEnterChoice(ports);

  return async function importConsents(text: string, { dryRun, tell }: ImportOptions): Promise<ConsentImport> {
    const { rows, errors } = readChoices(text, { explain, now: clock() });
    if (errors.length > 0) return { ...NOTHING, errors: toldErrors(errors) };
    const fates: Fate[] = [];
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const some = rows.slice(start, start + AT_ONCE);
      fates.push(
        ...(await Promise.all(some.map(async ({ choice }) => (dryRun ? lookAt(choice) : enter(choice, tell))))),
      );
    }
    return told(rows, fates);
  };
}

const NOTHING: ConsentImport = { entered: 0, unchanged: 0, kept: 0, errors: [], warnings: [] };

function told(rows: readonly ChoiceRow[], fates: readonly Fate[]): ConsentImport {
  const count = (fate: Fate) => fates.filter((each) => each === fate).length;
  const kept = rows.filter((_, i) => fates[i] === 'KEPT');
  const warnings = kept.map(({ row, pointer }) => ({ row, pointer, rule: 'KEPT: a newer choice stands' }));
  return {
    ...NOTHING,
    entered: count('ENTERED'),
    unchanged: count('UNCHANGED'),
    kept: count('KEPT'),
    warnings: toldErrors(warnings),
  };
}

function makeEnterChoice(ports: ImportConsentPorts) {
  const { gates, sealer, ids, nudger, clock } = ports;
  const recipients = makeRecipientIds(ports);
  const changeGate = makeChangeGate(gates);
  const owingNews = makeOwingNews(sealer);

  async function lookAt(choice: ImportedChoice): Promise<Fate> {
    const recipientId = await recipients.find(choice.id);
    return fateOf(recipientId === undefined ? {} : await standingOf(recipientId), choice);
  }

  async function enter(choice: ImportedChoice, tell: boolean): Promise<Fate> {
    const recipientId = await recipients.enrol(choice.id, ids.recipient());
    for (let tries = 0; tries < TRIES; tries += 1) {
      const standing = await standingOf(recipientId);
      const fate = fateOf(standing, choice);
      if (fate !== 'ENTERED') return fate;
      const wish = await wishOf(recipientId, choice, standing.email);
      const making = { at: clock(), attempt: ids.attempt() };
      const after = changeConsent(standing.gate, { ...wish, silent: !tell }, making);
      const changed = await changeGate(standing.gate, await owingNews(standing.gate, after, choice.id));
      if (!changed.ok) continue;
      if (owesNews(changed.value)) await nudger.nudge('tell-consent', recipientId);
      if (withdrawalsOwedBy(changed.value).length > 0) await nudger.nudge('follow-withdrawal', recipientId);
      return fate;
    }
    throw new Error('a gate changes too often to be written to');
  }

  async function standingOf(recipientId: RecipientId): Promise<{ readonly gate?: Gate; readonly email?: string }> {
    const gate = await gates.read(recipientId);
    if (gate?.email === undefined) return gate ? { gate } : {};
    return { gate, email: await sealer.openText(emailContext(gate), gate.email) };
  }

  async function wishOf(recipientId: RecipientId, choice: ImportedChoice, held: string | undefined) {
    const { electronic, email, language, givenAt, textVersion, source, provenance } = choice;
    const sealed = async (context: string, text: string) => sealer.sealText({ key: 'recipients', context, text });
    return {
      recipientId,
      electronic,
      email: electronic && email !== undefined ? await sealed(emailContext({ recipientId }), email) : undefined,
      sameEmail: email === held,
      language,
      source,
      actor: { role: 'SYSTEM' } as const,
      textVersion,
      givenAt,
      provenance: await sealed(recordContext({ recipientId }), provenance),
    };
  }

  return { lookAt, enter };
}
