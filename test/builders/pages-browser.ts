import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';

/** The Chromium of the system, where it has one. */
export const CHROMIUM = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
  .find((path) => existsSync(path));

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Rules whose answer hangs on colours and sizes: the rest hangs on the markup alone. */
export const RULES_OF_LOOKS = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

export interface Shown {
  /** Pixels of CSS. */
  readonly width: number;
  /** Answers of the page's address: its headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Opens a page as if the hub had sent it. */
export async function show(browser: Browser, text: string, { width, headers = {} }: Shown): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: 'light', bypassCSP: false });
  await page.route('**/*', (route) =>
    route.fulfill({ body: text, contentType: 'text/html; charset=utf-8', headers: { ...headers } }),
  );
  await page.goto('https://hub.example/page');
  return page;
}

/**
 * What axe finds: rule and place.
 *
 * @param rules names or tags of rules; WCAG 2.0 to 2.2, levels A and AA, and the best practices of axe, unless told
 */
export async function barriersIn(page: Page, rules: readonly string[] = RULES): Promise<string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.addScriptTag({ path: AXE });
  const found: string = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'] }).then(({ violations }) =>
      JSON.stringify(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 120)))))`,
  );
  return JSON.parse(found);
}

/** Pixels by which the page is wider than its window. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
