import type { MessageId } from '#shared/domain/message/ids';
import type { Message } from '#shared/domain/message/message';
import { type CalendarDate, type Instant, calendarDate, instant } from '#shared/kernel/time';
import { momentOn } from '#shared/kernel/calendar';
import type { World } from '#test/builders/world';

/** A moment of a day in Helsinki. */
export function dayOf(day: string, time = '12:00'): Instant {
  const on: CalendarDate = calendarDate.parse(day);
  return instant.parse(momentOn(on, time));
}

/** The message as it is stored. */
export async function storedMessage(world: World, id: MessageId): Promise<Message> {
  const message = await world.ports.messages.read(id);
  if (!message) throw new Error('the slot of a message is free');
  return message;
}

/** What lies in the document store now, of all that was ever put there. */
export async function filesLeft(world: World): Promise<string[]> {
  const all = [...world.documents.keys];
  const found = await Promise.all(all.map(async (key) => ((await world.documents.read(key)) ? [key] : [])));
  return found.flat();
}
