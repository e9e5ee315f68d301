import i18next, { type i18n } from 'i18next';

/** Languages of the screen. Polish is the source; staff screens may have Polish alone. */
export const languages = ['pl', 'en', 'uk'] as const;
export type Language = (typeof languages)[number];

/** A tree of texts. Plural forms are sibling keys with i18next suffixes (`_one`, `_few`, `_many`, `_other`). */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}
/** The same keys as the source, any texts. */
type SameShape<Tree> = { readonly [K in keyof Tree]: Tree[K] extends string ? string : SameShape<Tree[K]> };
type WithoutPlural<K extends string> = K extends `${infer Stem}_${'one' | 'few' | 'many' | 'other'}` ? Stem : K;
/** Dotted paths of all texts of a tree. */
export type TextKey<Tree> = {
  [K in keyof Tree & string]: Tree[K] extends string ? WithoutPlural<K> : `${K}.${TextKey<Tree[K]>}`;
}[keyof Tree & string];

export type Values = Readonly<Record<string, string | number>>;
export type Translate<Key extends string> = (key: Key, values?: Values) => string;

/** Every namespace that has been defined, with its languages; for checking that they are complete. */
export const registeredTexts = (): ReadonlyMap<string, Readonly<Partial<Record<Language, TextTree>>>> => registered;
const registered = new Map<string, Partial<Record<Language, TextTree>>>();

export interface Texts<Key extends string> {
  /** The texts of a namespace in one language. A missing text falls back to Polish. */
  in(language: Language): Translate<Key>;
}

const engine: i18n = i18next.createInstance();
const ready = engine.init({
  lng: 'pl',
  fallbackLng: 'pl',
  resources: {},
  initAsync: false,
  // JSX escapes on output; escaping twice would show entities to people.
  interpolation: { escapeValue: false },
  returnNull: false,
});
void ready;

/**
 * Registers a module's texts and returns their typed reader. One namespace a module.
 * `en` and `uk` are required for all that a resident sees; staff namespaces may leave them out.
 */
export function defineTexts<const Pl extends TextTree>(
  namespace: string,
  sources: { pl: Pl; en?: SameShape<Pl>; uk?: SameShape<Pl> },
): Texts<TextKey<Pl>> {
  registered.set(namespace, sources);
  for (const language of languages) {
    const tree = sources[language];
    if (tree) engine.addResourceBundle(language, namespace, tree, true, true);
  }
  return {
    in(language) {
      const translate = engine.getFixedT(language, namespace);
      return (key, values) => {
        const words = translate(key as string, { ...values } as never) as unknown as string;
        // A Ukrainian date ends with "р.", and the sentence after it with a full stop of its own.
        return language === 'uk' && values ? words.replace(/р\.\.(?!\.)/g, 'р.') : words;
      };
    },
  };
}
