import { formOfId } from '#shared/domain/message/identity-code';
import type { MessageContent } from '#shared/domain/message/message';
import type { Registered } from '#shared/flow/delivery/channel-facts';
import type { BusinessRegister, PopulationRegister } from '#shared/ports/registers';

export interface RegisterPorts {
  readonly people: PopulationRegister;
  readonly businesses: BusinessRegister;
}

/** What the registers say of a recipient: one question to the register its id belongs to. */
export async function lookUp(
  { people, businesses }: RegisterPorts,
  { recipient }: Pick<MessageContent, 'recipient'>,
): Promise<Registered> {
  if (!recipient) return {};
  return formOfId(recipient.id) === 'PERSON'
    ? { person: await people.find(recipient.id) }
    : { business: await businesses.find(recipient.id) };
}
