import { describe, expect, it } from 'vitest';
import { ORGANISATIONS, SERVICES, programmeOf } from '#test/builders/domain-roadmap';
import { makeMemoryDocuments } from '#shared/adapters/memory/documents';
import { makeMemoryProgrammeRows } from '#shared/adapters/memory/programme-rows';
import { makeMemoryRunMarks } from '#shared/adapters/memory/run-marks';
import { makeReadRoadmap } from '#shared/flow/programme/read-roadmap';
import { type RefreshRoadmapPorts, makeRefreshRoadmap } from '#shared/flow/programme/refresh-roadmap';
import { notingRoadmap } from '#shared/flow/programme/roadmap-marks';
import { type Instant, instant } from '#shared/kernel/time';

const [planned, ...others] = SERVICES;
const at = (text: string) => instant.parse(text);
const LATER = at('2021-06-02T10:00:00.000Z');

/** A hub whose service `planned` is entered on 2.6.2021 at one o'clock; the clock is pushed by hand. */
function world(start: string) {
  let now = at(start);
  const asked: Instant[] = [];
  const documents = makeMemoryDocuments();
  const marks = makeMemoryRunMarks();
  const ports = {
    documents,
    marks,
    clock: () => now,
    programmeAt: async (moment: Instant) => {
      asked.push(moment);
      return programmeOf({ organisations: ORGANISATIONS, services: moment < LATER || !planned ? others : SERVICES });
    },
  };
  const rows = notingRoadmap(makeMemoryProgrammeRows(), marks);
  const enter = async (kind: string, moment: Instant) =>
    rows.put({ kind, id: moment.replaceAll(':', '.'), fields: {} }, { at: moment, follows: undefined });
  const names = async () => (await makeReadRoadmap(ports).dataset()).entries.map(({ serviceId }) => serviceId);
  const pushTo = (moment: string) => {
    now = at(moment);
  };
  const refresh = async (other: Partial<RefreshRoadmapPorts> = {}) => makeRefreshRoadmap({ ...ports, ...other })();
  return { ports, rows, documents, asked, names, pushTo, enter, refresh };
}

describe('the public roadmap', () => {
  it('is drawn from the registers before its first night', async () => {
    const { names, documents } = world('2021-06-02T11:00:00.000Z');
    expect(await names()).toContain('planned');
    expect(documents.keys.size).toBe(0);
  });

  it('is that of the night until the next one where nothing changes', async () => {
    const { names, pushTo, refresh } = world('2021-06-01T23:30:00.000Z');
    expect(await refresh()).toBe(true);
    pushTo('2021-06-02T11:00:00.000Z');
    expect(await refresh()).toBe(false);
    expect(await names()).not.toContain('planned');
    pushTo('2021-06-02T23:30:00.000Z');
    await refresh();
    expect(await names()).toContain('planned');
  });

  it('is drawn as of half past two by the clock in Helsinki, whenever it runs, and once a night', async () => {
    const { refresh, asked, pushTo } = world('2021-06-02T20:00:00.000Z');
    await refresh();
    pushTo('2021-06-02T23:00:00.000Z');
    expect(await refresh()).toBe(false);
    expect(asked).toEqual(['2021-06-01T23:30:00.000Z']);
  });

  it('leaves nothing before the first service, and is not asked for again until something changes', async () => {
    const { refresh, documents, pushTo, enter } = world('2021-06-01T23:30:00.000Z');
    const empty = { programmeAt: async () => programmeOf({}) };
    expect(await refresh(empty)).toBe(false);
    expect(documents.keys.size).toBe(0);
    await enter('services', LATER);
    pushTo('2021-06-02T10:05:00.000Z');
    expect(await refresh()).toBe(true);
  });

  it('stands for three days when it could not be drawn again', async () => {
    const { refresh, names, pushTo } = world('2021-06-01T23:30:00.000Z');
    await refresh();
    pushTo('2021-06-04T12:00:00.000Z');
    expect(await names()).not.toContain('planned');
    pushTo('2021-06-05T12:00:00.000Z');
    expect(await names()).toContain('planned');
  });

  it('is drawn from the registers where what is stored lacks something, as after a change of its form', async () => {
    const { refresh, names, documents, pushTo } = world('2021-06-01T23:30:00.000Z');
    await refresh();
    const key = 'roadmap/20210601T233000000Z/dataset.json';
    await documents.put(key, { bytes: new TextEncoder().encode('{}'), mediaType: 'application/json' });
    pushTo('2021-06-02T11:00:00.000Z');
    expect(await names()).toContain('planned');
  });

  it('shows the stored page to whoever searches nothing, and a page of its own to whoever does', async () => {
    const { refresh, ports, documents } = world('2021-06-01T23:30:00.000Z');
    await refresh();
    const { pageOf } = makeReadRoadmap(ports);
    const stored = await documents.read('roadmap/20210601T233000000Z/en.html');
    expect(await pageOf({ language: 'en', filter: {}, page: 1 })).toBe(new TextDecoder().decode(stored?.bytes));
    expect(await pageOf({ language: 'en', filter: { authority: 'dvv' }, page: 1 })).not.toContain('Rakennusluvan');
  });
});

describe('a change of what the roadmap shows', () => {
  it.each(['organisations', 'management-decisions', 'services', 'calendar'])(
    'of %s is drawn soon after',
    async (kind) => {
      const { refresh, names, pushTo, enter } = world('2021-06-01T23:30:00.000Z');
      await refresh();
      await enter(kind, LATER);
      pushTo('2021-06-02T10:05:00.000Z');
      expect(await names()).not.toContain('planned');
      expect(await refresh()).toBe(true);
      expect(await names()).toContain('planned');
      expect(await refresh()).toBe(false);
    },
  );

  it.each(['volumes', 'plans', 'follow-ups'])('is none in the register of %s', async (kind) => {
    const { refresh, pushTo, enter } = world('2021-06-01T23:30:00.000Z');
    await refresh();
    await enter(kind, LATER);
    pushTo('2021-06-02T10:05:00.000Z');
    expect(await refresh()).toBe(false);
  });

  it('is noted of an import too, once for all of its rows', async () => {
    const { refresh, rows, asked, pushTo } = world('2021-06-01T23:30:00.000Z');
    await refresh();
    const imported = ['a', 'b'].map((id) => ({ kind: 'services', id, fields: {} }));
    await rows.putAll('one', [{ kind: 'volumes', id: 'v', fields: {} }, ...imported], LATER);
    pushTo('2021-06-02T10:05:00.000Z');
    expect(await refresh()).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it('is drawn once of many, and again when more were entered than it could have seen', async () => {
    const { refresh, asked, pushTo, enter } = world('2021-06-01T23:30:00.000Z');
    await refresh();
    for (const second of ['00', '20', '40']) await enter('services', at(`2021-06-02T10:03:${second}.000Z`));
    pushTo('2021-06-02T10:04:30.000Z');
    await refresh();
    pushTo('2021-06-02T10:09:30.000Z');
    expect(await refresh()).toBe(true);
    expect(await refresh()).toBe(false);
    expect(asked.slice(1)).toEqual(['2021-06-02T10:03:30.000Z', '2021-06-02T10:08:30.000Z']);
  });

  it('is drawn by the next run where one failed, and until then the one before is shown whole', async () => {
    const { refresh, names, documents, pushTo, enter } = world('2021-06-01T23:30:00.000Z');
    await refresh();
    await enter('services', LATER);
    pushTo('2021-06-02T10:05:00.000Z');
    const full = {
      put: async (key: string, document: Parameters<typeof documents.put>[1]) => {
        if (key.endsWith('.json')) throw new Error('no room left');
        await documents.put(key, document);
      },
    };
    await expect(refresh({ documents: full })).rejects.toThrow('no room left');
    expect(await names()).not.toContain('planned');
    expect(await refresh()).toBe(true);
    expect(await names()).toContain('planned');
  });
});
