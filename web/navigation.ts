import type { Texts } from '#web/texts/fi';

export type NavigationName = keyof Texts['navigation'];

/** The main menu in its order: a page of its own is a row here and a word in `texts`. Paths are below the mailbox's own. */
export const NAVIGATION: readonly { readonly name: NavigationName; readonly path: string }[] = [
  { name: 'messages', path: '' },
  { name: 'write', path: '/write' },
  { name: 'consent', path: '/consent' },
  { name: 'matters', path: '/matters' },
  { name: 'mandates', path: '/mandates' },
  { name: 'data', path: '/data' },
];
