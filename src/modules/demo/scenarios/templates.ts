import type { TemplateText } from '#modules/templates/index.ts';

/** A regional office that is made up, for the voivodeship of the first demonstration centre. */
export const demoOffice = {
  slug: 'region-kujawsko-pomorskie',
  name: 'Regionalny Ośrodek Polityki Społecznej – województwo kujawsko-pomorskie (pokaz)',
  /** Toruń. */
  teryt: '0463011',
  kind: 'regionalOffice',
  staff: { role: 'regionalEditor', name: 'Regina Wzorowa', email: 'region.kujawsko-pomorskie@example.org' },
} as const;

/** The centre that uses the office's templates. */
export const usingCentre = 'solec-kujawski';

export interface DemoTemplate {
  readonly text: TemplateText;
  /** What the office publishes once the centre has the first text, and what it says about it. */
  readonly next?: { readonly text: TemplateText; readonly note: string };
  /** The service that has the template; one that is not there is begun as a draft. */
  readonly service: string;
  readonly followsItself: boolean;
}

const care: TemplateText = {
  name: 'Usługi opiekuńcze w miejscu zamieszkania',
  governed: ['summary', 'recipients', 'areas', 'targetGroups', 'modes', 'documents'],
  fields: {
    summary: 'Opiekunka pomaga w domu osobie starszej lub chorej.',
    recipients: 'Osoby, które z powodu wieku lub choroby nie radzą sobie same, a bliscy nie mogą zapewnić im opieki.',
    areas: [4],
    targetGroups: ['SENIORS', 'DEPENDENT'],
    modes: ['at-home'],
    documents: ['zaświadczenie lekarskie', 'dokumenty o dochodzie'],
    everydayNames: ['opiekunka do mamy', 'pomoc w domu', 'ktoś do mycia i gotowania'],
    scope: 'Opiekunka pomaga w domu: mycie, ubieranie, posiłki, zakupy, drobne porządki, spacer i rozmowa.',
  },
};
const respite: TemplateText = {
  name: 'Opieka wytchnieniowa',
  governed: ['summary', 'recipients', 'areas', 'targetGroups'],
  fields: {
    summary: 'Ktoś zastąpi opiekuna, żeby mógł odpocząć.',
    recipients: 'Osoby, które mieszkają z kimś bliskim wymagającym stałej opieki.',
    areas: [6],
    targetGroups: ['CARERS'],
    everydayNames: ['zastępstwo w opiece', 'chcę odpocząć od opieki', 'kto zostanie z chorą mamą'],
  },
};
const alarm: TemplateText = {
  name: 'Teleopieka',
  governed: ['summary', 'scope', 'recipients', 'areas', 'targetGroups', 'modes', 'everydayNames'],
  fields: {
    summary: 'Opaska z przyciskiem, który o każdej porze woła pomoc.',
    scope:
      'Osoba nosi na ręku opaskę z przyciskiem. Po naciśnięciu odzywa się ratownik, rozmawia i w razie potrzeby wzywa bliskich albo pogotowie. Opaska działa całą dobę, także poza domem.',
    recipients: 'Osoby starsze i chore, które mieszkają same albo dużo czasu spędzają bez nikogo.',
    areas: [4],
    targetGroups: ['SENIORS', 'DEPENDENT'],
    modes: ['at-home', 'remote'],
    everydayNames: ['przycisk życia', 'opaska dla babci', 'bransoletka SOS'],
    documents: ['zgoda na przekazanie danych ratownikom'],
    limitsText: 'Jedna opaska dla osoby.',
  },
};

export const demoTemplates: readonly DemoTemplate[] = [
  {
    text: care,
    next: {
      text: {
        ...care,
        fields: {
          ...care.fields,
          recipients:
            'Osoby, które z powodu wieku, choroby lub niepełnosprawności potrzebują pomocy w codziennych sprawach, a bliscy nie mogą jej zapewnić albo potrzebują odciążenia.',
          documents: ['zaświadczenie lekarskie albo orzeczenie o niepełnosprawności', 'dokumenty o dochodzie'],
        },
      },
      note: 'Z usługi mogą korzystać także osoby z niepełnosprawnością, a zaświadczenie może zastąpić orzeczenie.',
    },
    service: 'Usługi opiekuńcze w domu',
    followsItself: false,
  },
  { text: respite, service: 'Opieka wytchnieniowa', followsItself: true },
  { text: alarm, service: 'Teleopieka w gminie', followsItself: true },
];
