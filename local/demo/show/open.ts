import { spawn } from 'node:child_process';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens a page in the browser of whoever sits there; where there is none, nothing happens. */
export function openInBrowser(file: string): void {
  const [command, ...rest] = OPENERS[process.platform] ?? ['xdg-open'];
  const opener = spawn(command, [...rest, file], { detached: true, stdio: 'ignore' });
  opener.on('error', () => undefined);
  opener.unref();
}
