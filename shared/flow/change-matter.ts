import type { MatterPreference, ProcessAddress } from '#shared/domain/consent/matter-preference';
import { moveGate } from '#shared/domain/consent/move-gate';
import type { Language } from '#shared/domain/message/hub-fields';
import type { RecipientId, ServiceId } from '#shared/domain/message/ids';
import {
  type ChosenForMatter,
  type MatterPorts,
  makeReadMatter,
  matterContext,
  matterName,
} from '#shared/flow/matter-choice';
import { makeRecipientIds } from '#shared/flow/recipient-ids';
import type { Acting } from '#shared/flow/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { Gates, RecipientAliases } from '#shared/ports/mailboxes';
import type { Tenants } from '#shared/ports/tenants';

export interface ChangeMatterPorts extends MatterPorts {
  readonly aliases: RecipientAliases;
  readonly gates: Gates;
  readonly tenants: Tenants;
  readonly ids: Ids;
  readonly clock: Clock;
}

export interface MatterUnknown {
  readonly kind: 'matter-unknown';
}

/** The matter somebody chooses for. */
export interface OwnMatter {
  readonly serviceId: ServiceId;
  readonly matterId: string;
}

export type MatterWish =
  { readonly kind: 'PAPER' } | { readonly kind: 'PROCESS_ADDRESS'; readonly processAddress: ProcessAddress };

/** Tries against other choices of the same person moving the gate at the same time. */
const TRIES = 5;
const UNKNOWN = refuse({ kind: 'matter-unknown' });

/**
 * What a recipient chooses for one matter of an authority's service: paper, or an address to be served at. In force when
 * this answers: the choice is written, then the gate moves, and every decision made on the choice before it is dead.
 *
 * @see architecture, section 2 (the gate); domain.md 3.4 (C4); REQ-037; 808/2019 § 15
 */
export function makeChangeMatter(ports: ChangeMatterPorts) {
  const { gates, matters, tenants, sealer, ids, clock } = ports;
  const recipients = makeRecipientIds(ports);
  const readMatter = makeReadMatter(ports);

  /** @returns the choice in force; `matter-unknown` when there is none, or no such service */
  async function matterOf({ recipientId }: Acting, matter: OwnMatter): Promise<Result<ChosenForMatter, MatterUnknown>> {
    const chosen = await readMatter(recipientId, matter);
    return chosen ? ok(chosen) : UNKNOWN;
  }

  async function setMatter(
    acting: Acting,
    matter: OwnMatter,
    { wish, language }: { readonly wish: MatterWish; readonly language: Language },
  ): Promise<Result<ChosenForMatter, MatterUnknown>> {
    if (!(await tenants.service(matter.serviceId))) return UNKNOWN;
    const recipientId = acting.recipientId ?? (await recipients.enrol(acting.owner.id, ids.recipient()));
    const address = wish.kind === 'PROCESS_ADDRESS' ? wish.processAddress : undefined;
    const preference = await preferenceOf({ recipientId, acting, matter }, address);
    await matters.put(preference);
    await moveTheGate(preference, language);
    return ok({ preference, address });
  }

  /** Takes a choice back; without one nothing is done. */
  async function clearMatter(acting: Acting, matter: OwnMatter): Promise<void> {
    const chosen = await readMatter(acting.recipientId, matter);
    if (!chosen) return;
    const { recipientId, matter: name } = chosen.preference;
    const cleared = { recipientId, matter: name, kind: 'CLEARED', declaredAt: clock(), actor: acting.actor } as const;
    await matters.put(cleared);
    await moveTheGate(cleared, 'fi');
  }

  async function preferenceOf(
    { recipientId, acting, matter }: { recipientId: RecipientId; acting: Acting; matter: OwnMatter },
    address: ProcessAddress | undefined,
  ): Promise<MatterPreference> {
    const named = { recipientId, matter: await matterName(sealer, matter) };
    const text = address && JSON.stringify(address);
    const sealed = text && (await sealer.sealText({ key: 'recipients', context: matterContext(named), text }));
    return { ...named, kind: address?.type ?? 'PAPER', sealed, declaredAt: clock(), actor: acting.actor };
  }

  async function moveTheGate({ recipientId, actor }: MatterPreference, language: Language): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = await gates.read(recipientId);
      const making = { at: clock(), attempt: ids.attempt() };
      const moved = await gates.change(before, moveGate(before, { recipientId, language, actor }, making));
      if (moved.ok) return;
    }
    throw new Error('a gate changes too often to be written to');
  }

  return { matterOf, setMatter, clearMatter };
}
