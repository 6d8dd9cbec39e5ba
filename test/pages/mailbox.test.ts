import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, RULES_OF_LOOKS, barriersIn, openBrowser, overflowOf } from '#test/builders/pages-browser';
import { pagesIn } from '#test/builders/pages-samples';
import { pageAnswer, styleAnswer } from '#functions/_shell/visits/page-answer';
import { language } from '#shared/domain/message/hub-fields';

interface Window {
  /** @default true */
  readonly scripts?: boolean;
  /** Whether tools of the test may run in the page. @default false */
  readonly tools?: boolean;
}

/** A window that shows pages as the hub sends them, their stylesheet beside them. */
async function openWindow(browser: Browser, { scripts = true, tools = false }: Window = {}) {
  const shown = { text: '' };
  const page = await browser.newPage({ colorScheme: 'light', javaScriptEnabled: scripts, bypassCSP: tools });
  await page.route('**/*', async (route) => {
    const { headers = {}, text: body = '' } = route.request().url().endsWith('.css')
      ? styleAnswer()
      : pageAnswer(shown.text);
    await route.fulfill({ body, headers: { ...headers } });
  });
  return {
    page,
    show: async (text: string, width: number): Promise<Page> => {
      shown.text = text;
      await page.setViewportSize({ width, height: 900 });
      await page.goto('https://hub.example/mailbox');
      return page;
    },
  };
}

const PHONE = 390;

/** 1280 pixels at 400 % are 320. */
const AT_400_PER_CENT = 320;

/** What a page is made of, without its words: where that is the same, axe has seen it in another language. */
function madeOf(text: string): string {
  return text.replaceAll(/="[^"]*"| aria-current| selected/g, '').replaceAll(/\s*>[^<]*/g, '>');
}

/** By day on a wide window, and by night on a phone. */
async function barriersDayAndNight(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  const byDay = await barriersIn(page);
  await page.setViewportSize({ width: PHONE, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...byDay, ...(await barriersIn(page, RULES_OF_LOOKS))];
}

/** Milliseconds for a look at every page, also on a machine that does something else. */
const SLOW = 120_000;

const CONTROLS =
  'a[href], button, input:not([type=hidden]):not([type=radio]), input[type=radio]:checked, select, textarea';

const PAGES = { fi: new Map(pagesIn('fi')), sv: new Map(pagesIn('sv')), en: new Map(pagesIn('en')) };
/** Each page once, and again in a language that makes it of something else. */
const PAGES_APART = language.options.flatMap((of) =>
  [...PAGES[of]].filter(([name, text]) => of === 'fi' || madeOf(text) !== madeOf(PAGES.fi.get(name) ?? '')),
);

/** Puts another page into the place of the one that is shown, whose stylesheet stays: far cheaper than going to it. */
function putting(text: string): string {
  return `(() => {
    const next = new DOMParser().parseFromString(${JSON.stringify(text)}, 'text/html');
    document.title = next.title;
    document.documentElement.lang = next.documentElement.lang;
    document.body.replaceWith(next.body);
  })()`;
}

const pageOf = (name: string, of: 'fi' | 'sv' | 'en') => PAGES[of].get(name) ?? '';

describe.skipIf(CHROMIUM === undefined)('the mailbox in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => browser.close());

  it(
    'has no barrier that axe finds, by day nor by night',
    async () => {
      const { page, show } = await openWindow(browser, { tools: true });
      await show(pageOf('list', 'fi'), 1280);
      for (const [name, text] of PAGES_APART) {
        await page.evaluate(putting(text));
        expect(await barriersDayAndNight(page), name).toEqual([]);
      }
      await page.close();
    },
    SLOW,
  );

  it.each([PHONE, AT_400_PER_CENT])('never scrolls sideways at %i pixels, in any language', async (width) => {
    const { page, show } = await openWindow(browser, { tools: true });
    await show(pageOf('list', 'fi'), width);
    for (const of of language.options)
      for (const [name, text] of PAGES[of]) {
        await page.evaluate(putting(text));
        expect(await overflowOf(page), `${name} in ${of}`).toBe(0);
      }
    await page.close();
  });

  it(
    'is walked by the keyboard: every control in the order they stand, each seen where it is',
    async () => {
      const { page, show } = await openWindow(browser);
      for (const [name, text] of PAGES.fi) {
        await show(text.replace(' autofocus', ''), 1280);
        const total: number = await page.evaluate(`(() => {
        const all = document.querySelectorAll('${CONTROLS}');
        all.forEach((each, i) => { each.dataset.at = String(i); });
        window.walk = [];
        document.addEventListener('focusin', ({ target }) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(target);
          window.walk.push(target.dataset.at + ',' + (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2));
        });
        return all.length;
      })()`);
        await Promise.all(Array.from({ length: total }, async () => page.keyboard.down('Tab')));
        await page.keyboard.up('Tab');
        const walk: string[] = await page.evaluate('window.walk');
        expect(walk, name).toEqual(Array.from({ length: total }, (_, i) => `${i},true`));
      }
      await page.close();
    },
    SLOW,
  );

  it('puts the keyboard on what is wrong in a form, and leads to its field', async () => {
    const { page, show } = await openWindow(browser);
    await show(pageOf('new message, wrong', 'en'), 1280);
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert');
    await page.click('[role=alert] a');
    expect(await page.evaluate('document.querySelector(":target").id')).toBe('service');
    await page.close();
  });

  it('is styled, and whole, where no script runs', async () => {
    const { page, show } = await openWindow(browser, { scripts: false });
    await show(pageOf('list', 'sv'), 1280);
    expect(await page.locator('.mail li').count()).toBe(7);
    expect((await page.locator('.button').first().boundingBox())?.height).toBeGreaterThan(40);
    await page.close();
  });

  it('runs no script that finds its way into it', async () => {
    const { page, show } = await openWindow(browser);
    await show(pageOf('list', 'sv'), 1280);
    await expect(page.addScriptTag({ content: 'window.ran = true' })).rejects.toThrow();
    await page.close();
  });
});
