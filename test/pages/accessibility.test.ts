import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyReport, followUp } from '#test/builders/domain-reports';
import { programmeOf, wideProgramme } from '#test/builders/domain-roadmap';
import { CHROMIUM, barriersIn, openBrowser, overflowOf, show } from '#test/builders/pages-browser';
import { textAnswer } from '#functions/_shell/pages';
import { type Report, type ReportKind, report, reportKind } from '#shared/domain/programme/report';
import type { ReportLanguage } from '#shared/domain/programme/words';
import { reportPage } from '#shared/domain/report/html';
import { renderIndex } from '#shared/domain/report/index-page';
import { linksOnHub } from '#shared/domain/report/links';
import { ROADMAP_IN_FOLDER } from '#shared/domain/roadmap/links';
import { roadmapReport } from '#shared/domain/roadmap/roadmap-report';
import { roadmapOf, roadmapPage } from '#shared/flow/programme/roadmap-pages';
import { calendarDate } from '#shared/kernel/time';

if (CHROMIUM === undefined)
  process.stderr.write(
    'test/pages is skipped: this machine has no chromium in its PATH (Debian: apt-get install chromium)\n',
  );

const DAY = calendarDate.parse('2021-06-01');
const roadmap = roadmapOf(programmeOf(), DAY);
const amongFiles = roadmapPage(
  roadmap,
  { language: 'sv', filter: { event: 'construction', group: 'BUSINESS' }, page: 1 },
  ROADMAP_IN_FOLDER,
);
const inRoadmap = (language: ReportLanguage, page = 1) =>
  roadmapPage(page === 1 ? roadmap : roadmapOf(wideProgramme(1000), DAY), { language, filter: {}, page });
const onHub = (each: Report, language: ReportLanguage) => reportPage(each, language, linksOnHub(language));
const r4 = report.parse({
  ...followUp(),
  id: 'R4-2021-06-01',
  kind: 'R4',
  period: '2021-06-01',
  ...roadmapReport(roadmap),
});
const listed = reportKind.options.map((kind: ReportKind) => ({ ...followUp(), id: `${kind}-2020-07`, kind }));

const PAGES: readonly (readonly [string, string])[] = [
  ['a report in Finnish', onHub(followUp(), 'fi')],
  ['a report in Swedish', onHub(followUp(), 'sv')],
  ['a report of ten thousand rows', onHub(followUp(10_000), 'fi')],
  ['a report without rows', onHub(emptyReport(), 'sv')],
  ['the roadmap as a report in English', onHub(r4, 'en')],
  ['the list of reports in Finnish', renderIndex(listed, 'fi')],
  ['the list of reports in Swedish', renderIndex(listed, 'sv')],
  ['the list of reports in English', renderIndex(listed, 'en')],
  ['the roadmap in Finnish', inRoadmap('fi')],
  ['the roadmap in Swedish', inRoadmap('sv')],
  ['the roadmap in English', inRoadmap('en')],
  ['a search of the roadmap among files', amongFiles],
  ['a later page of a long roadmap', inRoadmap('sv', 3)],
];

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => browser.close());

  describe.each(PAGES)('%s', (_, text) => {
    let page: Page;
    beforeAll(async () => {
      page = await show(browser, text, { width: 1280 });
    });
    afterAll(async () => page.close());

    it.each([
      [1280, 'light'],
      [320, 'dark'],
    ] as const)('has no barrier that axe finds, at %i pixels in %s', async (width, colours) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: colours });
      expect(await barriersIn(page)).toEqual([]);
    });

    it('never scrolls sideways at 320 pixels, nor with text at 200 %', async () => {
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await overflowOf(page)).toBe(0);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      expect(await overflowOf(page)).toBe(0);
    });
  });

  it('tables scroll in a region of their own, which the keyboard reaches', async () => {
    const page = await show(browser, onHub(followUp(), 'fi'), { width: 320 });
    const scrolling: boolean = await page.evaluate(
      "[...document.querySelectorAll('.scroll')].some((each) => each.scrollWidth > each.clientWidth && each.tabIndex === 0)",
    );
    expect(scrolling).toBe(true);
    await page.close();
  });

  it.each(PAGES.filter((_, i) => i === 0 || i === 9))(
    'the keyboard reaches every control of %s, the skip link first',
    async (_, text) => {
      const page = await show(browser, text, { width: 1280 });
      const total: number = await page.evaluate(
        `document.querySelectorAll('a[href], select, button, [tabindex="0"]').length`,
      );
      const reached: string[] = [];
      for (let presses = 0; presses < total; presses += 1) {
        await page.keyboard.press('Tab');
        reached.push(
          await page.evaluate(`(() => {
        window.__seen ??= [];
        const at = document.activeElement;
        if (!window.__seen.includes(at)) window.__seen.push(at);
        return at.className;
      })()`),
        );
      }
      expect(reached[0]).toBe('skip');
      expect(await page.evaluate('window.__seen.length')).toBe(total);
      await page.close();
    },
  );

  it('no text of a chart lies upon another at 320 pixels', async () => {
    const page = await show(browser, onHub(followUp(), 'fi'), { width: 320 });
    const overlaps: number = await page.evaluate(`[...document.querySelectorAll('.chart > svg')].map((svg) => {
      const boxes = [...svg.querySelectorAll('text')].map((each) => each.getBoundingClientRect());
      return boxes.filter((a, i) => boxes.some((b, j) => j > i && a.left < b.right - 1 && b.left < a.right - 1 &&
        a.top < b.bottom - 3 && b.top < a.bottom - 3)).length;
    }).reduce((sum, each) => sum + each, 0)`);
    expect(overlaps).toBe(0);
    await page.close();
  });

  it('is styled under the policy it is sent with, and nothing else may run', async () => {
    const request = {
      method: 'GET',
      resource: '/roadmap',
      params: {},
      query: {},
      headers: {},
      body: undefined,
      traceId: 't',
    };
    const { headers = {} } = textAnswer(request, {
      text: '',
      mediaType: 'text/html; charset=utf-8',
      cache: 'public',
    });
    const policy = { 'content-security-policy': headers['content-security-policy'] ?? '' };
    const page = await show(browser, inRoadmap('sv'), { width: 1280, headers: policy });
    expect(await page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor")).toBe(
      'rgb(11, 46, 87)',
    );
    await expect(page.addScriptTag({ content: 'window.ran = true' })).rejects.toThrow();
    await page.close();
  });
});
