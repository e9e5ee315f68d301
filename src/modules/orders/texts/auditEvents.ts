/** What the person concerned reads about each kind of access. */
export const auditEvents = {
  'orders.order.placed': {
    pl: 'Zlecono usługę wykonawcy',
    en: 'A service was ordered from a provider',
    uk: 'Послугу замовлено у виконавця',
  },
  'orders.order.read': { pl: 'Pracownik otworzył zlecenie', en: 'Staff opened an order', uk: 'Працівник відкрив замовлення' },
  'orders.order.cancelled': { pl: 'Odwołano zlecenie', en: 'An order was cancelled', uk: 'Замовлення скасовано' },
  'orders.placing.read': { pl: 'Pracownik przygotował zlecenie', en: 'Staff prepared an order', uk: 'Працівник підготував замовлення' },
  'orders.list.read': {
    pl: 'Pracownik przejrzał listę zleceń',
    en: 'Staff looked through the orders',
    uk: 'Працівник переглянув замовлення',
  },
  'orders.document.read': { pl: 'Otwarto zlecenie do druku', en: 'The printed order was opened', uk: 'Відкрито замовлення для друку' },
  'orders.own.listed': {
    pl: 'Wykonawca przejrzał swoje zlecenia',
    en: 'A provider looked through its orders',
    uk: 'Виконавець переглянув свої замовлення',
  },
  'orders.own.read': {
    pl: 'Wykonawca otworzył zlecenie Twojej usługi',
    en: 'The provider opened the order of your service',
    uk: 'Виконавець відкрив замовлення вашої послуги',
  },
  'orders.link.read': {
    pl: 'Wykonawca otworzył zlecenie przez link',
    en: 'The provider opened the order by a link',
    uk: 'Виконавець відкрив замовлення за посиланням',
  },
  'orders.link.sent': {
    pl: 'Wysłano wykonawcy nowy link do zlecenia',
    en: 'The provider was sent a new link to the order',
    uk: 'Виконавцю надіслано нове посилання',
  },
  'orders.link.renewed': {
    pl: 'Wykonawca poprosił o nowy link do zlecenia',
    en: 'The provider asked for a new link to the order',
    uk: 'Виконавець попросив нове посилання',
  },
  'orders.answer.given': {
    pl: 'Wykonawca odpowiedział na zlecenie',
    en: 'The provider answered the order',
    uk: 'Виконавець відповів на замовлення',
  },
  'orders.status.changed': {
    pl: 'Wykonawca zmienił stan zlecenia',
    en: 'The provider changed the state of the order',
    uk: 'Виконавець змінив стан замовлення',
  },
  'orders.delivery.recorded': {
    pl: 'Wykonawca zapisał wykonanie usługi',
    en: 'The provider recorded a delivery',
    uk: 'Виконавець записав надання послуги',
  },
  'orders.delivery.confirmed': {
    pl: 'Zapisano, kto potwierdził wykonanie',
    en: 'It was recorded who confirmed a delivery',
    uk: 'Записано, хто підтвердив надання',
  },
  'orders.delivery.corrected': {
    pl: 'Poprawiono zapis wykonania',
    en: 'A record of delivery was corrected',
    uk: 'Виправлено запис про надання',
  },
  'orders.settlement.read': {
    pl: 'Księgowość albo kierownictwo przejrzało, co wykonano w miesiącu',
    en: 'Accounts or management looked through what was delivered in a month',
    uk: 'Бухгалтерія або керівництво переглянули, що виконано за місяць',
  },
  'orders.settlement.exported': {
    pl: 'Pobrano zestawienie wykonanych usług',
    en: 'A statement of delivered services was downloaded',
    uk: 'Завантажено перелік виконаних послуг',
  },
  'orders.month.read': {
    pl: 'Wykonawca przejrzał swój miesiąc',
    en: 'A provider looked at its month',
    uk: 'Виконавець переглянув свій місяць',
  },
  'orders.month.closed': { pl: 'Wykonawca zamknął miesiąc', en: 'A provider closed a month', uk: 'Виконавець закрив місяць' },
  'orders.month.reopened': {
    pl: 'Centrum otworzyło miesiąc wykonawcy',
    en: 'The centre reopened a month',
    uk: 'Центр знову відкрив місяць',
  },
} as const;
