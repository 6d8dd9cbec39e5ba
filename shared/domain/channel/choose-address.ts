import type { PostalAddress } from '#shared/domain/message/address';
import { addressFlaws } from '#shared/domain/message/address-flaw';
import type { AddressLook, AddressSource, Capacity, Reason, RecipientKind } from '#shared/domain/message/decision';

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
  /** The sources as they were asked, and what each had; the last one is used, or none is. */
  readonly looks: readonly AddressLook[];
  readonly refusal?: { readonly channel: 'MANUAL' | 'UNDELIVERABLE'; readonly reason: Reason };
}

/**
 * Stage C: which address a letter goes to.
 *
 * @see domain.md 3.5 (rows A0–A7), 3.3 (R10); REQ-049, REQ-055, REQ-056; 661/2009 § 36–37 for the protection order
 */
export function chooseAddress(facts: AddressFacts): AddressOutcome {
  const [rule, sources] = sourcesOf(facts);
  const all = sources.map((source) => lookAt(source, facts));
  const used = all.findIndex(({ found }) => found === 'USED');
  const looks = used === -1 ? all : all.slice(0, used + 1);
  const source = looks[used]?.source;
  if (source) return { path: [rule], source, looks };
  return { ...refusalOf(facts, rule, looks), looks };
}

function refusalOf(
  { protectionOrder }: AddressFacts,
  rule: string,
  looks: readonly AddressLook[],
): Pick<AddressOutcome, 'path' | 'refusal'> {
  const found = looks.map((look) => look.found);
  if (protectionOrder)
    return { path: [rule, 'A5'], refusal: { channel: 'MANUAL', reason: 'PROTECTED_NO_SAFE_ADDRESS' } };
  if (found.includes('ABROAD')) {
    return { path: [rule, 'A5', 'R10'], refusal: { channel: 'MANUAL', reason: 'ABROAD' } };
  }
  if (found.includes('UNFIT')) return { path: [rule, 'A5'], refusal: { channel: 'MANUAL', reason: 'ADDRESS_UNFIT' } };
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

/** A5: a Finnish address that a letter can be posted to. */
function lookAt(source: AddressSource, { addresses, returnedFrom }: AddressFacts): AddressLook {
  const address = addresses[source];
  if (returnedFrom?.includes(source) === true) return { source, found: 'RETURNED' };
  if (!address) return { source, found: 'NONE' };
  if (isAbroad(address)) return { source, found: 'ABROAD' };
  const flaws = addressFlaws(address);
  return flaws.length === 0 ? { source, found: 'USED' } : { source, found: 'UNFIT', flaws: [...flaws] };
}

/** An unknown country (XX) is nowhere. */
function isAbroad({ countryCode }: PostalAddress): boolean {
  return countryCode !== 'FI' && countryCode !== 'XX';
}
