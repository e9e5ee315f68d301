/** What each audit event of the module says to the person concerned. */
export const auditEvents = {
  'qualification.service.read': {
    pl: 'Pracownik otworzył kwalifikowanie do usługi',
    en: 'Staff opened the qualification for a service',
    uk: 'Працівник відкрив кваліфікацію для послуги',
  },
  'qualification.condition.settled': {
    pl: 'Zapisano ustalenia o warunkach usługi',
    en: 'Findings about the conditions of a service were recorded',
    uk: 'Записано висновки щодо умов послуги',
  },
  'qualification.service.qualified': { pl: 'Zakwalifikowano do usługi', en: 'Qualified for a service', uk: 'Кваліфіковано для послуги' },
  'qualification.service.waitlisted': {
    pl: 'Wpisano na listę rezerwową',
    en: 'Put on the reserve list',
    uk: 'Внесено до резервного списку',
  },
  'qualification.service.forwarded': { pl: 'Przekazano zgłoszenie dalej', en: 'The request was passed on', uk: 'Звернення передано далі' },
  'qualification.service.withdrawn': {
    pl: 'Zapisano rezygnację z usługi',
    en: 'Giving up a service was recorded',
    uk: 'Записано відмову від послуги',
  },
  'qualification.place.offered': { pl: 'Przyznano wolne miejsce', en: 'A free place was given', uk: 'Надано вільне місце' },
  'qualification.refusal.proposed': { pl: 'Przygotowano odmowę', en: 'A refusal was prepared', uk: 'Підготовлено відмову' },
  'qualification.refusal.read': {
    pl: 'Dyrekcja przeczytała projekt odmowy',
    en: 'The director read a draft refusal',
    uk: 'Керівництво прочитало проєкт відмови',
  },
  'qualification.refusal.signed': { pl: 'Podpisano odmowę', en: 'A refusal was signed', uk: 'Підписано відмову' },
  'qualification.refusal.returned': {
    pl: 'Zwrócono projekt odmowy do poprawy',
    en: 'A draft refusal was returned',
    uk: 'Проєкт відмови повернуто',
  },
  'qualification.delivery.opened': {
    pl: 'Pracownik otworzył formularz doręczenia decyzji',
    en: 'Staff opened the form for the delivery of a decision',
    uk: 'Працівник відкрив форму вручення рішення',
  },
  'qualification.refusal.delivered': {
    pl: 'Zapisano doręczenie decyzji',
    en: 'The delivery of a decision was recorded',
    uk: 'Записано вручення рішення',
  },
  'qualification.refusals.listed': {
    pl: 'Dyrekcja przejrzała listę odmów',
    en: 'The director looked through the list of refusals',
    uk: 'Керівництво переглянуло список відмов',
  },
  'qualification.queue.read': {
    pl: 'Pracownik przejrzał kolejkę do usługi',
    en: 'Staff looked through the queue for a service',
    uk: 'Працівник переглянув чергу на послугу',
  },
  'qualification.rule.read': {
    pl: 'Pracownik otworzył zasady usługi',
    en: 'Staff opened the rules of a service',
    uk: 'Працівник відкрив правила послуги',
  },
  'qualification.rule.changed': {
    pl: 'Zmieniono zasady usługi w formularzu',
    en: 'The rules of a service were changed in the form',
    uk: 'Правила послуги змінено у формі',
  },
  'qualification.rule.set': { pl: 'Ustalono zasady usługi', en: 'The rules of a service were set', uk: 'Встановлено правила послуги' },
};
