import type { Scenario } from './scenario.ts';
import { talks } from './talks.ts';

/** Cases that have just begun, wait for something, or ended before any service. */
export const beginnings: readonly Scenario[] = [
  {
    name: 'a neighbour worries about somebody and the week for getting in touch has passed',
    began: 12,
    async tell(on) {
      await on(12).reportsNeed(
        'neighbour',
        'Starsza pani z trzeciego piętra od tygodnia nie wychodzi z domu. Nie ma nikogo bliskiego. Przydałaby się pomoc w zakupach.',
      );
    },
  },
  {
    name: 'a school reports a need this week',
    isOfFirstCentre: true,
    began: 3,
    async tell(on) {
      await on(3).reportsNeed(
        'school',
        'Dwoje uczniów często przychodzi bez śniadania, a mama po wypadku porusza się o kulach. Rodzina prosi o pomoc w domu.',
      );
    },
  },
  {
    name: 'a hospital reports a need today',
    began: 0,
    async tell(on) {
      await on(0).reportsNeed(
        'institution',
        'Pacjent wychodzi w piątek ze szpitala po złamaniu biodra. Mieszka sam, potrzebuje opieki i dowozu na rehabilitację.',
      );
    },
  },
  {
    name: 'after a report the person only wanted to know what help there is',
    began: 40,
    async tell(on) {
      await on(40).reportsNeed('family', 'Córka pyta o pomoc dla taty, który coraz gorzej słyszy i rzadko wychodzi.');
      await on(36).informs('Rozmowa z tatą i córką. Wystarczą im spotkania dla seniorów, zapiszą się sami.', ['meetings']);
    },
  },
  {
    name: 'a request from the internet of today',
    began: 0,
    async tell(on) {
      await on(0).asks(['care', 'rides'], {
        channel: 'online',
        situation: 'Mam 84 lata i po grypie trudno mi wyjść z domu. Potrzebuję pomocy w zakupach i dowozu do kardiologa za dwa tygodnie.',
        isUrgent: true,
        files: [{ name: 'skierowanie do kardiologa.txt', text: 'Skierowanie do poradni kardiologicznej, wizyta za dwa tygodnie.' }],
      });
    },
  },
  {
    name: 'a request by telephone of two days ago',
    began: 2,
    async tell(on) {
      await on(2).asks(['repairs'], { situation: 'Cieknie kran w kuchni i nie ma poręczy przy wannie.' });
    },
  },
  {
    name: 'a request that nobody has looked at for a month',
    began: 36,
    async tell(on) {
      await on(36).asks(['psychologist'], { channel: 'online', situation: 'Po śmierci męża nie mogę spać. Chcę z kimś porozmawiać.' });
      await on(1).sendsLater({ name: 'zaświadczenie.txt', text: 'Zaświadczenie z poradni, że rozmowy z psychologiem są wskazane.' });
    },
  },
  {
    name: 'a request with a coordinator, who will check it',
    isOfFirstCentre: true,
    began: 5,
    async tell(on) {
      await on(5).asks(['family', 'psychologist'], { channel: 'inPerson' });
      await on(4).findsCoordinator();
    },
  },
  {
    name: 'a request that waits for a missing certificate',
    began: 9,
    async tell(on) {
      await on(9).asks(['rides'], { channel: 'email' });
      await on(6).callsForMore(['Kopia orzeczenia o niepełnosprawności albo zaświadczenie od lekarza']);
    },
  },
  {
    name: 'a request whose time for completing has passed',
    began: 25,
    async tell(on) {
      await on(25).asks(['respite'], { channel: 'post' });
      await on(22).callsForMore(['Podpis na wniosku', 'Oświadczenie o sprawowaniu opieki']);
    },
  },
  {
    name: 'a completed request goes on',
    isOfFirstCentre: true,
    began: 16,
    async tell(on) {
      await on(16).asks(['care'], { channel: 'post' });
      await on(14).callsForMore(['Numer telefonu do kontaktu']);
      await on(10).completes('Córka podała numer przez telefon.');
    },
  },
  {
    name: 'a request left uncompleted was closed',
    began: 70,
    async tell(on) {
      await on(70).asks(['repairs'], { channel: 'email' });
      await on(68).callsForMore(['Zgoda właściciela mieszkania']);
      await on(50).closes('uncompleted', 'Brak odpowiedzi mimo dwóch telefonów.');
    },
  },
  {
    name: 'a request about benefits was passed on with consent',
    began: 33,
    async tell(on) {
      await on(33).asks(['family'], { channel: 'inPerson', mayForward: true });
      await on(30).passesOn('Zespół pomocy społecznej', 'Rodzina pyta o zasiłek celowy, nie o usługę.');
    },
  },
  {
    name: 'a talk about needs is arranged',
    began: 11,
    async tell(on) {
      await on(11).asks(['care', 'meetings']);
      await on(9).findsCoordinator();
      await on(8).arrangesTalk('whereThePersonStays', 11);
    },
  },
  {
    name: 'a talk about needs should have been held last week',
    began: 20,
    async tell(on) {
      await on(20).asks(['care', 'respite'], {
        channel: 'online',
        situation: 'Opiekuję się mamą, która ma demencję. Od dwóch lat nie mam ani jednego wolnego dnia.',
        carer: { givenName: 'Magdalena', familyName: 'Opowiadana' },
        isUrgent: true,
      });
      await on(18).findsCoordinator();
      await on(17).arrangesTalk('whereThePersonStays', 9);
    },
  },
  {
    name: 'after the talk the services wait for a decision',
    isOfFirstCentre: true,
    began: 15,
    async tell(on) {
      await on(15).asks(['care', 'rides', 'meetings']);
      await on(13).findsCoordinator();
      await on(12).arrangesTalk('whereThePersonStays', 4);
      await on(8).assesses(talks.livesAlone);
    },
  },
  {
    name: 'somebody found help in the family and withdrew',
    began: 27,
    async tell(on) {
      await on(27).asks(['care']);
      await on(25).arrangesTalk('phone', 3);
      await on(22).closes('withdrawn', 'Wnuczka zamieszkała z babcią.');
    },
  },
];
