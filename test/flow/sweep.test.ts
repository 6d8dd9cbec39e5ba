import { beforeEach, describe, expect, it } from 'vitest';
import { deliveryIdOf } from '#shared/domain/message/ids';
import { DAY, HOUR, MINUTE, type Instant, after, elapsed } from '#shared/kernel/time';
import { NOON, PAULA, TESSA, paperPart } from '#test/builders/messages';
import { attachment, delivery, gate, message, owedNotice } from '#test/builders/messages-stored';
import type { World } from '#test/builders/world';
import {
  choose,
  consenting,
  factsOf,
  letters,
  mailsTo,
  noticesOf,
  openWorld,
  owesNow,
  send,
  told,
  upload,
  nextWork,
} from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});

const nudged = () => world.nudger.all.map(({ step, id }) => `${step} ${id}`);

describe('the sweep', () => {
  it('finds nothing to do where nothing is owed', async () => {
    expect(await world.hub.sweep()).toEqual({ due: 0, stuck: 0, oldestMs: 0 });
    expect(world.nudger.all).toEqual([]);
  });

  it('nudges the step each thing waits for', async () => {
    const { messages, deliveries, attachments, gates } = world.ports;
    await messages.put(message(1));
    await deliveries.create(delivery(2));
    await attachments.put(attachment(3, { wakeAt: NOON }));
    await gates.change(undefined, gate(4, { owed: { '1-new': owedNotice() }, wakeAt: NOON }));
    expect((await world.hub.sweep()).due).toBe(4);
    expect(nudged().sort()).toEqual([
      'deliver-electronically 2-1',
      `expire-attachment ${attachment(3).attachmentId}`,
      `follow-withdrawal ${gate(4).recipientId}`,
      'publish-events 2-1',
      'route-message 1',
      `tell-consent ${gate(4).recipientId}`,
    ]);
  });

  it('leaves alone what is not due', async () => {
    await world.ports.messages.put(message(1, { wakeAt: after(NOON, 1) }));
    expect((await world.hub.sweep()).due).toBe(0);
    expect(world.nudger.all).toEqual([]);
  });

  it('nudges again after 1, 2, 4, 8, 16, 32 and then 60 minutes, and after ten tries once a day', async () => {
    await world.ports.messages.put(message(1));
    const leases: number[] = [];
    let at: Instant | undefined = NOON;
    for (let tries = 0; tries < 12; tries += 1) {
      await world.hub.sweep();
      const next: Instant | undefined = await world.ports.index.earliest();
      if (!at || !next) throw new Error('the message left the work list');
      leases.push(elapsed(at, next));
      world.tick(elapsed(at, next));
      at = next;
    }
    const minutes = [1, 2, 4, 8, 16, 32, 60, 60, 60].map((each) => each * MINUTE);
    expect(leases).toEqual([...minutes, DAY, DAY, DAY]);
    expect(world.nudger.all).toHaveLength(12);
  });

  it('tells how much is stuck and how long the oldest has waited', async () => {
    await world.ports.messages.put(message(1));
    world.tick(HOUR);
    expect(await world.hub.sweep()).toEqual({ due: 1, stuck: 0, oldestMs: HOUR });
    for (let tries = 2; tries < 10; tries += 1) {
      world.tick(HOUR);
      expect((await world.hub.sweep()).stuck).toBe(0);
    }
    world.tick(HOUR);
    expect((await world.hub.sweep()).stuck).toBe(1);
  });

  it('starts counting anew when a step moves the thing on', async () => {
    await consenting(world);
    world.mailer.meet('fail');
    const id = await send(world);
    await world.settle();
    world.nudger.lose(true);
    for (let tries = 0; tries < 9; tries += 1) {
      world.tick(DAY);
      await world.hub.sweep();
    }
    world.nudger.lose(false);
    world.tick(DAY);
    expect((await world.hub.sweep()).stuck).toBe(1);
    await world.settle();
    expect((await factsOf(world, id)).at(-1)).toBe('NOTICE_SENT');
    expect(await owesNow(world)).toBe(false);
  });

  it('moves an entry that came too early to its moment, and nudges nobody', async () => {
    const early = delivery(1, { published: 2, facts: [...delivery(1).facts], claim: undefined });
    const decided = early.facts.map((fact) =>
      fact.type === 'DECIDED' ? { ...fact, decision: { ...fact.decision, decidedAt: after(NOON, HOUR) } } : fact,
    );
    await world.ports.deliveries.create({ ...early, facts: decided });
    expect((await world.hub.sweep()).due).toBe(1);
    expect(world.nudger.all).toEqual([]);
    expect(await world.ports.index.earliest()).toBe(after(NOON, HOUR));
  });

  it('takes out an entry of a delivery that owes nothing', async () => {
    const resting = delivery(1, { published: 1, facts: [{ type: 'RECEIVED', at: NOON }] });
    await world.ports.deliveries.create(resting);
    await world.hub.sweep();
    expect(await nextWork(world)).toBeUndefined();
    expect(world.nudger.all).toEqual([]);
  });

  it('nudges nobody for an entry that another sweep took', async () => {
    await world.ports.messages.put(message(1));
    const { index } = world.ports;
    world.restart((ports) => ({ ...ports, index: { ...index, move: async () => false } }));
    await world.hub.sweep();
    expect(world.nudger.all).toEqual([]);
  });

  it('passes over an entry whose thing is done meanwhile', async () => {
    await world.ports.messages.put(message(1));
    const { index } = world.ports;
    world.restart((ports) => ({ ...ports, index: { ...index, read: async () => undefined } }));
    expect(await world.hub.sweep()).toMatchObject({ due: 1, stuck: 0 });
    expect(world.nudger.all).toEqual([]);
  });

  it('gets through more than one page of work', async () => {
    for (let n = 1; n <= 130; n += 1) await world.ports.messages.put(message(n));
    expect((await world.hub.sweep()).due).toBe(130);
    expect(new Set(nudged()).size).toBe(130);
  });
});

describe('a hub whose queues lose everything', () => {
  beforeEach(async () => {
    await consenting(world);
    world.nudger.lose(true);
  });

  /** The queues lose every nudge but those of the sweep. */
  async function minutesPass(count: number): Promise<void> {
    for (let minute = 0; minute < count; minute += 1) {
      world.tick(MINUTE);
      world.nudger.lose(false);
      await world.hub.sweep();
      await world.settle();
      world.nudger.lose(true);
    }
  }

  it('still delivers an electronic message', async () => {
    const id = await send(world);
    await minutesPass(3);
    expect(await factsOf(world, id)).toEqual(['ACCEPTED', 'DECIDED', 'MAILBOX_STORED', 'NOTICE_SENT']);
    expect(noticesOf(world, id)).toHaveLength(1);
  });

  it('still prints a letter', async () => {
    await send(world, { recipient: { id: PAULA }, paperMail: paperPart(await upload(world)) });
    await minutesPass(3);
    expect(await letters(world)).toHaveLength(1);
  });

  it('still tells the authority everything, once', async () => {
    const id = await send(world);
    await minutesPass(5);
    expect((await told(world)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect((await told(world))[0]?.deliveryId).toBe(deliveryIdOf(id, 1));
    expect(await owesNow(world)).toBe(false);
  });

  it('still confirms a withdrawal', async () => {
    await choose(world, TESSA, { electronic: false });
    await minutesPass(2);
    expect(mailsTo(world)).toContain('CONSENT_WITHDRAWN');
  });
});
