import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { makeMemoryCertificatePress } from '#shared/adapters/memory/certificate-press';
import { makeCertificatePress } from '#shared/adapters/print/certificate-press';
import { readFonts } from '#shared/adapters/print/fonts';
import { LETTER_LAYOUT } from '#shared/adapters/print/layout';
import { runsOf } from '#test/builders/letter-pdf';
import { DRAFT, certificatePressContract } from '#test/contract/certificate-press.contract';

const press = makeCertificatePress({ fonts: readFonts() });

certificatePressContract('memory', makeMemoryCertificatePress);
certificatePressContract('pdfkit', () => press);

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => [`Händelse ${i}`, `rad ${i}\nrad ${i} till`] as const);

describe('a certificate on paper', () => {
  it('says every word of its draft', async () => {
    const text = (await runsOf(await press.compose(DRAFT))).map((run) => run.text).join(' ');
    for (const said of ['Delgivningsintyg', 'Åbo stad, Čáhcesuolu', 'rad två', 'Ett stycke.', '1 (1)'])
      expect(text).toContain(said);
  });

  it('has a hash of 64 digits on one line', async () => {
    const [, hash = ''] = DRAFT.sections[0]?.rows[1] ?? [];
    expect((await runsOf(await press.compose(DRAFT))).map((run) => run.text)).toContain(hash);
  });

  it('goes on over as many pages as it takes, each with its number, and nothing leaves the margins', async () => {
    const sections = [
      { heading: 'Händelser', rows: rows(120), paragraphs: Array.from({ length: 40 }, () => 'Stycke.') },
    ];
    const runs = await runsOf(await press.compose({ ...DRAFT, sections }));
    const pages = Math.max(...runs.map(({ page }) => page));
    expect(pages).toBeGreaterThan(3);
    for (let page = 1; page <= pages; page += 1)
      expect(runs.filter((run) => run.page === page).map(({ text }) => text)).toContain(`${page} (${pages})`);
    const { top, height } = LETTER_LAYOUT.nextText;
    const body = runs.filter(({ text }) => text.startsWith('Händelse') || text.startsWith('rad'));
    expect(body).toHaveLength(1 + 3 * 120);
    expect(body.every(({ baseline }) => baseline > top && baseline < top + height)).toBe(true);
  });

  it('keeps a label and its value at one height', async () => {
    const runs = await runsOf(await press.compose(DRAFT));
    const at = (text: string) => runs.find((run) => run.text.startsWith(text))?.baseline;
    expect(at('Myndighet')).toBeCloseTo(at('Åbo stad') ?? 0, 1);
    expect(at('En lång')).toBeCloseTo(at('rad ett') ?? 0, 1);
  });

  it.skipIf(spawnSync('pdftotext', ['-v']).error !== undefined)('is read by a program of others', async () => {
    const { stdout } = spawnSync('pdftotext', ['-', '-'], { input: await press.compose(DRAFT), encoding: 'utf8' });
    expect(stdout).toContain('Čáhcesuolu');
  });
});
