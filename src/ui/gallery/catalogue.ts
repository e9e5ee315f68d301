import { examples as arrangement } from '#ui/arrangement/examples.tsx';
import { examples as barChart } from '#ui/barChart/examples.tsx';
import { examples as breadcrumbs } from '#ui/breadcrumbs/examples.tsx';
import { examples as button } from '#ui/button/examples.tsx';
import { examples as card } from '#ui/card/examples.tsx';
import { examples as centreContact } from '#ui/centreContact/examples.tsx';
import { examples as choices } from '#ui/choices/examples.tsx';
import { examples as conflictNotice } from '#ui/conflictNotice/examples.tsx';
import { examples as copyCode } from '#ui/copyCode/examples.tsx';
import { examples as dateField } from '#ui/dateField/examples.tsx';
import { examples as definitionGrid } from '#ui/definitionGrid/examples.tsx';
import { examples as details } from '#ui/details/examples.tsx';
import { examples as emptyState } from '#ui/emptyState/examples.tsx';
import { examples as errorSummary } from '#ui/errorSummary/examples.tsx';
import { examples as field } from '#ui/field/examples.tsx';
import { examples as fieldGroup } from '#ui/fieldGroup/examples.tsx';
import { examples as fileField } from '#ui/fileField/examples.tsx';
import { examples as fileList } from '#ui/fileList/examples.tsx';
import { examples as filterForm } from '#ui/filterForm/examples.tsx';
import { examples as fixedField } from '#ui/fixedField/examples.tsx';
import { examples as flash } from '#ui/flash/examples.tsx';
import { examples as form } from '#ui/form/examples.tsx';
import { examples as icons } from '#ui/icons/examples.tsx';
import { examples as keysetPager } from '#ui/keysetPager/examples.tsx';
import { examples as link } from '#ui/link/examples.tsx';
import { examples as linkedData } from '#ui/linkedData/examples.tsx';
import { examples as linkPills } from '#ui/linkPills/examples.tsx';
import { examples as notice } from '#ui/notice/examples.tsx';
import { examples as numberField } from '#ui/numberField/examples.tsx';
import { examples as peselField } from '#ui/peselField/examples.tsx';
import { examples as phoneNumbers } from '#ui/phoneNumbers/examples.tsx';
import { examples as printButton } from '#ui/printButton/examples.tsx';
import { examples as progressBar } from '#ui/progressBar/examples.tsx';
import { examples as quickExit } from '#ui/quickExit/examples.tsx';
import { examples as searchForm } from '#ui/searchForm/examples.tsx';
import { examples as sectionNav } from '#ui/sectionNav/examples.tsx';
import { examples as selectField } from '#ui/selectField/examples.tsx';
import { examples as statFigure } from '#ui/statFigure/examples.tsx';
import { examples as steps } from '#ui/steps/examples.tsx';
import { examples as summaryList } from '#ui/summaryList/examples.tsx';
import { examples as table } from '#ui/table/examples.tsx';
import { examples as tag } from '#ui/tag/examples.tsx';
import { examples as taskList } from '#ui/taskList/examples.tsx';
import { examples as text } from '#ui/text/examples.tsx';
import { examples as textArea } from '#ui/textArea/examples.tsx';
import { examples as textDiff } from '#ui/textDiff/examples.tsx';
import { examples as textField } from '#ui/textField/examples.tsx';
import { examples as timeline } from '#ui/timeline/examples.tsx';
import type { Example } from './Example.ts';

export type CatalogueGroup = {
  readonly id: string;
  readonly title: string;
  readonly components: readonly { readonly folder: string; readonly title: string; readonly examples: readonly Example[] }[];
};

/** Every component by its folder, in the groups of the gallery. */
export const catalogue: readonly CatalogueGroup[] = [
  {
    id: 'tekst',
    title: 'Tekst i układ',
    components: [
      { folder: 'text', title: 'Heading, Lead, Paragraph, List', examples: text },
      { folder: 'link', title: 'Link', examples: link },
      { folder: 'linkedData', title: 'LinkedData', examples: linkedData },
      { folder: 'linkPills', title: 'LinkPills', examples: linkPills },
      { folder: 'phoneNumbers', title: 'PhoneNumbers', examples: phoneNumbers },
      { folder: 'centreContact', title: 'CentreContact, PhoneLinks', examples: centreContact },
      { folder: 'card', title: 'Card, CardLink, CardGrid', examples: card },
      { folder: 'arrangement', title: 'Stack, Row, Columns, Section, PageHeader', examples: arrangement },
      { folder: 'icons', title: 'Rysunki', examples: icons },
    ],
  },
  {
    id: 'czynnosci',
    title: 'Czynności i poruszanie się',
    components: [
      { folder: 'button', title: 'Button, LinkButton', examples: button },
      { folder: 'breadcrumbs', title: 'Breadcrumbs', examples: breadcrumbs },
      { folder: 'sectionNav', title: 'SectionNav', examples: sectionNav },
      { folder: 'keysetPager', title: 'KeysetPager', examples: keysetPager },
      { folder: 'printButton', title: 'PrintButton', examples: printButton },
      { folder: 'copyCode', title: 'CopyCode', examples: copyCode },
      { folder: 'quickExit', title: 'QuickExit', examples: quickExit },
    ],
  },
  {
    id: 'komunikaty',
    title: 'Komunikaty',
    components: [
      { folder: 'notice', title: 'Notice', examples: notice },
      { folder: 'flash', title: 'Flash', examples: flash },
      { folder: 'tag', title: 'Tag, Tags', examples: tag },
      { folder: 'emptyState', title: 'EmptyState', examples: emptyState },
      { folder: 'errorSummary', title: 'ErrorSummary', examples: errorSummary },
      { folder: 'conflictNotice', title: 'ConflictNotice', examples: conflictNotice },
    ],
  },
  {
    id: 'formularze',
    title: 'Formularze',
    components: [
      { folder: 'form', title: 'Form, FormActions, HiddenField', examples: form },
      { folder: 'field', title: 'Field', examples: field },
      { folder: 'fieldGroup', title: 'FieldGroup, FieldRow', examples: fieldGroup },
      { folder: 'textField', title: 'TextField', examples: textField },
      { folder: 'textArea', title: 'TextArea', examples: textArea },
      { folder: 'dateField', title: 'DateField', examples: dateField },
      { folder: 'numberField', title: 'NumberField', examples: numberField },
      { folder: 'selectField', title: 'SelectField', examples: selectField },
      { folder: 'choices', title: 'RadioGroup, CheckboxGroup, Checkbox', examples: choices },
      { folder: 'peselField', title: 'PeselField', examples: peselField },
      { folder: 'fileField', title: 'FileField', examples: fileField },
      { folder: 'fixedField', title: 'FixedField', examples: fixedField },
      { folder: 'fileList', title: 'FileList', examples: fileList },
      { folder: 'searchForm', title: 'SearchForm', examples: searchForm },
      { folder: 'filterForm', title: 'FilterForm', examples: filterForm },
    ],
  },
  {
    id: 'dane',
    title: 'Dane',
    components: [
      { folder: 'table', title: 'Table', examples: table },
      { folder: 'summaryList', title: 'SummaryList', examples: summaryList },
      { folder: 'definitionGrid', title: 'DefinitionGrid', examples: definitionGrid },
      { folder: 'taskList', title: 'TaskList', examples: taskList },
      { folder: 'steps', title: 'Steps', examples: steps },
      { folder: 'timeline', title: 'Timeline', examples: timeline },
      { folder: 'statFigure', title: 'StatFigure, StatGrid', examples: statFigure },
      { folder: 'barChart', title: 'BarChart', examples: barChart },
      { folder: 'progressBar', title: 'ProgressBar', examples: progressBar },
      { folder: 'details', title: 'Details', examples: details },
      { folder: 'textDiff', title: 'TextDiff', examples: textDiff },
    ],
  },
];
