import type { ServiceKey } from '../telling/setting.ts';

/** The names under which the demonstration centres publish what the stories are about. */
export const serviceNames: Readonly<Record<string, Readonly<Record<ServiceKey, string>>>> = {
  'solec-kujawski': {
    care: 'Usługi opiekuńcze w domu',
    rides: 'Transport od drzwi do drzwi',
    respite: 'Opieka wytchnieniowa',
    repairs: 'Złota rączka',
    psychologist: 'Psycholog dla dorosłych i dla par',
    meetings: 'Dzienny dom „Przystań”',
    family: 'Asystent rodziny',
    speech: 'Logopeda dla dzieci i po udarze',
  },
  zyrardow: {
    care: 'Usługi opiekuńcze',
    rides: 'Taksówka dla seniora',
    respite: 'Teleopieka',
    repairs: 'Złota rączka',
    psychologist: 'Psycholog',
    meetings: '„SENIORZE – czekamy na Ciebie”',
    family: 'Interwencyjna pomoc rodzinom',
    speech: 'Poradnictwo – logopedia',
  },
};
