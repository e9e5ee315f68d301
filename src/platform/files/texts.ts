import { defineTexts, type Language } from '#platform/i18n/index.ts';
import type { Uploaded, UploadLimits, UploadRefusal } from './uploads.ts';
import { acceptedKinds } from './kinds.ts';

export const fileTexts = defineTexts('files', {
  pl: {
    refusal: {
      'file-empty': 'Plik „{{name}}” jest pusty. Sprawdź, czy to ten plik, i dodaj go jeszcze raz.',
      'file-too-big': 'Plik „{{name}}” jest za duży. Jeden plik może mieć najwyżej {{size}}.',
      'file-kind': 'Pliku „{{name}}” nie przyjmiemy, bo nie wygląda na żaden z dozwolonych rodzajów. Dodaj {{kinds}}.',
      'file-no-room': 'Pliku „{{name}}” nie udało się zapisać, bo zabrakło u nas miejsca. Dodaj go później albo przynieś do centrum.',
      'too-many-files': 'Pliku „{{name}}” już nie dodamy: można dołączyć najwyżej {{count}}. Usuń któryś z listy albo przynieś resztę.',
    },
    kinds: 'PDF, zdjęcie (JPG, PNG, HEIC, WebP), DOCX, ODT albo TXT',
    picture: 'zdjęcie {{ending}}',
    size: { b: '{{n}} B', kb: '{{n}} KB', mb: '{{n}} MB' },
    several: 'Niektórych plików nie dodaliśmy. Powody są na początku strony.',
    list: 'Dołączone pliki',
    remove: 'Usuń',
    add: 'Dodaj pliki',
  },
  en: {
    refusal: {
      'file-empty': 'The file “{{name}}” is empty. Check that it is the right one and add it again.',
      'file-too-big': 'The file “{{name}}” is too big. One file may have at most {{size}}.',
      'file-kind': 'We cannot take the file “{{name}}”, because it does not look like any of the allowed kinds. Add {{kinds}}.',
      'file-no-room': 'The file “{{name}}” could not be saved, because we ran out of room. Add it later or bring it to the centre.',
      'too-many-files':
        'The file “{{name}}” was not added: at most {{count}} may be attached. Remove one from the list or bring the rest to the centre.',
    },
    kinds: 'a PDF, a photo (JPG, PNG, HEIC, WebP), DOCX, ODT or TXT',
    picture: '{{ending}} photo',
    size: { b: '{{n}} B', kb: '{{n}} KB', mb: '{{n}} MB' },
    several: 'Some files were not added. The reasons are at the top of the page.',
    list: 'Attached files',
    remove: 'Remove',
    add: 'Add files',
  },
  uk: {
    refusal: {
      'file-empty': 'Файл «{{name}}» порожній. Перевірте, чи це той файл, і додайте його ще раз.',
      'file-too-big': 'Файл «{{name}}» завеликий. Один файл може мати щонайбільше {{size}}.',
      'file-kind': 'Ми не можемо прийняти файл «{{name}}», бо він не схожий на жоден із дозволених видів. Додайте {{kinds}}.',
      'file-no-room': 'Файл «{{name}}» не вдалося зберегти, бо в нас забракло місця. Додайте його пізніше або принесіть до центру.',
      'too-many-files':
        'Файл «{{name}}» не додано: можна долучити щонайбільше {{count}}. Видаліть якийсь зі списку або принесіть решту до центру.',
    },
    kinds: 'PDF, фото (JPG, PNG, HEIC, WebP), DOCX, ODT або TXT',
    picture: 'фото {{ending}}',
    size: { b: '{{n}} Б', kb: '{{n}} КБ', mb: '{{n}} МБ' },
    several: 'Деякі файли не додано. Причини вказано на початку сторінки.',
    list: 'Долучені файли',
    remove: 'Видалити',
    add: 'Додати файли',
  },
});

/** A size as people say it: "340 KB", "2,5 MB". A megabyte is 1024 × 1024 bytes, as phones and computers show it. */
export function sizeInWords(bytes: number, lang: Language): string {
  const t = fileTexts.in(lang);
  const write = (n: number, digits: number) => new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(n);
  if (bytes < 1024) return t('size.b', { n: write(bytes, 0) });
  if (bytes < 1000 * 1024) return t('size.kb', { n: write(bytes / 1024, 0) });
  return t('size.mb', { n: write(bytes / 1024 / 1024, 1) });
}

/** All kinds that are taken, for the hint of a field. */
export const kindsInWords = (lang: Language): string => fileTexts.in(lang)('kinds');
/** What a kept file is: "PDF", "zdjęcie JPG". */
export function kindInWords(contentType: string, lang: Language): string {
  const ending = (acceptedKinds as Readonly<Record<string, string>>)[contentType]?.toUpperCase() ?? contentType;
  return contentType.startsWith('image/') ? fileTexts.in(lang)('picture', { ending }) : ending;
}

/** What is wrong with the refused files, each named, as errors of the field. */
export function fileErrors(
  lang: Language,
  field: string,
  refused: Uploaded['refused'],
  limits: UploadLimits,
): { field: string; message: string }[] {
  const t = fileTexts.in(lang);
  const say = (name: string, refusal: UploadRefusal) =>
    t(`refusal.${refusal}`, { name, size: sizeInWords(limits.bytes, lang), count: limits.count, kinds: t('kinds') });
  return refused.map(({ name, refusal }) => ({ field, message: say(name, refusal) }));
}
