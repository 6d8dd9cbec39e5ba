import type { PostalAddress } from '#shared/domain/message/address';
import type { AddressSource, Capacity, Reason, RecipientKind } from '#shared/domain/message/decision';

export interface AddressedRecipient {
  readonly kind: RecipientKind;
  readonly capacity: Capacity;
}

/** A sole trader is a person in a private matter and an organisation in business. */
export function isPerson({ kind, capacity }: AddressedRecipient): boolean {
  return kind === 'PERSON' || (kind === 'SOLE_TRADER' && capacity === 'PRIVATE');
}

/** Where an address could come from. Only their usability is looked at here; none of them leaves the resolver. */
export interface AddressFacts {
  readonly recipient?: AddressedRecipient;
  readonly addresses: Partial<Readonly<Record<AddressSource, PostalAddress>>>;
  readonly protectionOrder: boolean;
  /** The sender's PDF carries its own address, so no other can be printed unless a page is laid before it. */
  readonly addressIsInPdf: boolean;
  /** Sources a letter has come back from: they are not tried again (A7). */
  readonly returnedFrom?: readonly AddressSource[];
}

export interface AddressOutcome {
  readonly path: readonly string[];
  readonly source?: AddressSource;
  readonly refusal?: { readonly channel: 'MANUAL' | 'UNDELIVERABLE'; readonly reason: Reason };
}

/**
 * Stage C: which address a letter goes to.
 *
 * @see domain.md 3.5 (rows A0–A7), 3.3 (R10); REQ-049, REQ-055, REQ-056; 661/2009 § 36–37 for the protection order
 */
export function chooseAddress(facts: AddressFacts): AddressOutcome {
  const [rule, sources] = sourcesOf(facts);
  const order = sources.filter((source) => facts.returnedFrom?.includes(source) !== true);
  const usable = order.find((source) => isUsable(facts.addresses[source]));
  if (usable) return { path: [rule], source: usable };
  return refusalOf(facts, rule, order);
}

function refusalOf(
  { protectionOrder, addresses }: AddressFacts,
  rule: string,
  order: readonly AddressSource[],
): AddressOutcome {
  if (protectionOrder)
    return { path: [rule, 'A5'], refusal: { channel: 'MANUAL', reason: 'PROTECTED_NO_SAFE_ADDRESS' } };
  if (order.some((source) => isAbroad(addresses[source]))) {
    return { path: [rule, 'A5', 'R10'], refusal: { channel: 'MANUAL', reason: 'ABROAD' } };
  }
  return { path: [rule, 'A5', 'A6'], refusal: { channel: 'UNDELIVERABLE', reason: 'NO_ADDRESS' } };
}

/**
 * A postal process address is the only one while it is there: it is where the recipient wants the matter served, and goes
 * before the address in a PDF on a page of its own. One that letters came back from leaves the order to the next.
 */
function sourcesOf(facts: AddressFacts): readonly [string, readonly AddressSource[]] {
  const { recipient, protectionOrder, addressIsInPdf, addresses, returnedFrom } = facts;
  const process = addresses.PROCESS && returnedFrom?.includes('PROCESS') !== true;
  if (protectionOrder) return ['A3', addressIsInPdf ? [] : process ? ['PROCESS'] : ['CONTACT']];
  if (process) return ['A1', ['PROCESS']];
  if (addressIsInPdf) return ['A0', ['AUTHORITY']];
  if (recipient && !isPerson(recipient)) return ['A4', ['REGISTER', 'AUTHORITY']];
  return ['A2', ['REGISTER', 'AUTHORITY']];
}

/** A5: a Finnish address with a five-digit post code. */
function isUsable(address: PostalAddress | undefined): boolean {
  return address?.countryCode === 'FI' && /^\d{5}$/.test(address.zipCode);
}

function isAbroad(address: PostalAddress | undefined): boolean {
  return address !== undefined && address.countryCode !== 'FI';
}
