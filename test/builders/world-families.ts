import type { Power } from '#shared/domain/message/power';
import type { Delivery } from '#shared/domain/message/delivery';
import { type DeliveryFact } from '#shared/domain/message/facts';
import { type MessageId, letterIdOf } from '#shared/domain/message/ids';
import { foldFacts } from '#shared/domain/message/delivery-state';
import type { PersonRecord } from '#shared/domain/registers/person';
import type { ShownMessage } from '#shared/flow/delivery/show-message';
import { momentOn } from '#shared/kernel/calendar';
import { type CalendarDate, calendarDate } from '#shared/kernel/time';
import { NOON, SERVICE, TENANT, address, personCode } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { done } from '#test/builders/world-people';

/** A child, its parents, and a lawyer. */
export const NIKO = personCode(911);
export const MARKKU = personCode(912);
export const MAIJA = personCode(913);
export const AINO = personCode(914);

export const M1 = { serviceId: SERVICE, matterId: 'M1' };

export const BORN = {
  'under 15': calendarDate.parse('2015-06-01'),
  'of 16': calendarDate.parse('2010-06-01'),
} as const;

/** Enters a person who lives somewhere. */
export async function live(world: World, code: string, part: Partial<PersonRecord> & { name: string }): Promise<void> {
  await world.ports.entry.enterPerson(code, { postalAddress: address({ name: part.name }), ...part });
}

/** Niko and his father; his mother too, where she is named. */
export async function family(
  world: World,
  birthDate: CalendarDate,
  guardians: readonly string[] = [MARKKU],
): Promise<void> {
  await live(world, NIKO, { name: 'Nuorila Niko', birthDate, guardians: [...guardians] });
  await live(world, MARKKU, { name: 'Nuorila Markku' });
  await live(world, MAIJA, { name: 'Nuorila Maija' });
}

/** Aino may act for somebody in the matter M1. */
export function mandate(world: World, principal: string, part: Partial<Power> = {}): void {
  world.powers.give({
    principal: { id: principal, name: 'Päämies' },
    holder: { id: AINO, name: 'Asiamies Aino' },
    power: {
      mandateId: 'valtuus-1',
      role: 'AGENT',
      source: 'VALTUUDET',
      scope: { type: 'MATTERS', matters: [M1] },
      mayReceiveService: true,
      validFrom: NOON,
      ...part,
    },
  });
}

export async function shown(world: World, id: MessageId): Promise<ShownMessage> {
  return done(await world.hub.showMessage.byId(TENANT, id));
}

/** Each delivery as `role rule channel`. */
export async function roads(world: World, id: MessageId): Promise<string[]> {
  return (await shown(world, id)).deliveries.map(({ delivery, recipient }) =>
    [recipient.role, delivery.addressee?.rule, foldFacts(delivery.facts).decision?.channel].join(' '),
  );
}

export function typesOf({ facts }: Pick<Delivery, 'facts'>): DeliveryFact['type'][] {
  return facts.map(({ type }) => type);
}

/** The provider posts the letter of a delivery, at noon of a day to come. */
export async function posts(world: World, { deliveryId }: Delivery, day: string): Promise<void> {
  const postedOn = calendarDate.parse(day);
  await world.moveTo(momentOn(postedOn, '12:00'));
  const event = { type: 'POSTED', eventId: `posted-${deliveryId}`, at: world.now(), postedOn } as const;
  done(await world.hub.recordPostalEvent(letterIdOf(deliveryId, 1), event));
}
