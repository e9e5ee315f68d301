import { z } from 'zod';
import { audits, type FormFields } from '#platform/http/index.ts';
import { day, optionalText, text } from '#platform/http/fields.ts';
import { Card, DateField, Heading, RadioGroup, Stack, TextArea, TextField } from '#ui/index.ts';
import { frameTexts } from '#platform/html/index.ts';
import { gatherFacts, type DeliveredSum } from '#modules/cases/index.ts';
import { mayMonitor } from '../../policy.ts';
import { planStaffTexts } from '../../texts/index.ts';
import { amountInWords } from '../../texts/inWords.ts';
import { holdSummary } from '../../usecases/holdSummary.ts';
import { getPlanFile, type PlanFile } from '../../usecases/planFile.ts';
import { caseFormDoors, type FormOnPage } from './caseForm.tsx';
import { deliveredInWords } from './deliveredWords.ts';
import { dayInField } from './inWords.ts';

const t = planStaffTexts.in('pl');
const results = ['achieved', 'partlyAchieved', 'notAchieved', 'givenUp'] as const;
const schema = z.object({
  kiedy: day(),
  miejsce: text(300),
  obecni: text(2000),
  przebieg: text(5000),
  zdanie: optionalText(5000),
  dalej: optionalText(5000),
});

type SummedUp = PlanFile & { readonly delivered: readonly DeliveredSum[] };

const contentOf = ({ approved, latest }: PlanFile) => (approved ?? latest).content;
const lines = (typed: string | null) =>
  (typed ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function readResults(file: PlanFile, fields: FormFields) {
  return contentOf(file).goals.flatMap((goal) => {
    const result = results.find((each) => each === fields.get(`wynik.${goal.id}`));
    return result ? [{ goalId: goal.id, result, description: fields.get(`opis.${goal.id}`).trim().slice(0, 5000) }] : [];
  });
}

/** The end of a plan: a talk, the course, and a result for every goal. */
export const summaryDoors = caseFormDoors<typeof schema, SummedUp>({
  path: '/podsumowanie',
  may: mayMonitor,
  reads: audits('plans.plan.read'),
  writes: audits('plans.summary.recorded'),
  command: 'holdSummary',
  schema,
  submit: t('summary.submit'),
  title: () => t('summary.title'),
  lead: () => t('summary.lead'),
  async load(scope, view) {
    const { delivered = [] } = await gatherFacts(scope, view);
    return { ...(await getPlanFile(scope, view.record.id)), delivered };
  },
  initial: (file, _view, today) => ({
    kiedy: dayInField(today),
    ...Object.fromEntries(
      contentOf(file).services.map(({ id, serviceId }) => [`wykonano.${id}`, deliveredInWords(file.delivered, serviceId)]),
    ),
  }),
  Fields: SummaryFields,
  recorded: (event) =>
    event.type === 'summaryHeld'
      ? {
          kiedy: dayInField(event.data.heldOn),
          przebieg: event.data.course,
          ...Object.fromEntries(event.data.results.map((each) => [`wynik.${each.goalId}`, each.result])),
          ...Object.fromEntries(event.data.results.map((each) => [`opis.${each.goalId}`, each.description])),
        }
      : undefined,
  gaps: (file, fields) => {
    const given = new Set(readResults(file, fields).map((each) => each.goalId));
    return contentOf(file).goals.flatMap((goal, index) =>
      given.has(goal.id)
        ? []
        : [{ field: `wynik.${goal.id}`, message: `${t('item.goals', { number: index + 1 })}: ${frameTexts.in('pl')('error.choose-one')}` }],
    );
  },
  act: (scope, caseId, version, value, file, fields) =>
    holdSummary(scope, caseId, version, {
      heldOn: value.kiedy,
      place: value.miejsce,
      present: lines(value.obecni),
      course: value.przebieg,
      results: readResults(file, fields),
      delivered: contentOf(file).services.map((each) => ({
        itemId: each.id,
        text: fields.get(`wykonano.${each.id}`).trim().slice(0, 500),
      })),
      personsView: value.zdanie,
      furtherSteps: lines(value.dalej),
    }),
  fieldOf: ({ code }) => (code === 'date-in-future' ? 'kiedy' : undefined),
  done: () => t('summary.done'),
});

function SummaryFields(form: FormOnPage<SummedUp>) {
  const content = contentOf(form.loaded);
  const f = (name: string) => ({ name, value: form.value(name), error: form.error(name) });
  return (
    <>
      <DateField {...f('kiedy')} label={t('summary.heldOn')} />
      <TextField {...f('miejsce')} label={t('summary.place')} />
      <TextArea {...f('obecni')} label={t('summary.present')} hint={t('summary.presentHint')} rows={3} />
      <TextArea {...f('przebieg')} label={t('summary.course')} rows={6} limit={5000} />
      <Stack>
        {content.goals.map((goal, index) => (
          <Card tone="quiet">
            <RadioGroup
              {...f(`wynik.${goal.id}`)}
              label={t('summary.goal', { number: index + 1, goal: goal.text })}
              choices={results.map((value) => ({ value, label: t(`summary.${value}`) }))}
            />
            <TextArea {...f(`opis.${goal.id}`)} label={t('summary.description')} required={false} rows={2} />
          </Card>
        ))}
      </Stack>
      <Heading level={2} size="sm">
        {t('summary.services')}
      </Heading>
      {content.services.map((service) => (
        <TextField
          {...f(`wykonano.${service.id}`)}
          label={t('summary.delivered', { service: service.name })}
          hint={t('summary.deliveredHint', { amount: amountInWords(service, 'pl') })}
          required={false}
        />
      ))}
      <TextArea {...f('zdanie')} label={t('summary.personsView')} required={false} rows={3} />
      <TextArea {...f('dalej')} label={t('summary.furtherSteps')} hint={t('summary.furtherHint')} required={false} rows={3} />
    </>
  );
}
