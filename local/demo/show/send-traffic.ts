import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { read } from '#local/demo/client';
import { type DemoHub, done } from '#local/demo/show/hub';

const SYSTEM = { 'x-api-key': 'hub-api-key' };
const LETTER = join(import.meta.dirname, '../../samples/pdf/paatos-varhaiskasvatusmaksu.pdf');

/** Somebody with an electronic mailbox and somebody without one, of each group; the seeds have them all. */
const ELECTRONIC = { BUSINESS: '2532004-3', PERSON: '010280-952L' } as const;
const PAPER = { BUSINESS: '0737546-2', PERSON: '010101-123N' } as const;

const PAPER_ONLY = { rule: 'PAPER_ONLY', legalBasis: '434/2003 § 60' };

/** To each group a month. */
const MESSAGES = 6;

/** Sends the mail of a month: month by month more of it goes electronically, and some a statute keeps on paper. */
export async function sendTraffic(hub: DemoHub, month: number): Promise<void> {
  const electronic = Math.min(MESSAGES, 2 + Math.floor(month / 3));
  for (const group of ['BUSINESS', 'PERSON'] as const) {
    for (let n = 0; n < MESSAGES; n += 1) {
      await send(hub, { externalId: `${month}-${group}-${n}`, to: n < electronic ? ELECTRONIC[group] : PAPER[group] });
    }
  }
  await send(hub, { externalId: `${month}-statute`, to: PAPER.BUSINESS, statutoryChannel: PAPER_ONLY });
}

interface Mail {
  readonly externalId: string;
  readonly to: string;
  readonly statutoryChannel?: object;
}

async function send({ client }: DemoHub, { externalId, to, statutoryChannel }: Mail): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([readFileSync(LETTER)], { type: 'application/pdf' }), 'paatos.pdf');
  const { attachmentId } = read(
    z.object({ attachmentId: z.string() }),
    await client('/v2/attachments', { headers: SYSTEM, form }),
  );
  const json = { ...bodyOf(to, attachmentId), externalId, ...(statutoryChannel ? { hub: { statutoryChannel } } : {}) };
  done('/v2/messages', await client('/v2/messages', { headers: SYSTEM, json }));
}

function bodyOf(to: string, attachmentId: string) {
  const attachments = [{ attachmentId }];
  return {
    recipient: { id: to },
    sender: { serviceId: 'hub-service-1' },
    electronic: {
      attachments,
      title: 'Päätös',
      body: 'Päätös on liitteenä.',
      bodyFormat: 'Text',
      messageServiceType: 'Normal',
      notifications: {
        senderDetailsInNotifications: 'Organisation and service name',
        unreadMessageNotification: { reminder: 'Default reminder' },
      },
      replyAllowedBy: 'No one',
      visibility: 'Normal',
    },
    paperMail: {
      attachments,
      colorPrinting: false,
      createAddressPage: true,
      messageServiceType: 'Normal',
      printingAndEnvelopingService: {
        postiMessaging: { username: '123456', password: 'abcd', contactDetails: { email: 'postitus@example.fi' } },
      },
      recipient: { address: addressOf('Vastaanottaja') },
      rotateLandscapePages: false,
      sender: { address: addressOf('Esimerkkikaupunki') },
      twoSidedPrinting: false,
    },
  };
}

function addressOf(name: string) {
  return { name, streetAddress: 'Kirjetie 1', zipCode: '00100', city: 'HELSINKI', countryCode: 'FI' };
}
