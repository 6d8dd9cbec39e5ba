import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, type Shown, barriersIn, openBrowser, overflowOf } from '#test/builders/pages-browser';
import { pagesIn } from '#test/builders/pages-samples';
import { pageAnswer, styleAnswer } from '#functions/_shell/visits/page-answer';
import { language } from '#shared/domain/message/hub-fields';

const LANGUAGES = language.options;
const NAMES = pagesIn('fi').map(([name]) => name);

/** Opens a page as the hub sends it, its stylesheet beside it, with or without scripts. */
async function show(
  browser: Browser,
  text: string,
  { width, colours = 'light', scripts = true }: Shown & { scripts?: boolean },
) {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: colours,
    javaScriptEnabled: scripts,
  });
  await page.route('**/*', async (route) => {
    const { headers = {}, text: body = '' } = route.request().url().endsWith('.css') ? styleAnswer() : pageAnswer(text);
    await route.fulfill({ body, headers: { ...headers } });
  });
  await page.goto('https://hub.example/mailbox');
  return page;
}

describe.skipIf(CHROMIUM === undefined)('the mailbox in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => browser.close());

  describe.each(LANGUAGES)('in %s', (each) => {
    const pages = new Map(pagesIn(each));

    it.each(NAMES)('has no barrier that axe finds: %s', async (name) => {
      for (const shown of [{ width: 1280 }, { width: 390, colours: 'dark' }] as const) {
        const page = await show(browser, pages.get(name) ?? '', shown);
        expect(await barriersIn(page)).toEqual([]);
        await page.close();
      }
    });

    it.each(NAMES)('never scrolls sideways on a phone, nor at 400 %%: %s', async (name) => {
      const page = await show(browser, pages.get(name) ?? '', { width: 390 });
      expect(await overflowOf(page)).toBe(0);
      // 1280 pixels at 400 % are 320.
      await page.setViewportSize({ width: 320, height: 256 });
      expect(await overflowOf(page)).toBe(0);
      await page.close();
    });
  });

  it.each(NAMES)(
    'the keyboard reaches every control in the order they stand, and it is seen where it is: %s',
    async (name) => {
      const page = await show(browser, new Map(pagesIn('fi')).get(name) ?? '', { width: 1280 });
      const controls =
        'a[href], button, input:not([type=hidden]):not([type=radio]), input[type=radio]:checked, select, textarea';
      await page.evaluate(`(() => {
      document.activeElement?.blur();
      document.querySelectorAll('${controls}').forEach((each, i) => { each.dataset.at = String(i); });
    })()`);
      const total: number = await page.evaluate(`document.querySelectorAll('[data-at]').length`);
      await page.evaluate('window.getSelection().collapse(document.body, 0)');
      const walk: string[] = [];
      for (let presses = 0; presses < total; presses += 1) {
        await page.keyboard.press('Tab');
        walk.push(
          await page.evaluate(`(() => {
          const at = document.activeElement;
          const { outlineStyle, outlineWidth } = getComputedStyle(at);
          return [at.dataset.at, outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2].join();
        })()`),
        );
      }
      expect(walk).toEqual(Array.from({ length: total }, (_, i) => `${i},true`));
      await page.close();
    },
  );

  it('what is wrong in a form has the keyboard first, and leads to its field', async () => {
    const page = await show(browser, new Map(pagesIn('en')).get('new message, wrong') ?? '', { width: 1280 });
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('alert');
    await page.click('[role=alert] a');
    expect(await page.evaluate('document.querySelector(":target").id')).toBe('service');
    await page.close();
  });

  it('is styled, and whole, where no script runs', async () => {
    const page = await show(browser, new Map(pagesIn('sv')).get('list') ?? '', { width: 1280, scripts: false });
    expect(await page.locator('.mail li').count()).toBe(7);
    expect(await page.locator('.mail').first().evaluate('(each) => getComputedStyle(each).listStyleType')).toBe('none');
    await page.close();
  });

  it('runs no script that finds its way into it', async () => {
    const page = await show(browser, new Map(pagesIn('sv')).get('list') ?? '', { width: 1280 });
    await expect(page.addScriptTag({ content: 'window.ran = true' })).rejects.toThrow();
    await page.close();
  });
});
