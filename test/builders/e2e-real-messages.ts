import * as z from 'zod/mini';

/** Stands for an uploaded file in the bodies below. */
const FILE = '00000000-0000-4000-8000-000000000001';

/** Bodies in the shape that six real client systems send. */
export const REAL_MESSAGES = {
  /** A municipal early-education system: one PDF in both parts, the hub makes the address page, no replies. */
  daycareDecision: {
    path: '/v2/messages',
    body: {
      externalId: '5b1f6a0e-2f0c-4d0e-9c5c-6d5f4f1b2a10',
      electronic: {
        attachments: [{ attachmentId: FILE }],
        body: 'Varhaiskasvatusmaksua koskeva päätös on liitteenä. Muutosta haetaan oikaisuvaatimuksella 30 päivän kuluessa tiedoksisaannista.',
        bodyFormat: 'Text',
        messageServiceType: 'Normal',
        notifications: {
          senderDetailsInNotifications: 'Organisation and service name',
          unreadMessageNotification: { reminder: 'Default reminder' },
        },
        replyAllowedBy: 'No one',
        title: 'Päätös varhaiskasvatusmaksusta',
        visibility: 'Recipient only',
      },
      paperMail: {
        attachments: [{ attachmentId: FILE }],
        colorPrinting: true,
        createAddressPage: true,
        messageServiceType: 'Normal',
        printingAndEnvelopingService: {
          postiMessaging: { username: '123456', password: 'abcd', contactDetails: { email: 'postitus@example.fi' } },
        },
        recipient: {
          address: {
            name: 'Testilä Tessa',
            streetAddress: 'Henrikintie 14 B 3',
            zipCode: '00370',
            city: 'HELSINKI',
            countryCode: 'FI',
          },
        },
        rotateLandscapePages: false,
        sender: {
          address: {
            name: 'Esimerkkikaupunki, Kasvun ja oppimisen toimiala',
            streetAddress: 'Kaupungintalonkatu 1',
            zipCode: '02770',
            city: 'ESPOO',
            countryCode: 'FI',
          },
        },
        twoSidedPrinting: true,
      },
      recipient: { id: '010280-952L' },
      sender: { serviceId: 'hub-service-1' },
    },
  },
  /** A transport agency: sender hidden in the notice, cost pool, the PDF carries the address. */
  roadPlan: {
    path: '/v2/messages',
    body: {
      externalId: 'hassu-1.2.246.578.5.1.2978288874.2711575506-7',
      electronic: {
        attachments: [{ attachmentId: FILE }],
        body: 'Tiesuunnitelma asetetaan nähtäville 30 päivän ajaksi. Kuulutus on liitteenä.',
        bodyFormat: 'Text',
        messageServiceType: 'Normal',
        notifications: {
          senderDetailsInNotifications: 'None',
          unreadMessageNotification: { reminder: 'Default reminder' },
        },
        replyAllowedBy: 'No one',
        title: 'Ilmoitus suunnitelman nähtäville asettamisesta',
        visibility: 'Normal',
      },
      paperMail: {
        attachments: [{ attachmentId: FILE }],
        colorPrinting: true,
        createAddressPage: false,
        messageServiceType: 'Normal',
        printingAndEnvelopingService: {
          postiMessaging: { username: '123456', password: 'abcd', contactDetails: { email: 'postitus@example.fi' } },
          costPool: 'TIE2026A',
        },
        recipient: {
          address: {
            name: 'Omistaja Olli',
            streetAddress: 'Kyläraitti 8',
            zipCode: '41340',
            city: 'LAUKAA',
            countryCode: 'FI',
          },
        },
        rotateLandscapePages: false,
        sender: {
          address: {
            name: 'Esimerkki ELY-keskus',
            streetAddress: 'PL 250',
            zipCode: '40101',
            city: 'JYVÄSKYLÄ',
            countryCode: 'FI',
          },
        },
        twoSidedPrinting: true,
      },
      recipient: { id: '010280-952L' },
      sender: { serviceId: 'hub-service-1' },
    },
  },
  /** A city: verifiable in both parts, Markdown, replies allowed; to a business. */
  movedCar: {
    path: '/v2/messages',
    body: {
      externalId: 'hki-2026-000123',
      electronic: {
        attachments: [{ attachmentId: FILE }],
        body: '## Kehotus\n\nAjoneuvo on siirrettävä **viimeistään 15.12.2026**.\n\n1. Tarkista sijainti\n2. Siirrä ajoneuvo\n\n[Ohjeet](https://www.example.fi/siirto)',
        bodyFormat: 'Markdown',
        messageServiceType: 'Verifiable',
        notifications: {
          senderDetailsInNotifications: 'Organisation and service name',
          unreadMessageNotification: { reminder: 'Default reminder' },
        },
        replyAllowedBy: 'Anyone',
        title: 'Kehotus poistaa ajoneuvo',
        visibility: 'Normal',
      },
      paperMail: {
        attachments: [{ attachmentId: FILE }],
        colorPrinting: true,
        createAddressPage: true,
        messageServiceType: 'Verifiable',
        printingAndEnvelopingService: {
          postiMessaging: { username: '123456', password: 'abcd', contactDetails: { email: 'postitus@example.fi' } },
        },
        recipient: {
          address: {
            name: 'Kuljetus Oy',
            additionalName: 'c/o Isännöinti Esimerkki',
            streetAddress: 'Satamakatu 5',
            zipCode: '00160',
            city: 'HELSINKI',
            countryCode: 'FI',
          },
        },
        rotateLandscapePages: false,
        sender: {
          address: {
            name: 'Esimerkkikaupunki, Pysäköinti',
            streetAddress: 'Teollisuuskatu 23',
            zipCode: '00510',
            city: 'HELSINKI',
            countryCode: 'FI',
          },
        },
        twoSidedPrinting: false,
      },
      recipient: { id: '2532004-3' },
      sender: { serviceId: 'hub-service-1' },
    },
  },
  /** A national agency: electronic first; on MAILBOX_NOT_IN_USE the same external id goes to /v2/messages. */
  studyNotice: {
    path: '/v2/messages/electronic',
    body: {
      externalId: '8d0c2c7a-6a53-4f6e-8a43-0d3f2f8b7c11',
      electronic: {
        attachments: [],
        body: 'Kielitutkintosi arvioinnista on tehty päätös.\n\nBeslut om bedömningen av din språkexamen har fattats.',
        bodyFormat: 'Text',
        messageServiceType: 'Normal',
        notifications: {
          senderDetailsInNotifications: 'Organisation and service name',
          unreadMessageNotification: { reminder: 'No reminders' },
        },
        replyAllowedBy: 'No one',
        title: 'Sinulle on uusi viesti Oma Opintopolussa',
        visibility: 'Normal',
      },
      recipient: { id: '010101-123N' },
      sender: { serviceId: 'hub-service-1' },
    },
  },
  /** An e-service platform: electronic only, its own wording of the notice. */
  energyCertificate: {
    path: '/v2/messages/electronic',
    body: {
      externalId: 'eveli-20261123-42',
      electronic: {
        attachments: [],
        body: 'Energiatodistustasi koskeva asia on käsitelty.',
        bodyFormat: 'Text',
        messageServiceType: 'Normal',
        notifications: {
          senderDetailsInNotifications: 'Organisation and service name',
          unreadMessageNotification: { reminder: 'Default reminder' },
          customisedNewMessageNotification: {
            title: { fi: 'Uusi viesti', sv: 'Nytt meddelande', en: 'New message' },
            content: {
              fi: 'Sinulle on uusi viesti.',
              sv: 'Du har ett nytt meddelande.',
              en: 'You have a new message.',
            },
          },
        },
        replyAllowedBy: 'No one',
        title: 'Asiasi on käsitelty',
        visibility: 'Normal',
      },
      recipient: { id: '010280-952L' },
      sender: { serviceId: 'hub-service-1' },
    },
  },
  /** A library: paper only, no identity code. */
  libraryClaim: {
    path: '/v2/paper-mail-without-id',
    body: {
      externalId: 'koha-claim-77120',
      paperMail: {
        attachments: [{ attachmentId: FILE }],
        colorPrinting: true,
        createAddressPage: false,
        messageServiceType: 'Normal',
        printingAndEnvelopingService: {
          postiMessaging: { username: '123456', password: 'abcd', contactDetails: { email: 'postitus@example.fi' } },
        },
        recipient: {
          address: {
            name: 'Lainaaja Leena',
            streetAddress: 'Kirjastokatu 2',
            zipCode: '33100',
            city: 'TAMPERE',
            countryCode: 'FI',
          },
        },
        rotateLandscapePages: false,
        sender: {
          address: {
            name: 'Esimerkkikirjasto',
            streetAddress: 'Pirkankatu 2',
            zipCode: '33210',
            city: 'TAMPERE',
            countryCode: 'FI',
          },
        },
        twoSidedPrinting: true,
      },
      sender: { serviceId: 'hub-service-1' },
    },
  },
} as const;

const json = z.looseObject({ externalId: z.string() });

/** The body with an uploaded file in the place of its attachments. */
export function withFile(body: object, attachmentId: string): z.infer<typeof json> {
  return json.parse(JSON.parse(JSON.stringify(body).replaceAll(FILE, attachmentId)));
}
