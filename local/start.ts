import { type LocalHub, startHub } from '#local/hub';
import { readOptions } from '#local/options';

/** `npm start`: the hub in the foreground, until Ctrl-C. */
try {
  const hub = await startHub(readOptions(process.env));
  console.log(`ready ${hub.url}`);
  endOnSignal(hub);
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exit(1);
}

function endOnSignal(hub: LocalHub): void {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) process.exit(1);
      ending = true;
      void hub.stop().then(() => process.exit(0));
    });
  }
}
