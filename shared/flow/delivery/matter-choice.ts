import { isOpen, type Gate } from '#shared/domain/consent/gate';
import { type MatterPreference, type ProcessAddress, processAddress } from '#shared/domain/consent/matter-preference';
import type { RecipientId, ServiceId } from '#shared/domain/message/ids';
import { emailContext } from '#shared/flow/notice/notice-context';
import type { MatterPreferences } from '#shared/ports/matters';
import type { Sealer } from '#shared/ports/sealer';

export interface MatterPorts {
  readonly matters: MatterPreferences;
  readonly sealer: Sealer;
}

/** A matter as its sender and its parties name it. */
export interface Matter {
  readonly serviceId: ServiceId;
  /** Absent: the message belongs to no matter that anybody could have chosen for. */
  readonly matterId?: string | undefined;
}

/** A choice in force with its process address opened; it stays in memory. */
export interface ChosenForMatter {
  readonly preference: MatterPreference;
  readonly address?: ProcessAddress;
}

/** The name a choice is kept under: ids of matters are the authority's and may hold anything. */
export async function matterName(sealer: Sealer, { serviceId, matterId }: Matter): Promise<string> {
  return sealer.digest('matter', JSON.stringify([serviceId, matterId]));
}

/** What the seal of a process address is bound to. */
export function matterContext({ recipientId, matter }: Pick<MatterPreference, 'recipientId' | 'matter'>): string {
  return `matter/${recipientId}/${matter}`;
}

/** What the seal of the service and the matter a choice is for is bound to. */
export function matterNameContext(choice: Pick<MatterPreference, 'recipientId' | 'matter'>): string {
  return `${matterContext(choice)}/name`;
}

/** Reads what a recipient has chosen for a matter; nothing when it was cleared. Read the gate before it, never after. */
export function makeReadMatter({ matters, sealer }: MatterPorts) {
  return async function readMatter(
    recipientId: RecipientId | undefined,
    matter: Matter,
  ): Promise<ChosenForMatter | undefined> {
    if (recipientId === undefined || matter.matterId === undefined) return undefined;
    const preference = await matters.read(recipientId, await matterName(sealer, matter));
    if (!preference || preference.kind === 'CLEARED') return undefined;
    return openChoice(sealer, preference);
  };
}

/** A choice with the seal of its process address opened. */
export async function openChoice(sealer: Sealer, preference: MatterPreference): Promise<ChosenForMatter> {
  const { sealed } = preference;
  const text = sealed === undefined ? undefined : await sealer.openText(matterContext(preference), sealed);
  return { preference, address: text === undefined ? undefined : processAddress.parse(JSON.parse(text)) };
}

/**
 * Whether a mailbox named as process address can be used: it has been opened, and the address its notices go to takes mail.
 *
 * @see domain.md 3.4 (mailbox usable)
 */
export async function isUsable(
  { preference, address }: ChosenForMatter,
  gate: Gate | undefined,
  sealer: Sealer,
): Promise<boolean> {
  if (!gate) return false;
  const own = address?.type === 'MESSAGES' ? address.noticeEmail : undefined;
  if (own === undefined) return isOpen(gate);
  if (preference.emailDead === true) return false;
  if (gate.email === undefined || gate.emailUsable) return true;
  return own !== (await sealer.openText(emailContext(gate), gate.email));
}
