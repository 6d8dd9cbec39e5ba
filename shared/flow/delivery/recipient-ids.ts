import type { RecipientId } from '#shared/domain/message/ids';
import type { HashedRows } from '#shared/ports/key-rotations';
import type { Alias, RecipientAliases } from '#shared/ports/mailboxes';
import type { IdHashes, Sealer } from '#shared/ports/sealer';

export interface RecipientIdsPorts {
  readonly aliases: RecipientAliases;
  readonly sealer: Sealer;
}

/** The random id behind a code or business id. */
export interface RecipientIds {
  find(id: string): Promise<RecipientId | undefined>;
  /** Binds the id to `candidate` unless it is bound already; answers with what it is bound to. */
  enrol(id: string, candidate: RecipientId): Promise<RecipientId>;
}

/**
 * Leads from a code to its recipient while the key of the hashes may be changing. What stands under the current version holds;
 * what is met under the previous one only is bound under the current before it is told, so that nobody has two ids.
 *
 * @see docs/adr/035; architecture, section 3 ("a rotated key never gives one person two gates")
 */
export function makeRecipientIds({ aliases, sealer }: RecipientIdsPorts): RecipientIds {
  async function find(id: string): Promise<RecipientId | undefined> {
    return findUnder(await sealer.hashesOf(id));
  }

  async function enrol(id: string, candidate: RecipientId): Promise<RecipientId> {
    const hashes = await sealer.hashesOf(id);
    const known = await findUnder(hashes);
    if (known) return known;
    const { current, previous, previousFirst } = hashes;
    const text = { key: 'recipients', context: aliasContext({ recipientId: candidate }), text: id } as const;
    const alias = { recipientId: candidate, sealed: await sealer.sealText(text) };
    const first = previous && previousFirst ? await aliases.bind(previous, alias) : alias;
    return (await aliases.bind(current, first)).recipientId;
  }

  async function findUnder({ current, previous }: IdHashes): Promise<RecipientId | undefined> {
    const [bound, before] = await Promise.all([aliases.read(current), previous && aliases.read(previous)]);
    if (bound ?? !previous) return bound?.recipientId;
    if (before) return (await aliases.bind(current, before)).recipientId;
    // The walk binds before it removes: one moved between the two reads stands under the current version now.
    return (await aliases.read(current))?.recipientId;
  }

  return { find, enrol };
}

/** Moves aliases: each is opened, bound under the current version, and only then taken from under the old one. */
export function makeAliasRows({ aliases, sealer }: RecipientIdsPorts): HashedRows {
  return {
    moveSome: async (version, part) => {
      const some = await aliases.someUnder(version, part);
      await Promise.all(
        some.map(async ([old, alias]) => {
          const id = await sealer.openText(aliasContext(alias), alias.sealed);
          const { current } = await sealer.hashesOf(id);
          if (current.version === version) throw new Error('the version that is walked is the current one');
          await aliases.bind(current, alias);
          await aliases.remove(old);
        }),
      );
      return { moved: some.length, more: some.length > 0 };
    },
  };
}

/** What the seal of an id is bound to. */
function aliasContext({ recipientId }: Pick<Alias, 'recipientId'>): string {
  return `alias/${recipientId}`;
}
