import { beforeEach, describe, expect, it } from 'vitest';
import type { Submission } from '#shared/domain/intake/check-submission';
import { externalId } from '#shared/domain/message/ids';
import { CALENDAR_2019 } from '#shared/domain/programme/calendars';
import { supportRows } from '#shared/flow/digital-support/support-rows';
import { CALENDAR, calendarFields } from '#shared/flow/programme/read-programme';
import { MINUTE } from '#shared/kernel/time';
import type { LetterDraft } from '#shared/ports/letter-press';
import { COMPANY, TESSA, address } from '#test/builders/messages';
import { CENTRES, providerRow } from '#test/builders/support';
import type { World } from '#test/builders/world';
import type { HubPorts } from '#test/builders/world-hub';
import { acting, consenting, done, openWorld, send } from '#test/builders/world-people';

type LetterText = NonNullable<LetterDraft['text']>;

const ADVICE = 'Apua digitaalisten palvelujen käyttöön: Kansalaisneuvonta, 0295 000, www.suomi.fi/kansalaisneuvonta.';
const GO_ELECTRONIC = 'Siirry sähköiseen viestintään';
const TRANSITION = 'Asioi sähköisesti: siirtymäaika on käynnissä';

let world: World;
/** The registers of the programme, past whoever watches them. */
let programme: HubPorts['programme'];

beforeEach(async () => {
  world = await openWorld();
  ({ programme } = world.ports);
  await consenting(world);
  for (const { id, ...fields } of CENTRES) await enter('centres', id, fields);
});

async function enter(kind: string, id: string, fields: object): Promise<void> {
  await supportRows(programme).put({ kind, id, fields }, { at: world.now(), follows: undefined });
}

const library = async (id: string, municipality: string, part: object = {}) =>
  enter('providers', id, { ...providerRow(id, [municipality]), ...part });

/** Calls of the registers of the programme, and what was said of those that failed. */
interface Watched {
  readonly reads: string[];
  readonly faults: unknown[];
}

/** Runs the hub anew with an eye on its reads for letters. */
function watched(part: Partial<HubPorts> = {}, before: () => Promise<void> = async () => undefined): Watched {
  const seen: Watched = { reads: [], faults: [] };
  world.restart((ports) => {
    const noted = async (kind: string) => {
      seen.reads.push(kind);
      await before();
    };
    const rows: HubPorts['programme'] = {
      ...programme,
      read: async (kind, id) => {
        await noted(kind);
        return programme.read(kind, id);
      },
      asOf: async (kind, moment) => {
        await noted(kind);
        return programme.asOf(kind, moment);
      },
    };
    return { ...ports, programme: rows, onFault: (fault) => seen.faults.push(fault), ...part };
  });
  return seen;
}

const sent = { letters: 0 };

/** A letter the hub lays out: the recipient withdrew between the message and its decision. */
async function laidOut(part: Partial<Submission> = {}): Promise<LetterText> {
  const who = await acting(world, TESSA, part.recipient?.id);
  const setTo = async (electronic: boolean) => {
    const { version: seenVersion } = await world.hub.consentOf(
      (await acting(world, TESSA, part.recipient?.id)).recipientId,
    );
    return done(
      await world.hub.setConsent(who, { electronic, email: 'active@example.fi', language: 'fi', seenVersion }),
    );
  };
  await setTo(true);
  sent.letters += 1;
  await send(world, { externalId: externalId.parse(`asia-${sent.letters}`), ...part });
  await setTo(false);
  await world.settle();
  const text = world.press.drafts.at(-1)?.text;
  if (!text) throw new Error('no letter was laid out');
  return text;
}

const headingsOf = ({ inserts = [] }: LetterText) => inserts.map(({ heading }) => heading);
const helpIn = ({ inserts = [] }: LetterText) => inserts.at(-1)?.paragraphs.at(-1);

describe('who helps, in a letter', () => {
  it('is somebody of the municipality of its post code', async () => {
    await world.ports.entry.enterPerson(TESSA, {
      name: 'T',
      postalAddress: address({ zipCode: '99800', city: 'IVALO' }),
    });
    await library('inari', '148', { contact: { phone: '016 123', webAddress: 'https://kirjasto.inari.example' } });
    await library('helsinki', '091');
    expect(helpIn(await laidOut())).toBe(
      'Apua digitaalisten palvelujen käyttöön: Kirjasto inari, 016 123, kirjasto.inari.example.',
    );
  });

  it('is found by the town where no municipality has the post code', async () => {
    await library('helsinki', '091');
    expect(helpIn(await laidOut())).toContain('Kirjasto helsinki, 09 1234567.');
  });

  it('serves in the language of the letter', async () => {
    await library('helsinki', '091', { languages: ['fi'] });
    await library('helsingfors', '091', { languages: ['sv'] });
    expect(helpIn(await laidOut({ hub: { language: 'sv' } }))).toContain('Bibliotek helsingfors');
    expect(helpIn(await laidOut({ hub: { language: 'en' } }))).toContain('Public Service Info, 0295 000');
  });

  it('serves businesses where the letter is to one', async () => {
    await library('helsinki', '091');
    await library('uusyritys', '091', { targetGroups: ['BUSINESS'] });
    expect(helpIn(await laidOut())).toContain('Kirjasto helsinki');
    expect(helpIn(await laidOut(BUSINESS))).toContain('Kirjasto uusyritys');
  });

  it('is the general advice where the directory has nobody', async () => {
    expect(helpIn(await laidOut())).toBe(ADVICE);
  });

  it('is looked up at most every five minutes', async () => {
    const { reads } = watched();
    expect(helpIn(await laidOut())).toBe(ADVICE);
    await library('helsinki', '091');
    world.tick(4 * MINUTE);
    expect(helpIn(await laidOut())).toBe(ADVICE);
    expect(reads).toEqual(['support-providers', 'support-centres', 'support-terms']);
    world.tick(MINUTE);
    expect(helpIn(await laidOut())).toContain('Kirjasto helsinki');
    expect(reads).toHaveLength(6);
  });

  it('is asked of nobody for a protected person', async () => {
    await library('helsinki', '091');
    const { reads } = watched();
    await world.ports.entry.enterPerson(TESSA, { name: 'T', contactAddress: address(), protectionOrder: true });
    expect(headingsOf(await laidOut(BUSINESS))).toEqual([]);
    expect(reads).toEqual([]);
  });
});

describe('a letter goes with the general advice, and the fault is told once', () => {
  it('when the directory can not be read', async () => {
    await library('helsinki', '091');
    const fault = new Error('throttled');
    const { faults, reads } = watched({}, () => Promise.reject(fault));
    expect(helpIn(await laidOut())).toBe(ADVICE);
    expect(helpIn(await laidOut())).toBe(ADVICE);
    expect(faults).toEqual([fault]);
    expect(reads).toHaveLength(3);
    expect(world.faults).toEqual([]);
  });

  it('when the directory does not answer in time', async () => {
    await library('helsinki', '091');
    const { faults } = watched({ patience: async () => undefined }, () => new Promise(() => undefined));
    expect(helpIn(await laidOut())).toBe(ADVICE);
    expect(faults).toEqual([new Error('the words of a letter took too long to read')]);
  });

  it('and with the nearest again when it is well', async () => {
    await library('helsinki', '091');
    const sick = { is: true };
    watched({}, async () => (sick.is ? Promise.reject(new Error('throttled')) : undefined));
    expect(helpIn(await laidOut())).toBe(ADVICE);
    sick.is = false;
    world.tick(5 * MINUTE);
    expect(helpIn(await laidOut())).toContain('Kirjasto helsinki');
  });
});

const BUSINESS = { hub: { capacity: 'BUSINESS', recipientKind: 'SOLE_TRADER' } } as const;

describe('a letter to a business', () => {
  /** The transition lasts until the end of 2026, in a world that stands in November of it. */
  async function inTransition(): Promise<void> {
    const fields = { ...calendarFields(CALENDAR_2019), transitionEnd: '2026-12-31', obligationFrom: '2027-01-01' };
    await programme.put({ ...CALENDAR, fields }, { at: world.now(), follows: undefined });
  }

  it('tells until when the transition lasts (REQ-176, REQ-202)', async () => {
    await inTransition();
    const letter = await laidOut(BUSINESS);
    expect(headingsOf(letter)).toEqual([TRANSITION, GO_ELECTRONIC]);
    expect(letter.inserts?.[0]?.paragraphs[0]).toContain('Siirtymäaika päättyy 31.12.2026.');
  });

  it('tells it in its own language', async () => {
    await inTransition();
    const letter = await laidOut({ hub: { ...BUSINESS.hub, language: 'sv' } });
    expect(letter.inserts?.[0]?.paragraphs[0]).toContain('Övergångstiden slutar den 31.12.2026.');
  });

  it('tells nothing of it when the transition is over', async () => {
    expect(headingsOf(await laidOut(BUSINESS))).toEqual([GO_ELECTRONIC]);
  });

  it('is no letter to a person', async () => {
    await inTransition();
    const { reads } = watched();
    expect(headingsOf(await laidOut())).toEqual([GO_ELECTRONIC]);
    expect(reads).not.toContain(CALENDAR.kind);
  });

  it.each([
    ['COMPANY', [TRANSITION, GO_ELECTRONIC]],
    ['AUTHORITY', [GO_ELECTRONIC]],
  ] as const)('with a business id is one to a %s: %j', async (kind, headings) => {
    await inTransition();
    const representatives = [{ id: TESSA, role: 'CEO' }];
    await world.ports.entry.enterBusiness(COMPANY, { name: 'X', kind, representatives, postalAddress: address() });
    expect(headingsOf(await laidOut({ recipient: { id: COMPANY } }))).toEqual(headings);
  });

  it('goes without the notice when the calendar can not be read', async () => {
    await inTransition();
    const { faults } = watched({}, () => Promise.reject(new Error('throttled')));
    expect(headingsOf(await laidOut(BUSINESS))).toEqual([GO_ELECTRONIC]);
    expect(faults).toHaveLength(2);
  });
});
