import { INTAKE, bundleOf } from '#bench/cold/bundle';
import { type ColdStart, type Variant, coldStarts } from '#bench/cold/rounds';
import { openSurroundings } from '#bench/cold/surroundings';

/** Fewer rounds do not tell a tenth from noise. */
const ROUNDS = 15;

/** Starts the intake door and its twins cold. Loads a hub into this process: one run in a process. */
export async function measureColdStarts(folder: string): Promise<readonly ColdStart[]> {
  const boot = bundleOf('bench/cold-boot', folder);
  const door = bundleOf(INTAKE, folder);
  const { environment, writeEvent, stop } = await openSurroundings(folder);
  const byKey = (name: string) => writeEvent(name, 'key');
  const byToken = (name: string) => writeEvent(name, 'token');
  const variants: readonly Variant[] = [
    { name: 'bare twin', bundle: bundleOf('bench/twin-bare', folder), writeEvent: byKey },
    { name: 'twin with the same clients', bundle: bundleOf('bench/twin-same-clients', folder), writeEvent: byKey },
    { name: 'intake, by API key', bundle: door, writeEvent: byKey },
    { name: 'intake, by token', bundle: door, writeEvent: byToken },
  ];
  try {
    return await coldStarts(variants, { boot: boot.file, environment, rounds: ROUNDS });
  } finally {
    await stop();
  }
}
