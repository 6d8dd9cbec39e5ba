import type { MatterPreference, ProcessAddress } from '#shared/domain/consent/matter-preference';
import { moveGate } from '#shared/domain/consent/move-gate';
import type { Language } from '#shared/domain/message/hub-fields';
import type { RecipientId, ServiceId } from '#shared/domain/message/ids';
import { isInForce, reaches } from '#shared/domain/message/power';
import { type Choosing, sealedReason } from '#shared/flow/consent/choosing';
import {
  type ChosenForMatter,
  type MatterPorts,
  makeReadMatter,
  matterContext,
  matterName,
  matterNameContext,
} from '#shared/flow/delivery/matter-choice';
import { makeRecipientIds } from '#shared/flow/delivery/recipient-ids';
import type { Acting } from '#shared/flow/mandate/who-acts';
import { ok, refuse, type Result } from '#shared/kernel/result';
import type { Clock } from '#shared/kernel/time';
import type { Ids } from '#shared/ports/ids';
import type { Gates, RecipientAliases } from '#shared/ports/mailboxes';
import type { PowerRegister } from '#shared/ports/powers';
import type { Tenants } from '#shared/ports/tenants';

export interface ChangeMatterPorts extends MatterPorts {
  readonly aliases: RecipientAliases;
  readonly gates: Gates;
  readonly tenants: Tenants;
  readonly powers: PowerRegister;
  readonly ids: Ids;
  readonly clock: Clock;
}

export interface MatterUnknown {
  readonly kind: 'matter-unknown';
}

/** Nobody of that id has a power to be served for the owner in that matter. */
export interface AgentWithoutPower {
  readonly kind: 'agent-without-power';
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
  const { matters, tenants, sealer, ids, clock } = ports;
  const recipients = makeRecipientIds(ports);
  const readMatter = makeReadMatter(ports);
  const moveTheGate = makeMoveTheGate(ports);

  /** @returns the choice in force; `matter-unknown` when there is none, or no such service */
  async function matterOf({ recipientId }: Acting, matter: OwnMatter): Promise<Result<ChosenForMatter, MatterUnknown>> {
    const chosen = await readMatter(recipientId, matter);
    return chosen ? ok(chosen) : UNKNOWN;
  }

  async function setMatter(
    acting: Choosing,
    matter: OwnMatter,
    { wish, language }: { readonly wish: MatterWish; readonly language: Language },
  ): Promise<Result<ChosenForMatter, MatterUnknown | AgentWithoutPower>> {
    if (!(await tenants.service(matter.serviceId))) return UNKNOWN;
    const address = wish.kind === 'PROCESS_ADDRESS' ? wish.processAddress : undefined;
    if (
      address?.type === 'AGENT' &&
      !(await mayBeServed(ports, { owner: acting.owner, matter, agentId: address.agentId }))
    )
      return refuse({ kind: 'agent-without-power' });
    const recipientId = acting.recipientId ?? (await recipients.enrol(acting.owner.id, ids.recipient()));
    const preference = await preferenceOf({ recipientId, acting, matter }, address);
    await matters.put(preference);
    await moveTheGate(preference, language);
    return ok({ preference, address });
  }

  /** Takes a choice back; without one nothing is done. */
  async function clearMatter(acting: Choosing, matter: OwnMatter): Promise<void> {
    const chosen = await readMatter(acting.recipientId, matter);
    if (!chosen) return;
    const { recipientId, matter: name } = chosen.preference;
    const reason = await sealedReason(sealer, recipientId, acting);
    const made = { declaredAt: clock(), actor: acting.actor, reason };
    const cleared = { recipientId, matter: name, kind: 'CLEARED', ...made } as const;
    await matters.put(cleared);
    await moveTheGate(cleared, 'fi');
  }

  async function preferenceOf(
    { recipientId, acting, matter }: { recipientId: RecipientId; acting: Choosing; matter: OwnMatter },
    address: ProcessAddress | undefined,
  ): Promise<MatterPreference> {
    const named = { recipientId, matter: await matterName(sealer, matter) };
    const seal = async (context: string, value: unknown) =>
      sealer.sealText({ key: 'recipients', context, text: JSON.stringify(value) });
    return {
      ...named,
      kind: address?.type ?? 'PAPER',
      sealed: address && (await seal(matterContext(named), address)),
      named: await seal(matterNameContext(named), [matter.serviceId, matter.matterId]),
      declaredAt: clock(),
      actor: acting.actor,
      reason: await sealedReason(sealer, recipientId, acting),
    };
  }

  return { matterOf, setMatter, clearMatter };
}

interface Agency {
  readonly owner: Choosing['owner'];
  readonly matter: OwnMatter;
  readonly agentId: string;
}

/** Whether the agent may be served for the owner. Asked live: a power that has ended serves nobody (434/2003 § 56). */
async function mayBeServed(
  { powers, clock }: Pick<ChangeMatterPorts, 'powers' | 'clock'>,
  { owner, matter, agentId }: Agency,
): Promise<boolean> {
  const held = await powers.between(agentId, owner.id);
  return held.some((each) => each.mayReceiveService && isInForce(each, clock()) && reaches(each, matter));
}

/** Moves the gate of whoever has chosen: a choice is in force once that is done. */
function makeMoveTheGate({ gates, ids, clock }: Pick<ChangeMatterPorts, 'gates' | 'ids' | 'clock'>) {
  return async function moveTheGate({ recipientId, actor }: MatterPreference, language: Language): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = await gates.read(recipientId);
      const making = { at: clock(), attempt: ids.attempt() };
      const moved = await gates.change(before, moveGate(before, { recipientId, language, actor }, making));
      if (moved.ok) return;
    }
    throw new Error('a gate changes too often to be written to');
  };
}
