import type { Letter, LetterState } from '#shared/domain/delivery-postal/letter';
import type { LetterId } from '#shared/domain/message/ids';

/** Where letters go: the hub's own shelf, from which a print provider fetches. */
export interface PrintHouse {
  /** Orders a letter once: the same letter id again changes nothing, and that is a success. */
  order(letter: Letter): Promise<void>;
}

/** The provider's side of the shelf. */
export interface LetterShelf {
  read(id: LetterId): Promise<Letter | undefined>;
  /** Letters in a state, oldest first. @param after id of the last letter of the page before */
  list(state: LetterState, page: { after?: LetterId; limit: number }): Promise<readonly Letter[]>;
  /** On condition that the letter is still in the state as read; answers whether it was. */
  setState(letter: Letter, state: LetterState): Promise<boolean>;
  /** Takes a letter off the shelf for good; repeating it is harmless. */
  remove(id: LetterId): Promise<void>;
}
