import { arrayBuffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { LetterCost } from '#bench/letters/own';
import { letterNo } from '#bench/letters/text';
import { addressLines } from '#shared/adapters/print/address-lines';
import { readFonts } from '#shared/adapters/print/fonts';
import { LETTER_LAYOUT, LETTER_TYPE, points } from '#shared/adapters/print/layout';
import { trimFont } from '#shared/adapters/print/trim-font';

const whole = readFonts();
const fonts = { regular: Buffer.from(trimFont(whole.regular)), bold: Buffer.from(trimFont(whole.bold)) };
const { firstText, sender, window } = LETTER_LAYOUT;

/** The same letters as a program would write them that has nothing but pdfkit: PDF/A-2b, each in a file of its own. */
export async function measurePdfkit(letters: number): Promise<LetterCost> {
  const before = process.cpuUsage();
  let bytes = 0;
  for (let number = 0; number < letters; number += 1) bytes += (await letterBy(number)).byteLength;
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000 / letters, kilobytes: bytes / 1024 / letters };
}

async function letterBy(number: number): Promise<ArrayBuffer> {
  const { title, body, recipient, sender: from } = letterNo(number);
  const document = new PDFDocument({
    size: 'A4',
    subset: 'PDF/A-2b',
    pdfVersion: '1.7',
    lang: 'fi',
    font: '',
    autoFirstPage: false,
  });
  document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold).addPage();
  document.font('regular', LETTER_TYPE.sender).text(from, points(sender.left), points(sender.top));
  document.text(addressLines(recipient).join('\n'), points(window.left), points(window.top));
  document.font('bold', LETTER_TYPE.title).text(title, points(firstText.left), points(firstText.top));
  document.font('regular', LETTER_TYPE.text);
  for (const paragraph of body.split('\n\n'))
    document.moveDown(0.8).text(paragraph, { width: points(firstText.width) });
  document.end();
  return arrayBuffer(document);
}
