import { expect, it } from 'vitest';
import { readFonts } from '#shared/adapters/print/fonts';
import { makeLetterPress } from '#shared/adapters/print/letter-press';
import { address } from '#test/builders/messages';
import { runsOf } from '#test/builders/letter-pdf';

const press = makeLetterPress({ fonts: readFonts() });

it('what the hub adds to a letter stands after its text, smaller and set apart', async () => {
  const sent = { title: 'Päätös', body: 'yksi', recipient: address(), sender: 'Esimerkkikaupunki' };
  const text = {
    ...sent,
    language: 'fi',
    date: '23.11.2026',
    inserts: [{ heading: 'kaksi', paragraphs: ['kolme'] }],
  } as const;
  const composed = await press.compose({ text });
  if (!composed.ok) throw new Error(composed.refusal.kind);
  const runs = (await runsOf(composed.value.pdf)).slice(-3);
  expect(runs.map((run) => run.text)).toEqual(['yksi', 'kaksi', 'kolme']);
  const [one = 0, two = 0, three = 0] = runs.map(({ baseline }) => baseline);
  expect(two - one).toBeGreaterThan(1.5 * (three - two));
});
