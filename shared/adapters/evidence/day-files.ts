import { type SealedDay, type SignedRoot, sealedDay, signedRoot } from '#shared/domain/evidence/root';
import { canonicalJson } from '#shared/kernel/digest';
import type { SealedDays } from '#shared/ports/sealed-days';

/** Texts by name that are put once. */
export interface KeepOnce {
  read(name: string): Promise<string | undefined>;
  /** Puts it unless the name is taken; either is a success. */
  putIfAbsent(name: string, text: string): Promise<void>;
  /** The name under a prefix that sorts last. */
  lastUnder(prefix: string): Promise<string | undefined>;
}

/** Folder of the roots, which are for everybody. */
const ROOTS = 'roots/';
/** Folder of the days with their ends, which stay with the hub. */
const DAYS = 'days/';

/**
 * Sealed days as two texts each: the day with its ends, and its root alone. The day goes first and whichever was first
 * stands; its root is made from what stands, so a process that dies between them leaves a day to be sealed, and the next one
 * publishes the very same root.
 */
export function makeDayFiles(files: KeepOnce): SealedDays {
  const read: SealedDays['read'] = async (day) => {
    const text = await files.read(`${DAYS}${day}.json`);
    return text === undefined ? undefined : sealedDay.parse(JSON.parse(text));
  };

  return {
    read,

    latest: async (): Promise<SignedRoot | undefined> => {
      const name = await files.lastUnder(ROOTS);
      const text = name === undefined ? undefined : await files.read(name);
      return text === undefined ? undefined : signedRoot.parse(JSON.parse(text));
    },

    put: async (sealed): Promise<SealedDay> => {
      const { day } = sealed.signed.root;
      await files.putIfAbsent(`${DAYS}${day}.json`, canonicalJson(sealed));
      const standing = await read(day);
      if (!standing) throw new Error('a sealed day that was put can not be read');
      await files.putIfAbsent(`${ROOTS}${day}.json`, canonicalJson(standing.signed));
      return standing;
    },
  };
}
