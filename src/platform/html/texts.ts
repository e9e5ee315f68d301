import { defineTexts } from '#platform/i18n/index.ts';

/** Words of the frame around every page: navigation, names of roles, mistakes in fields. */
export const frameTexts = defineTexts('frame', {
  pl: {
    nav: { services: 'Usługi', ask: 'Poproś o usługę', need: 'Zgłoś, że ktoś potrzebuje pomocy', myCase: 'Moja sprawa', start: 'Strona główna', work: 'Praca', account: 'Moje konto', changeCentre: 'Inne centra' },
    role: {
      resident: 'mieszkaniec', frontDesk: 'punkt obsługi', planCoordinator: 'koordynacja IPUS', serviceOrganiser: 'organizacja usług', communityOrganiser: 'organizacja społeczności',
      director: 'dyrekcja', providerManager: 'wykonawca – kierowanie', providerWorker: 'wykonawca – realizacja', accountant: 'księgowość', dataProtectionOfficer: 'ochrona danych',
      centreAdministrator: 'administracja centrum', platformAdministrator: 'administracja platformy', system: 'program',
    },
    error: {
      required: 'Uzupełnij to pole.', 'too-long': 'Tekst jest za długi. Zmieść się w {{max}} znakach.', 'choose-one': 'Wybierz jedną z odpowiedzi.', 'choose-at-least-one': 'Wybierz co najmniej jedną odpowiedź.',
      'must-tick': 'Zaznacz to pole, żeby przejść dalej.', 'not-an-email': 'Sprawdź adres e-mail. Powinien wyglądać jak jan@example.org.', 'not-a-number': 'Wpisz liczbę, na przykład 12.',
      'too-small': 'Wpisz liczbę nie mniejszą niż {{min}}.', 'too-big': 'Wpisz liczbę nie większą niż {{max}}.', 'too-many': 'Wybrano za dużo odpowiedzi.', 'not-a-date': 'Sprawdź datę. Wpisz ją jak 3.05.1948 albo 3 maja 1948.',
      'date-in-future': 'Ta data jeszcze nie nadeszła. Sprawdź ją.', 'date-in-past': 'Ta data już minęła. Sprawdź ją.', 'date-too-early': 'Ta data jest za wczesna. Sprawdź ją.', 'date-too-late': 'Ta data jest za późna. Sprawdź ją.', 'date-order': 'Koniec nie może być przed początkiem.',
      'not-a-phone': 'Sprawdź numer telefonu. Polski numer ma 9 cyfr.', 'not-a-pesel': 'Sprawdź PESEL. Ma 11 cyfr i nie zgadza się w nim co najmniej jedna.', 'not-a-postcode': 'Sprawdź kod pocztowy. Powinien wyglądać jak 86-050.', 'not-a-time': 'Sprawdź godzinę. Wpisz ją jak 8:30.',
      'file-too-big': 'Plik jest za duży.', 'file-kind': 'Tego rodzaju pliku nie przyjmujemy.', wrong: 'Sprawdź tę odpowiedź.',
    },
  },
  en: {
    nav: { services: 'Services', ask: 'Ask for a service', need: 'Tell us that somebody needs help', myCase: 'My case', start: 'Home page', work: 'Work', account: 'My account', changeCentre: 'Other centres' },
    role: {
      resident: 'resident', frontDesk: 'front desk', planCoordinator: 'plan coordinator', serviceOrganiser: 'service organiser', communityOrganiser: 'community organiser',
      director: 'director', providerManager: 'provider – manager', providerWorker: 'provider – worker', accountant: 'accountant', dataProtectionOfficer: 'data protection officer',
      centreAdministrator: 'centre administrator', platformAdministrator: 'platform administrator', system: 'the program',
    },
    error: {
      required: 'Please fill this in.', 'too-long': 'The text is too long. Use at most {{max}} characters.', 'choose-one': 'Choose one answer.', 'choose-at-least-one': 'Choose at least one answer.',
      'must-tick': 'Tick this box to go on.', 'not-an-email': 'Check the e-mail address. It should look like jan@example.org.', 'not-a-number': 'Enter a number, for example 12.',
      'too-small': 'Enter a number of at least {{min}}.', 'too-big': 'Enter a number of at most {{max}}.', 'too-many': 'Too many answers chosen.', 'not-a-date': 'Check the date. Write it like 3.05.1948 or 3 maja 1948.',
      'date-in-future': 'This date has not come yet. Check it.', 'date-in-past': 'This date has passed. Check it.', 'date-too-early': 'This date is too early. Check it.', 'date-too-late': 'This date is too late. Check it.', 'date-order': 'The end cannot be before the start.',
      'not-a-phone': 'Check the phone number. A Polish number has 9 digits.', 'not-a-pesel': 'Check the PESEL. It has 11 digits and at least one of them does not fit.', 'not-a-postcode': 'Check the postcode. It should look like 86-050.', 'not-a-time': 'Check the time. Write it like 8:30.',
      'file-too-big': 'The file is too big.', 'file-kind': 'We do not accept this kind of file.', wrong: 'Check this answer.',
    },
  },
  uk: {
    nav: { services: 'Послуги', ask: 'Попросити про послугу', need: 'Повідомити, що комусь потрібна допомога', myCase: 'Моя справа', start: 'Головна сторінка', work: 'Робота', account: 'Мій обліковий запис', changeCentre: 'Інші центри' },
    role: {
      resident: 'мешканець', frontDesk: 'пункт обслуговування', planCoordinator: 'координація плану', serviceOrganiser: 'організація послуг', communityOrganiser: 'організація громади',
      director: 'директор', providerManager: 'виконавець – керування', providerWorker: 'виконавець – працівник', accountant: 'бухгалтерія', dataProtectionOfficer: 'захист даних',
      centreAdministrator: 'адміністрація центру', platformAdministrator: 'адміністрація платформи', system: 'програма',
    },
    error: {
      required: 'Заповніть це поле.', 'too-long': 'Текст задовгий. Не більше {{max}} символів.', 'choose-one': 'Виберіть одну відповідь.', 'choose-at-least-one': 'Виберіть принаймні одну відповідь.',
      'must-tick': 'Позначте це поле, щоб продовжити.', 'not-an-email': 'Перевірте адресу електронної пошти. Наприклад: jan@example.org.', 'not-a-number': 'Введіть число, наприклад 12.',
      'too-small': 'Введіть число не менше {{min}}.', 'too-big': 'Введіть число не більше {{max}}.', 'too-many': 'Вибрано забагато відповідей.', 'not-a-date': 'Перевірте дату. Напишіть її так: 3.05.1948.',
      'date-in-future': 'Ця дата ще не настала. Перевірте її.', 'date-in-past': 'Ця дата вже минула. Перевірте її.', 'date-too-early': 'Ця дата зарання. Перевірте її.', 'date-too-late': 'Ця дата запізня. Перевірте її.', 'date-order': 'Кінець не може бути раніше початку.',
      'not-a-phone': 'Перевірте номер телефону. Польський номер має 9 цифр.', 'not-a-pesel': 'Перевірте PESEL. Він має 11 цифр, і щонайменше одна не збігається.', 'not-a-postcode': 'Перевірте поштовий індекс. Наприклад: 86-050.', 'not-a-time': 'Перевірте час. Наприклад: 8:30.',
      'file-too-big': 'Файл завеликий.', 'file-kind': 'Такого типу файлів ми не приймаємо.', wrong: 'Перевірте цю відповідь.',
    },
  },
});

const known = new Set([
  'required', 'too-long', 'choose-one', 'choose-at-least-one', 'must-tick', 'not-an-email', 'not-a-number', 'too-small', 'too-big', 'too-many', 'not-a-date', 'date-in-future', 'date-in-past',
  'date-too-early', 'date-too-late', 'date-order', 'not-a-phone', 'not-a-pesel', 'not-a-postcode', 'not-a-time', 'file-too-big', 'file-kind', 'wrong',
]);
export const isKnownFieldError = (code: string) => known.has(code);
