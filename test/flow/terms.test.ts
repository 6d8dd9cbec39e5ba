import { beforeEach, describe, expect, it } from 'vitest';
import type { Submission } from '#shared/domain/intake/check-submission';
import type { Terms } from '#shared/domain/message/terms';
import { HOUR } from '#shared/kernel/time';
import { SETTINGS } from '#test/builders/domain';
import { COMPANY, TENANT, SERVICE, electronicPart, paperPart } from '#test/builders/messages';
import type { World } from '#test/builders/world';
import { consenting, deliveryOf, openWorld, send, upload } from '#test/builders/world-people';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  await consenting(world);
});

async function termsOf(part: Partial<Submission> = {}): Promise<Terms | undefined> {
  const id = await send(world, part);
  await world.settle();
  return (await deliveryOf(world, id)).terms;
}

const override = { legalBasis: '434/2003 § 59', approvedBy: 'Hallintojohtaja' };
const withReminder = (reminder: 'No reminders' | 'Default reminder') => ({
  electronic: electronicPart({
    notifications: {
      senderDetailsInNotifications: 'None',
      unreadMessageNotification: { reminder },
    },
  }),
});

describe('the terms frozen with a delivery', () => {
  it('are none where nothing differs from the default', async () => {
    expect(await termsOf()).toBeUndefined();
  });

  it.each<[string, Partial<Submission>, Terms]>([
    ['the appeal period', { hub: { appealPeriod: { days: 30 } } }, { appealPeriod: { days: 30 } }],
    ['no reminders, for an informational message', { hub: { informational: true } }, { noReminders: true }],
    ['no reminders, where the sender wants none', withReminder('No reminders'), { noReminders: true }],
    [
      'that an obliging document goes as ordinary',
      { hub: { obligating: true, obligatingOverride: override } },
      { obligatingOverridden: true },
    ],
  ])('hold %s', async (_, part, terms) => {
    expect(await termsOf(part)).toEqual(terms);
  });

  it('hold that the recipient is an authority, which a letter reaches on the day it arrives', async () => {
    const paperMail = paperPart(await upload(world));
    const to = { recipient: { id: COMPANY }, paperMail };
    expect(await termsOf({ ...to, hub: { recipientKind: 'AUTHORITY' } })).toEqual({ recipientKind: 'AUTHORITY' });
  });

  it('hold the options of the operator that differ, as they were when it was opened', async () => {
    const rest = { assumePostedAfter: 2, receiptPatience: 30, postedOnPatience: 5 };
    const options = { windowRoll: 'NONE', withdrawalTriggersFallback: false, ...rest } as const;
    world.settings.current = { ...SETTINGS, ...options };
    const id = await send(world);
    await world.settle();
    world.settings.current = SETTINGS;
    await world.moveBy(HOUR);
    expect((await deliveryOf(world, id)).terms).toEqual(options);
  });
});

describe('a statute that keeps messages on paper', () => {
  const statute = '1/2000 § 1';
  const paperOnly = { statutoryChannel: { rule: 'PAPER_ONLY' as const, legalBasis: statute } };
  const counted = async () =>
    world.ports.obstacles.count({ tenantId: TENANT, serviceId: SERVICE, statute: world.ports.sealer.sha256(statute) });

  it('is counted once for each message, however often it is routed (AC-32)', async () => {
    const id = await send(world, { hub: paperOnly, paperMail: paperPart(await upload(world)) });
    await world.settle();
    expect(await counted()).toBe(1);
    await world.hub.routeMessage(id);
    await world.hub.routeMessage(id);
    expect(await counted()).toBe(1);
  });

  it('is not counted where the message goes to nobody’s mailbox anyway, for want of an id', async () => {
    const paperMail = paperPart(await upload(world));
    await send(world, { hub: paperOnly, paperMail, recipient: undefined, electronic: undefined });
    await world.settle();
    expect(await counted()).toBe(0);
  });
});
