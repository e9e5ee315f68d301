import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create } from 'fontkitten';

/** A font family that documents use: its name inside the files, and the files (static TrueType) as package paths. */
interface FontFamily {
  readonly family: string;
  readonly files: readonly string[];
}

/**
 * The families in the order in which a letter is looked for. All ship inside npm packages, so a document looks the same
 * on every machine: Nunito Sans for everything Latin and Cyrillic, Noto Emoji for emoji drawn as outlines, DejaVu Sans
 * for other scripts and symbols.
 */
const FAMILIES: readonly FontFamily[] = [
  {
    family: 'Nunito Sans',
    files: [
      '@expo-google-fonts/nunito-sans/400Regular/NunitoSans_400Regular.ttf',
      '@expo-google-fonts/nunito-sans/400Regular_Italic/NunitoSans_400Regular_Italic.ttf',
      '@expo-google-fonts/nunito-sans/700Bold/NunitoSans_700Bold.ttf',
      '@expo-google-fonts/nunito-sans/700Bold_Italic/NunitoSans_700Bold_Italic.ttf',
    ],
  },
  { family: 'Noto Emoji', files: ['@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'] },
  {
    family: 'DejaVu Sans',
    files: ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'],
  },
];

/** What the compiler and the text cleaner need to know about the shipped fonts. */
export interface DocumentFonts {
  /** The bytes of every font file. */
  readonly files: readonly Buffer[];
  /** Family names, most wanted first. */
  readonly families: readonly string[];
  /** Code points that every file of at least one family can draw. */
  readonly drawable: ReadonlySet<number>;
  /**
   * Letters with marks that the first family has only as letter and mark apart. Drawn in pieces, the letter's glyph would be
   * read aloud and copied with the mark wherever it stands on the page; another family draws them whole.
   */
  readonly pieced: string;
}

/** Reads the shipped fonts; throws when a font package is missing or damaged. */
export function loadDocumentFonts(): DocumentFonts {
  const loaded = FAMILIES.map(({ family, files }) => {
    const buffers = files.map((file) => readFileSync(fileURLToPath(import.meta.resolve(file))));
    return { family, buffers, drawable: codePointsOfAll(buffers) };
  });
  const drawable = loaded.reduce((all, each) => all.union(each.drawable), new Set<number>());
  return {
    files: loaded.flatMap(({ buffers }) => buffers),
    families: loaded.map(({ family }) => family),
    drawable,
    pieced: [...drawable.difference(loaded[0]?.drawable ?? new Set())]
      .map((code) => String.fromCodePoint(code))
      .filter((letter) => letter.normalize('NFD') !== letter && /^\p{L}$/u.test(letter))
      .join(''),
  };
}

function codePointsOfAll(files: readonly Buffer[]): Set<number> {
  const perFile = files.map((file) => {
    const font = create(file);
    if (!('characterSet' in font)) throw new Error('A document font is a collection; a single font was expected');
    return new Set(font.characterSet);
  });
  return perFile.reduce((shared, next) => shared.intersection(next));
}
