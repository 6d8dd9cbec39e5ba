import type { Letter } from '#shared/domain/delivery-postal/letter';
import { type PostiCredentials, accountContext, postiCredentials } from '#shared/domain/delivery-postal/posti-account';
import { type Relayed, externalIdOf, whyUnsent } from '#shared/domain/delivery-postal/relayed';
import { type PostalAddress, postalAddress } from '#shared/domain/message/address';
import type { PaperMailPart } from '#shared/domain/message/content';
import type { Delivery } from '#shared/domain/message/delivery';
import { addressContext } from '#shared/flow/delivery-postal/order-print';
import { readOpened } from '#shared/flow/delivery/read-content';
import type { DeliveryLog } from '#shared/ports/delivery-log';
import type { DocumentStore } from '#shared/ports/document-store';
import type { HandOver } from '#shared/ports/hand-over';
import type { MessageLog } from '#shared/ports/message-log';
import type { PostalRelay } from '#shared/ports/postal-relay';
import type { PostiAccounts } from '#shared/ports/posti-accounts';
import type { LetterShelf } from '#shared/ports/print-house';
import type { Sealer } from '#shared/ports/sealer';

export interface RelayPorts {
  readonly relay: PostalRelay;
  readonly messages: MessageLog;
  readonly deliveries: DeliveryLog;
  readonly accounts: Pick<PostiAccounts, 'read'>;
  readonly shelf: Pick<LetterShelf, 'noteRelayed'>;
  readonly documents: Pick<DocumentStore, 'read'>;
  readonly sealer: Sealer;
  /** Told of each letter that could not be given now. */
  readonly onFault: (fault: unknown) => void;
}

/** Letters that are under way at once: as many lie in memory, and no more. */
const AT_ONCE = 4;
/** So many faults and no answer in between: the national service is not there, and the rest waits for the next run. */
const MOST_FAULTS = 12;

/**
 * Hands letters over through the paper part of the national Suomi.fi Messages, one by one. What came of each is noted with
 * the letter as soon as it is known, so a run that died gives again only those it knows nothing of, each under the name it
 * had: a name that was taken is a success there. A letter that fails stands in no other's way.
 *
 * @see suomifi-messages-notes.md sections 3 and 8; ADR 041
 */
export function makeRelayLetters(ports: RelayPorts): HandOver {
  const { relay, shelf, onFault } = ports;
  const orderOf = makeOrderOf(ports);

  return {
    deliver: async (_batch, letters) => {
      const known: [Letter, Relayed][] = [];
      let faults = 0;
      for (let start = 0; start < letters.length && faults < MOST_FAULTS; start += AT_ONCE) {
        const some = letters.slice(start, start + AT_ONCE);
        const outcomes = await Promise.all(some.map(relayedOnce));
        const clear = some.flatMap((letter, i) => (outcomes[i] ? [[letter, outcomes[i]] as const] : []));
        known.push(...clear.map(([letter, outcome]): [Letter, Relayed] => [letter, outcome]));
        faults = clear.length > 0 ? 0 : faults + some.length;
      }
      const untaken = known.flatMap(([{ letterId }, outcome]) => {
        const reason = whyUnsent(outcome);
        return reason ? [{ letterId, reason }] : [];
      });
      return { untaken, left: letters.length - known.length };
    },
  };

  /** @returns nothing where it is not known yet */
  async function relayedOnce(letter: Letter): Promise<Relayed | undefined> {
    if (letter.relayed) return letter.relayed;
    try {
      const outcome = await give(letter);
      await shelf.noteRelayed(letter.letterId, outcome);
      return outcome;
    } catch (fault) {
      onFault(fault);
      return undefined;
    }
  }

  async function give(letter: Letter): Promise<Relayed> {
    if (letter.restricted) return { outcome: 'RESTRICTED' };
    const order = await orderOf(letter);
    return order ? relay.send(order) : { outcome: 'NO_CREDENTIALS' };
  }
}

/** A letter with all that the national service wants to know of it; nothing where nobody pays for it. */
function makeOrderOf({ messages, deliveries, accounts, documents, sealer }: RelayPorts) {
  return async function orderOf(letter: Letter) {
    const { letterId, tenantId, deliveryId } = letter;
    const delivery = await deliveries.read(deliveryId);
    if (!delivery) throw new Error('a letter without its delivery');
    const credentials = await credentialsFor(delivery);
    if (!credentials) return undefined;
    return {
      externalId: externalIdOf(tenantId, letterId),
      serviceId: delivery.serviceId,
      pdf: await pdfOf(letter),
      fileName: `${letterId}.pdf`,
      paperMail: paperMailOf(letter, { credentials, recipient: await addressOf(letter) }),
    };
  };

  /** The message's own go first; the standing ones are for letters that the hub has written itself. */
  async function credentialsFor(delivery: Delivery): Promise<PostiCredentials | undefined> {
    const { content } = await readOpened({ messages, sealer }, delivery);
    const { paperMail } = content;
    if (paperMail) return { ...paperMail.printingAndEnvelopingService, sender: paperMail.sender };
    const account = await accounts.read(delivery.serviceId);
    if (account?.tenantId !== delivery.tenantId) return undefined;
    return postiCredentials.parse(JSON.parse(await sealer.openText(accountContext(account), account.sealed)));
  }

  async function addressOf({ letterId, address }: Letter): Promise<PostalAddress> {
    return postalAddress.parse(JSON.parse(await sealer.openText(addressContext(letterId), address)));
  }

  async function pdfOf({ documentKey, sha256 }: Letter): Promise<Uint8Array> {
    const document = await documents.read(documentKey);
    if (!document || sealer.sha256(document.bytes) !== sha256)
      throw new Error('the document of a letter is missing or changed');
    return document.bytes;
  }
}

interface Parties {
  readonly credentials: PostiCredentials;
  readonly recipient: PostalAddress;
}

/** The PDF carries its address already, and pages that were to be turned are. */
function paperMailOf(
  { class: letterClass, options }: Letter,
  { credentials: { sender, ...printingAndEnvelopingService }, recipient }: Parties,
): Omit<PaperMailPart, 'attachments'> {
  return {
    colorPrinting: options.colour,
    twoSidedPrinting: options.duplex,
    rotateLandscapePages: options.rotateLandscapePages,
    createAddressPage: false,
    messageServiceType: letterClass === 'LETTER_ADVICE_OF_RECEIPT' ? 'Verifiable' : 'Normal',
    printingAndEnvelopingService,
    recipient: { address: recipient },
    sender,
  };
}
