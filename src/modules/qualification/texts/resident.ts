/** What a resident reads about the decisions on their services. */
const pl = {
  title: 'Rozstrzygnięcia',
  qualified: 'Możesz korzystać z tej usługi.',
  qualifiedCard: 'Numer karty kwalifikacji: {{number}}. Kartę znajdziesz w dokumentach.',
  qualifiedNext: 'Nie musisz nic robić. Skontaktujemy się, żeby ustalić szczegóły.',
  ended: 'Sprawa jest zakończona, więc tej usługi już w niej nie ma. Jeśli znów będzie potrzebna, zgłoś się do nas.',
  waitlisted: 'Spełniasz warunki, ale wszystkie miejsca są teraz zajęte.',
  position: 'Twoje miejsce na liście: {{position}}.',
  waitlistedNext: 'O kolejności decyduje czas zgłoszenia. Damy znać, gdy zwolni się miejsce. Nie składaj nowego zgłoszenia.',
  refused: 'Nie możemy przyznać tej usługi. Powody są w decyzji nr {{number}}.',
  openDecision: 'Otwórz decyzję nr {{number}} (PDF)',
  appealUntil:
    'Jeśli się nie zgadzasz, możesz się odwołać do {{date}}. Odwołanie złóż w centrum. Wystarczy napisać, że nie zgadzasz się z decyzją.',
  appealLater: 'Jeśli się nie zgadzasz, możesz się odwołać. Czas na odwołanie biegnie od dnia, w którym dostaniesz decyzję: {{days}} dni.',
  forwarded: 'Za Twoją zgodą przekazaliśmy to zgłoszenie dalej: {{name}}. Tam dowiesz się, co dalej.',
  withdrawn: 'Ta usługa nie jest już potrzebna. Jeśli to się zmieni, zgłoś się do nas.',
};
const en: typeof pl = {
  title: 'Decisions',
  qualified: 'You can use this service.',
  qualifiedCard: 'Number of your qualification card: {{number}}. You will find the card among the documents.',
  qualifiedNext: 'You do not have to do anything. We will contact you to agree on the details.',
  ended: 'The case is closed, so this service is no longer part of it. If you need it again, come to us.',
  waitlisted: 'You meet the conditions, but all places are taken now.',
  position: 'Your place on the list: {{position}}.',
  waitlistedNext: 'The order follows the time of the request. We will let you know when a place is free. Do not send a new request.',
  refused: 'We cannot grant this service. The reasons are in decision no. {{number}}.',
  openDecision: 'Open decision no. {{number}} (PDF, in Polish)',
  appealUntil:
    'If you do not agree, you can appeal until {{date}}. Hand the appeal in at the centre. It is enough to write that you do not agree with the decision.',
  appealLater: 'If you do not agree, you can appeal. The time for an appeal runs from the day you receive the decision: {{days}} days.',
  forwarded: 'With your consent we passed this request on: {{name}}. They will tell you what happens next.',
  withdrawn: 'This service is not needed any more. If that changes, come to us.',
};
const uk: typeof pl = {
  title: 'Рішення',
  qualified: 'Ви можете користуватися цією послугою.',
  qualifiedCard: 'Номер картки кваліфікації: {{number}}. Картка є серед документів.',
  qualifiedNext: 'Вам не потрібно нічого робити. Ми зв’яжемося з вами, щоб узгодити подробиці.',
  ended: 'Справу завершено, тож цієї послуги в ній уже немає. Якщо вона знову знадобиться, зверніться до нас.',
  waitlisted: 'Ви відповідаєте умовам, але всі місця зараз зайняті.',
  position: 'Ваше місце у списку: {{position}}.',
  waitlistedNext: 'Черговість залежить від часу звернення. Ми повідомимо, коли звільниться місце. Не подавайте нового звернення.',
  refused: 'Ми не можемо надати цю послугу. Причини наведено в рішенні № {{number}}.',
  openDecision: 'Відкрити рішення № {{number}} (PDF, польською)',
  appealUntil:
    'Якщо ви не згодні, можете оскаржити рішення до {{date}}. Подайте скаргу в центрі. Достатньо написати, що ви не згодні з рішенням.',
  appealLater:
    'Якщо ви не згодні, можете оскаржити рішення. Час на оскарження рахується від дня, коли ви отримаєте рішення: {{days}} днів.',
  forwarded: 'За вашою згодою ми передали це звернення далі: {{name}}. Там вам скажуть, що буде далі.',
  withdrawn: 'Ця послуга більше не потрібна. Якщо це зміниться, зверніться до нас.',
};
export const residentTexts = { pl, en, uk };
