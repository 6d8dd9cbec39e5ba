import { describe, expect, it } from 'vitest';
import { entryName, entryState, mailboxEntry } from '#shared/domain/mailbox/entry';
import { inboundContent, inboundMessage } from '#shared/domain/mailbox/inbound';
import type { DeliveryFact } from '#shared/domain/message/facts';
import { MINUTE, after } from '#shared/kernel/time';
import { DELIVERY, EXTERNAL, MESSAGE, NOON, RECIPIENT, SERVICE, TENANT, documentOfName } from '#test/builders/domain';
import { acknowledgedFact, decidedFact, openedFact, openedLateFact, storedFact } from '#test/builders/domain-facts';

describe('the name of an entry', () => {
  it('is the moment of its decision and its delivery', () => {
    expect(entryName(NOON, DELIVERY)).toBe('2026-11-23T10:00:00.000Z#4217-1');
  });

  it('stands in the list in the order of the decisions', () => {
    expect(entryName(NOON, '9-1') < entryName(after(NOON, MINUTE), '1-1')).toBe(true);
  });

  it('is another for another delivery of the same moment', () => {
    expect(entryName(NOON, '4217-1')).not.toBe(entryName(NOON, '4217-2'));
  });
});

describe('the state of an entry', () => {
  const stored = [decidedFact(), storedFact()];

  it.each<['ORDINARY' | 'VERIFIABLE', string, DeliveryFact[], string]>([
    ['ORDINARY', 'nothing has been done with', stored, 'NEW'],
    ['ORDINARY', 'has been opened', [...stored, openedFact()], 'OPENED'],
    ['ORDINARY', 'has been acknowledged without a need', [...stored, acknowledgedFact()], 'NEW'],
    ['VERIFIABLE', 'nothing has been done with', stored, 'AWAITING_RECEIPT'],
    ['VERIFIABLE', 'has been acknowledged', [...stored, acknowledgedFact()], 'NEW'],
    ['VERIFIABLE', 'has been acknowledged and opened', [...stored, acknowledgedFact(), openedFact()], 'OPENED'],
    ['VERIFIABLE', 'has been opened without a receipt', [...stored, openedFact()], 'AWAITING_RECEIPT'],
    ['VERIFIABLE', 'has been opened with its letter on the way', [...stored, openedLateFact()], 'OPENED'],
  ])('of a message of %s kind that %s', (kind, _, facts, state) => {
    expect(entryState(kind, facts)).toBe(state);
  });
});

describe('what lies in a mailbox', () => {
  const entry = {
    recipientId: RECIPIENT,
    entry: entryName(NOON, DELIVERY),
    deliveryId: DELIVERY,
    messageId: MESSAGE,
    tenantId: TENANT,
    serviceId: SERVICE,
    kind: 'ORDINARY',
    receivedAt: NOON,
    title: 'sealed',
  };

  it('reads back as it was stored', () => {
    expect(mailboxEntry.parse(entry)).toEqual(entry);
    expect(mailboxEntry.safeParse({ ...entry, kind: 'Normal' }).success).toBe(false);
  });
});

describe('what an end user wrote', () => {
  const owner = { id: '010280-952L', name: 'Tessa Testilä' };

  it.each([
    ['for themselves', { title: 'Hei', body: 'Kiitos', documents: [documentOfName('a.pdf')], mailboxOwner: owner }],
    ['for another', { title: 'Hei', body: 'Kiitos', documents: [], mailboxOwner: owner, onBehalf: owner }],
  ])('%s reads back as it was sealed', (_, content) => {
    expect(inboundContent.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
  });

  it('reads back as it was stored, in a conversation or out of one', () => {
    const stored = {
      messageId: MESSAGE,
      tenantId: TENANT,
      serviceId: SERVICE,
      recipientId: RECIPIENT,
      receivedAt: NOON,
      sealedContent: new Uint8Array([1]),
    };
    const thread = { rootMessageId: MESSAGE, threadExternalId: EXTERNAL };
    expect(inboundMessage.parse(stored)).toEqual(stored);
    expect(inboundMessage.parse({ ...stored, thread })).toEqual({ ...stored, thread });
    expect(inboundMessage.safeParse({ ...stored, thread: {} }).success).toBe(false);
  });
});
