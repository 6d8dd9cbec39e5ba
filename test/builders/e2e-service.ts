import { type Authority, SENDING, type ShownMessage } from '#test/builders/e2e-authority';
import { type About, anAddress, identityCode, multichannel } from '#test/builders/e2e-bodies';
import type { Printer } from '#test/builders/e2e-printer';
import type { Sandbox } from '#test/builders/e2e-sandbox';

type Delivery = ShownMessage['deliveries'][number];
export type ShownAssessment = Delivery['assessments'][number];

export const THIRTY_DAYS = { appealPeriod: { days: 30 } };

/** Who sends, who prints and what moves the clock in a test of service. */
export interface Stage {
  readonly city: Authority;
  readonly printer: Printer;
  readonly sandbox: Sandbox;
}

const counter = { last: 0 };

/** Somebody of the register nobody else in the file is. @returns the identity code */
export async function somebody({ sandbox }: Stage, row: object = {}): Promise<string> {
  counter.last += 1;
  const id = identityCode('120670', '-', 900 + (counter.last % 100));
  await sandbox.person(id, { name: 'Joku Jokunen', postalAddress: anAddress(), ...row });
  return id;
}

export async function consenting(stage: Stage): Promise<string> {
  const email = `henkilo-${counter.last + 1}@example.fi`;
  return somebody(stage, { consent: { electronic: true, email } });
}

/** Sends at the present moment and works until everything that is due is done. */
export async function send({ city, sandbox }: Stage, about: About): Promise<number> {
  const file = await city.upload();
  const body = multichannel({ file, addressPage: true, hub: THIRTY_DAYS, ...about });
  const messageId = await city.send(SENDING.multichannel, body);
  await sandbox.settle();
  return messageId;
}

/** The one delivery of a message, as its sender sees it. */
export async function deliveryOf({ city }: Stage, messageId: number): Promise<Delivery> {
  const [delivery] = (await city.show(messageId)).deliveries;
  if (!delivery) throw new Error(`message ${messageId} has no delivery`);
  return delivery;
}

/** What a rule set says of the newest attempt. */
export async function saidOf(stage: Stage, messageId: number, ruleSet = 'fi-2016'): Promise<ShownAssessment> {
  const { assessments } = await deliveryOf(stage, messageId);
  const said = assessments.find(({ ruleSetId }) => ruleSetId === ruleSet);
  if (!said) throw new Error(`${ruleSet} says nothing of message ${messageId}`);
  return said;
}

/** The print provider reports on the newest letter of a message. */
export async function report({ printer, sandbox }: Stage, messageId: number, event: object): Promise<number> {
  const letter = (await sandbox.letters()).findLast((each) => each.messageId === messageId);
  if (!letter) throw new Error(`message ${messageId} has no letter`);
  const eventId = `event-${messageId}-${JSON.stringify(event)}`.slice(0, 100);
  const answer = await printer.report(letter.letterId, { eventId, at: await sandbox.now(), ...event });
  await sandbox.settle();
  return answer.status;
}
