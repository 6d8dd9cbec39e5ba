import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LetterCost, costSince, faces, printingOf } from '#bench/letters/own';
import { letterNo } from '#bench/letters/text';
import { makeAddressPage } from '#shared/adapters/print/address-page';
import { prepareDocument } from '#shared/adapters/print/sender-document';

const document = readFileSync(join(import.meta.dirname, '../../local/samples/pdf/palautuskehotus-kirjasto.pdf'));

/** Documents of a sender, each with its address page before it and marks on every front. */
export async function measureAddressed(letters: number): Promise<LetterCost> {
  const before = process.cpuUsage();
  let bytes = 0;
  for (let number = 0; number < letters; number += 1) {
    const { recipient } = letterNo(number);
    const front = makeAddressPage(faces, { recipient, sender: recipient });
    if (!front.ok) throw new Error('the address has letters that can not be printed');
    const prepared = await prepareDocument(document, { front: front.value, printing: printingOf(number) });
    if (!prepared.ok) throw new Error('the sample can not be read');
    bytes += prepared.value.pdf.byteLength;
  }
  return costSince(before, { bytes, letters });
}
