import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, barriersIn, openBrowser, overflowOf } from '#test/builders/pages-browser';
import { pagesIn } from '#test/builders/pages-samples';
import { pageAnswer, styleAnswer } from '#functions/_shell/visits/page-answer';
import { language } from '#shared/domain/message/hub-fields';

interface Window {
  readonly colours?: 'light' | 'dark';
  /** @default true */
  readonly scripts?: boolean;
  /** Whether tools of the test may run in the page. @default false */
  readonly tools?: boolean;
}

/** A window that shows pages as the hub sends them, their stylesheet beside them. */
async function openWindow(browser: Browser, { colours = 'light', scripts = true, tools = false }: Window = {}) {
  const shown = { text: '' };
  const page = await browser.newPage({ colorScheme: colours, javaScriptEnabled: scripts, bypassCSP: tools });
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

/** Each language is looked at in another window; together they see every page wide and narrow, by day and by night. */
const LOOKS = {
  fi: { colours: 'light', width: 1280 },
  sv: { colours: 'dark', width: 390 },
  en: { colours: 'light', width: 390 },
} as const;

/** 1280 pixels at 400 % are 320. */
const AT_400_PER_CENT = 320;

/** Milliseconds for a look at every page, also on a machine that does something else. */
const SLOW = 120_000;

const CONTROLS =
  'a[href], button, input:not([type=hidden]):not([type=radio]), input[type=radio]:checked, select, textarea';

const pageOf = (name: string, of: 'fi' | 'sv' | 'en') => new Map(pagesIn(of)).get(name) ?? '';

describe.skipIf(CHROMIUM === undefined)('the mailbox in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => browser.close());

  it.each(language.options)(
    'in %s has no barrier that axe finds, and never scrolls sideways on a phone nor at 400 per cent',
    async (of) => {
      const { colours, width } = LOOKS[of];
      const { page, show } = await openWindow(browser, { colours, tools: true });
      for (const [name, text] of pagesIn(of)) {
        await show(text, width);
        expect(await barriersIn(page), name).toEqual([]);
        for (const narrow of [390, AT_400_PER_CENT]) {
          await page.setViewportSize({ width: narrow, height: 256 });
          expect(await overflowOf(page), `${name} at ${narrow}`).toBe(0);
        }
      }
      await page.close();
    },
    SLOW,
  );

  it(
    'is walked by the keyboard: every control in the order they stand, each seen where it is',
    async () => {
      const { page, show } = await openWindow(browser);
      for (const [name, text] of pagesIn('fi')) {
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
        for (let presses = 0; presses < total; presses += 1) await page.keyboard.press('Tab');
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
