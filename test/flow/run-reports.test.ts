import { describe, expect, it } from 'vitest';
import type { ReportKind } from '#shared/domain/programme/report';
import { HOUR, MINUTE, after } from '#shared/kernel/time';
import { buildersOf, openRunWorld } from '#test/builders/programme-run';
import { at } from '#test/builders/programme-scope';

const NAMES = { names: { fi: 'Nimi' }, type: 'STATE' };
/** Monday before the plans are due. */
const MONDAY = at('2020-06-29T10:00:00.000Z');
const TUESDAY_SIX = at('2020-06-30T03:00:00.000Z');
const WEDNESDAY_SIX = at('2020-07-01T03:00:00.000Z');

/** One authority, one ministry, both with addresses; nothing run yet. */
async function opened(more: object = {}) {
  const world = openRunWorld(MONDAY);
  await world.enter('vero', { ...NAMES, contactEmail: 'vero@example.fi', ...more });
  await world.enter('vm', { ...NAMES, roles: ['MINISTRY'], contactEmail: 'vm@example.fi' });
  await world.run();
  return world;
}

const only = (...kinds: ReportKind[]) =>
  Object.fromEntries(Object.entries(buildersOf()).filter(([kind]) => kinds.some((each) => each === kind)));

describe('a run of the reports', () => {
  it('of a new deployment begins with its own day: nothing of the past is made', async () => {
    const world = await opened();
    expect(await world.reportIds()).toEqual([]);
    expect(world.mailer.sent).toEqual([]);
  });

  it('makes what is due, as of its moment, and mails it to each receiver with an address', async () => {
    const world = await opened();
    world.moveTo(TUESDAY_SIX);
    await world.run();
    world.moveTo(WEDNESDAY_SIX);
    const run = await world.run();
    expect(await world.reportIds()).toEqual([
      'R4-2020-06-30',
      ...['R1-2020-06', 'R10-2020-Q2', 'R11-2020-H1', 'R11-2020-H1-vero', 'R2-2020-07-01-vero', 'R3-2020-07-01'],
      ...['R5-2020-Q2', 'R6-2020-Q2', 'R7-2020-Q2', 'R8-2020-06', 'R8-2020-06-vero', 'R9-2020-H1'],
    ]);
    expect(run).toMatchObject({ made: 12, sent: 11, waiting: 0, failed: 0 });
    expect(world.mailed().filter((each) => each.startsWith('vero'))).toEqual([
      'vero@example.fi: R11 2020-H1 / R11 2020-H1 sv',
      'vero@example.fi: R2 2020-07-01 / R2 2020-07-01 sv',
      'vero@example.fi: R8 2020-06 / R8 2020-06 sv',
    ]);
    const report = await world.ports.shelf.read('R2-2020-07-01-vero');
    expect(report).toMatchObject({
      period: '2020-07-01',
      asOf: '2020-06-30',
      createdAt: WEDNESDAY_SIX,
      receivers: [{ type: 'organisation', organisationId: 'vero' }],
    });
  });

  it('says until when nothing is due', async () => {
    const world = await opened();
    expect((await world.run()).idleUntil).toBeUndefined();
    world.moveTo(TUESDAY_SIX);
    expect((await world.run()).idleUntil).toBe(WEDNESDAY_SIX);
    const empty = openRunWorld(MONDAY);
    expect((await empty.run()).idleUntil).toBe('9999-12-31T00:00:00.000Z');
  });

  it('tells in Finnish and Swedish, with a link that opens that report', async () => {
    const world = await opened();
    world.moveTo(WEDNESDAY_SIX);
    await world.run();
    const mail = world.mailer.sent.find(({ notice }) => notice.subject.startsWith('R2'));
    const access = await world.ports.sealer.digest('report-link', 'R2-2020-07-01-vero');
    const link = (lang: string) =>
      `https://viesti.example.fi/programme/v1/reports/R2-2020-07-01-vero?format=html&lang=${lang}&access=${access}`;
    expect(mail).toMatchObject({ to: 'vero@example.fi', about: expect.stringMatching(/^report-[\w-]{43}$/) });
    expect(mail?.notice.kind).toBe('REPORT');
    expect(mail?.notice.text).toBe(
      [
        'R2 2020-07-01',
        'Yksi suunnitelma puuttuu.',
        `Lue raportti: ${link('fi')}`,
        'R2 2020-07-01 sv',
        'En plan saknas.',
        `Läs rapporten: ${link('sv')}\n`,
      ].join('\n\n'),
    );
  });

  it('reads the records as they stood: what was entered after six o’clock is told the next day', async () => {
    const world = await opened();
    world.moveTo(after(WEDNESDAY_SIX, HOUR));
    await world.enter('prh', NAMES);
    world.moveTo(at('2020-07-03T10:00:00.000Z'));
    await world.run();
    const told = async (id: string) => (await world.ports.shelf.read(id))?.sections[0]?.heading.fi;
    expect(await told('R1-2020-06')).toBe('2');
    expect(await told('R4-2020-07-02')).toBe('3');
    expect(await world.ports.shelf.read('R2-2020-07-01-prh')).toBeUndefined();
  });

  it('makes the roadmap anew only where it says something new', async () => {
    const world = await opened();
    world.moveTo(TUESDAY_SIX);
    await world.run();
    await world.enter('vero', { ...NAMES, names: { fi: 'Verohallinto' } });
    world.moveTo(WEDNESDAY_SIX);
    await world.run();
    expect((await world.reportIds()).filter((id) => id.startsWith('R4'))).toEqual(['R4-2020-06-30']);
  });

  it('repeated changes nothing and sends nothing', async () => {
    const world = await opened();
    world.moveTo(WEDNESDAY_SIX);
    await world.run();
    const [ids, mailed] = [await world.reportIds(), world.mailed()];
    expect(await world.run()).toMatchObject({ made: 0, sent: 0 });
    world.moveTo(after(WEDNESDAY_SIX, 20 * MINUTE));
    expect(await world.run()).toMatchObject({ made: 0, sent: 0 });
    expect([await world.reportIds(), world.mailed()]).toEqual([ids, mailed]);
  });

  it('beside another makes each report and sends each mail once', async () => {
    const world = await opened();
    world.moveTo(WEDNESDAY_SIX);
    await Promise.all([world.run(world.restarted()), world.run(world.restarted()), world.run(world.restarted())]);
    expect(new Set(world.mailed()).size).toBe(world.mailed().length);
    expect(world.mailed()).toHaveLength(11);
  });

  it('that nobody has taught a kind fails, makes what it can, and makes the rest once it is taught', async () => {
    const world = await opened();
    world.moveTo(WEDNESDAY_SIX);
    await expect(world.run({ builders: only('R2') })).rejects.toThrow('a report could not be made');
    expect(await world.reportIds()).toEqual(['R2-2020-07-01-vero']);
    expect(world.mailed()).toHaveLength(1);
    world.moveTo(at('2020-07-04T03:00:00.000Z'));
    await expect(world.run({ builders: only('R2') })).rejects.toThrow();
    expect(await world.reportIds()).toEqual(['R2-2020-07-01-vero', 'R2-2020-07-04-vero']);
    await world.run();
    expect((await world.reportIds()).filter((id) => id.startsWith('R2'))).toHaveLength(2);
    expect(await world.reportIds()).toContain('R9-2020-H1');
    expect(new Set(world.mailed()).size).toBe(world.mailed().length);
  });

  it('that is short of time stops between two pieces of work, and the next one goes on', async () => {
    const world = await opened();
    world.moveTo(WEDNESDAY_SIX);
    for (let runs = 0; runs < 30; runs += 1) {
      const left = { pieces: runs };
      await world.run({}, () => (left.pieces -= 1) >= 0);
    }
    expect(await world.reportIds()).toHaveLength(13);
    expect(world.mailed()).toHaveLength(11);
    expect(new Set(world.mailed()).size).toBe(11);
  });
});

describe('a receiver without an address', () => {
  it('is put on record for the ministry', async () => {
    const world = await opened({ contactEmail: undefined });
    world.moveTo(WEDNESDAY_SIX);
    await world.run();
    const unsent = await world.ports.mails.unsent(100);
    expect(unsent.map(({ reportId, receiver, because }) => `${reportId} ${receiver} ${because}`)).toEqual([
      'R8-2020-06-vero organisation:vero NO_ADDRESS',
      'R2-2020-07-01-vero organisation:vero NO_ADDRESS',
      'R11-2020-H1-vero organisation:vero NO_ADDRESS',
      'R10-2020-Q2 national-developer NO_ADDRESS',
      'R10-2020-Q2 coordinators NO_ADDRESS',
    ]);
  });
});

describe('a mail about a report', () => {
  const due = async () => {
    const world = await opened();
    world.moveTo(TUESDAY_SIX);
    await world.run();
    return world;
  };
  const aboutTodo = (each: string) => each.includes('R2');

  it('whose answer was lost is not sent again once it is known to have gone', async () => {
    const world = await due();
    world.moveTo(WEDNESDAY_SIX);
    world.mailer.meet('lose-answer');
    await expect(world.run()).rejects.toThrow('may not have been sent');
    await world.evidence();
    world.moveTo(after(WEDNESDAY_SIX, 20 * MINUTE));
    expect(await world.run()).toMatchObject({ waiting: 0, failed: 0 });
    expect(world.mailed()).toHaveLength(11);
    expect(new Set(world.mailed()).size).toBe(11);
  });

  it('that was never heard of is sent once more after ten minutes, and then shown to the ministry', async () => {
    const world = await due();
    world.moveTo(WEDNESDAY_SIX);
    world.mailer.meet('lose-answer', Number.POSITIVE_INFINITY);
    await expect(world.run()).rejects.toThrow();
    world.moveTo(after(WEDNESDAY_SIX, 9 * MINUTE));
    expect(await world.run()).toMatchObject({ waiting: 11 });
    world.moveTo(after(WEDNESDAY_SIX, 20 * MINUTE));
    await expect(world.run()).rejects.toThrow();
    world.moveTo(after(WEDNESDAY_SIX, 40 * MINUTE));
    expect(await world.run()).toMatchObject({ failed: 11, waiting: 0 });
    expect(world.mailed().filter(aboutTodo)).toHaveLength(2);
    expect((await world.ports.mails.unsent(100)).filter(({ because }) => because === 'NO_EVIDENCE')).toHaveLength(11);
    expect(await world.run()).toMatchObject({ failed: 0, waiting: 0 });
  });

  it('waits while the provider takes nothing, which is no send', async () => {
    const world = await due();
    world.moveTo(WEDNESDAY_SIX);
    world.mailer.meet('throttle', 11);
    expect(await world.run()).toMatchObject({ made: 12, sent: 0, waiting: 11 });
    world.moveTo(after(WEDNESDAY_SIX, 20 * MINUTE));
    expect(await world.run()).toMatchObject({ made: 0, sent: 11 });
  });

  it('to an address that is refused is shown to the ministry', async () => {
    const world = await due();
    world.moveTo(WEDNESDAY_SIX);
    world.mailer.meet('refuse', 1);
    expect(await world.run()).toMatchObject({ sent: 10, failed: 1 });
    expect((await world.ports.mails.unsent(100)).map(({ because }) => because)).toContain('REFUSED');
  });

  it('that comes back is shown to the ministry', async () => {
    const world = await due();
    world.moveTo(WEDNESDAY_SIX);
    await world.run();
    await world.evidence('soft');
    const returned = async () => (await world.ports.mails.unsent(100)).filter(({ because }) => because === 'RETURNED');
    expect(await returned()).toEqual([]);
    await world.evidence('hard');
    expect(await returned()).toHaveLength(11);
  });
});
