import { foldName } from '#shared/personName.ts';

/** An entry of a list that is too long to be read through. */
export interface ListedOption {
  readonly value: string;
  readonly label: string;
  readonly group?: string | undefined;
  /** What else is said of it: tried where no name has the words. */
  readonly more?: readonly string[] | undefined;
}

/** Polish words end in many ways: of a longer one its last letters may differ. */
const stemOf = (word: string) => (word.length >= 6 ? word.slice(0, -2) : word.length === 5 ? word.slice(0, -1) : word);

/**
 * Entries whose names (with the name of their group) have every typed word, else those of which it is said elsewhere; capitals,
 * marks and endings do not matter. Everything for no words; nothing where nothing fits.
 */
export function narrowList<Option extends ListedOption>(options: readonly Option[], typed: string): readonly Option[] {
  const stems = foldName(typed).split(' ').filter(Boolean).map(stemOf);
  if (stems.length === 0) return options;
  const has = (texts: readonly string[]) => {
    const folded = ` ${texts.map(foldName).join(' ')}`;
    return stems.every((stem) => folded.includes(` ${stem}`));
  };
  const named = options.filter(({ label, group }) => has([label, group ?? '']));
  // Words of one telling, not of several: they would have nothing to do with one another.
  return named.length > 0 ? named : options.filter(({ more }) => more?.some((text) => has([text])));
}
