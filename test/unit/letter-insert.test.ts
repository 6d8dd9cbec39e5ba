import { expect, it } from 'vitest';
import { readFonts } from '#shared/adapters/print/fonts';
import { makeLetterPress } from '#shared/adapters/print/letter-press';
import { address } from '#test/builders/messages';
import type { LetterInsert } from '#shared/ports/letter-press';
import { type Run, runsOf } from '#test/builders/letter-pdf';

const sent = {
  title: 'Päätös',
  recipient: address(),
  sender: 'Esimerkkikaupunki',
  language: 'fi',
  date: '23.11.2026',
} as const;
const press = makeLetterPress({ fonts: readFonts() });

async function runsWith(body: string, inserts: readonly LetterInsert[]): Promise<Run[]> {
  const composed = await press.compose({ text: { ...sent, body, inserts } });
  if (!composed.ok) throw new Error(composed.refusal.kind);
  return runsOf(composed.value.pdf);
}

it('what the hub adds to a letter stands after its text, smaller and set apart', async () => {
  const inserts = [
    { heading: 'kaksi', paragraphs: ['kolme', 'neljä\nviisi'] },
    { heading: 'kuusi', paragraphs: ['seitsemän'] },
  ];
  const runs = (await runsWith('yksi', inserts)).slice(-7);
  expect(runs.map(({ text }) => text)).toEqual(['yksi', 'kaksi', 'kolme', 'neljä', 'viisi', 'kuusi', 'seitsemän']);
  expect(new Set(runs.map(({ size }) => size))).toEqual(new Set([10, 9]));
  const [one = 0, two = 0, three = 0, , five = 0, six = 0] = runs.map(({ baseline }) => baseline);
  expect(two - one).toBeGreaterThan(1.5 * (three - two));
  expect(six - five).toBeGreaterThan(1.5 * (three - two));
});

it('its heading is on the page of its first lines, however long the letter is', async () => {
  for (let lines = 20; lines < 40; lines += 1) {
    const runs = await runsWith('rivi\n'.repeat(lines), [{ heading: 'otsikko', paragraphs: ['alku\nja loppu'] }]);
    const pagesOf = (text: string) => runs.filter((run) => run.text === text).map(({ page }) => page);
    expect(pagesOf('otsikko')).toEqual(pagesOf('alku'));
  }
});
