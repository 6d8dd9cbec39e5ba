import { describe, expect, it } from 'vitest';
import { ORGANISATIONS, SERVICES, programmeOf } from '#test/builders/domain-roadmap';
import { makeMemoryDocuments } from '#shared/adapters/memory/documents';
import { makeReadRoadmap } from '#shared/flow/programme/read-roadmap';
import { makeRefreshRoadmap } from '#shared/flow/programme/refresh-roadmap';
import { type Instant, instant } from '#shared/kernel/time';

const [planned, ...others] = SERVICES;
const LATER = instant.parse('2021-06-02T10:00:00.000Z');

/** A hub whose service `planned` is entered on 2.6.2021 at one o'clock; the clock is pushed by hand. */
function world(start: string) {
  let now = instant.parse(start);
  const asked: Instant[] = [];
  const documents = makeMemoryDocuments();
  const ports = {
    documents,
    clock: () => now,
    programmeAt: async (moment: Instant) => {
      asked.push(moment);
      return programmeOf({ organisations: ORGANISATIONS, services: moment < LATER || !planned ? others : SERVICES });
    },
  };
  const names = async () => (await makeReadRoadmap(ports).dataset()).entries.map(({ serviceId }) => serviceId);
  const pushTo = (moment: string) => {
    now = instant.parse(moment);
  };
  return { ports, documents, asked, names, pushTo, refresh: makeRefreshRoadmap(ports) };
}

describe('the public roadmap', () => {
  it('is drawn from the registers before its first night', async () => {
    const { names, documents } = world('2021-06-02T11:00:00.000Z');
    expect(await names()).toContain('planned');
    expect(documents.keys.size).toBe(0);
  });

  it('is that of the night until the next one', async () => {
    const { names, pushTo, refresh } = world('2021-06-01T23:30:00.000Z');
    expect(await refresh()).toBe(true);
    pushTo('2021-06-02T11:00:00.000Z');
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

  it('has the same bytes again when the run before it died half way', async () => {
    const { refresh, documents, ports } = world('2021-06-01T23:30:00.000Z');
    await refresh();
    const first = await documents.read('roadmap/2021-06-02/sv.html');
    await documents.remove('roadmap/2021-06-02/dataset.json');
    expect(await makeRefreshRoadmap({ ...ports, clock: () => LATER })()).toBe(true);
    expect(await documents.read('roadmap/2021-06-02/sv.html')).toEqual(first);
  });

  it('leaves nothing in a night before the first service', async () => {
    const { ports, documents } = world('2021-06-01T23:30:00.000Z');
    expect(await makeRefreshRoadmap({ ...ports, programmeAt: async () => programmeOf({}) })()).toBe(false);
    expect(documents.keys.size).toBe(0);
  });

  it('stands for three nights when those after it are missed', async () => {
    const { refresh, names, pushTo } = world('2021-06-01T23:30:00.000Z');
    await refresh();
    pushTo('2021-06-04T12:00:00.000Z');
    expect(await names()).not.toContain('planned');
    pushTo('2021-06-05T12:00:00.000Z');
    expect(await names()).toContain('planned');
  });

  it('shows the stored page to whoever searches nothing, and a page of its own to whoever does', async () => {
    const { refresh, ports, documents } = world('2021-06-01T23:30:00.000Z');
    await refresh();
    const { pageOf } = makeReadRoadmap(ports);
    const stored = await documents.read('roadmap/2021-06-02/en.html');
    expect(await pageOf({ language: 'en', filter: {}, page: 1 })).toBe(new TextDecoder().decode(stored?.bytes));
    expect(await pageOf({ language: 'en', filter: { authority: 'dvv' }, page: 1 })).not.toContain('Rakennusluvan');
  });
});
