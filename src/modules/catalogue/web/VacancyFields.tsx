import type { FormFields } from '#platform/http/index.ts';
import { Checkbox, ConflictNotice, DefinitionGrid, errorOf, FieldRow, HiddenField, Link, Notice, NumberField, Stack } from '#ui/index.ts';
import type { CatalogueService } from '../store/assembleServices.ts';
import { catalogueStaffTexts } from '../texts/staff.ts';
import { figuresInShort } from '../usecases/reportVacancy.ts';
import { asksForWaiting, figureNames, figuresToType, SEEN_FIGURES, typedFigures } from './figuresForm.ts';

interface Props {
  readonly service: CatalogueService;
  readonly typed: FormFields;
  readonly wrong: Parameters<typeof errorOf>[0];
}
const t = catalogueStaffTexts.in('pl');

/** Words for what is wrong with figures, beside the usual ones. */
export function figureProblem(field: string, code: string, { capacity }: Pick<CatalogueService, 'capacity'>): string | undefined {
  if (field === 'free' && code === 'required') return t('vacancy.freeRequired');
  if (code === 'more-than-places') return t('vacancy.tooMany', { count: capacity ?? 0 });
  if (code === 'free-and-waiting') return t('vacancy.freeAndWaiting');
  return undefined;
}

/** The figures of a service's places as fields; those that the centre counts itself are shown and not typed. */
export function VacancyFields({ service, typed, wrong }: Props) {
  const { vacancy, capacity } = service;
  const hints = { free: capacity === null ? undefined : t('vacancy.of', { count: capacity }), queue: undefined, waitDays: undefined };
  return (
    <Stack>
      <HiddenField name={SEEN_FIGURES} value={figuresInShort(vacancy)} />
      {vacancy?.counted ? (
        <DefinitionGrid
          items={[
            { term: t('vacancy.limit'), value: String(vacancy.counted.limit) },
            { term: t('vacancy.taken'), value: String(vacancy.counted.taken) },
            { term: t('vacancy.free'), value: String(vacancy.free) },
            { term: t('vacancy.queue'), value: String(vacancy.queue ?? 0) },
          ]}
        />
      ) : null}
      <FieldRow>
        {figuresToType(service).map((name) => (
          <NumberField
            name={name}
            label={t(`vacancy.${name}`)}
            hint={hints[name]}
            value={typed.get(name)}
            error={errorOf(wrong, name)}
            required={false}
            width="short"
            {...(name === 'waitDays' && { suffix: t('vacancy.days') })}
          />
        ))}
      </FieldRow>
      {vacancy?.counted || !asksForWaiting(typed) ? null : (
        <Checkbox
          name="forWaiting"
          value="tak"
          label={t('vacancy.forWaiting')}
          hint={t('vacancy.forWaitingHint')}
          error={errorOf(wrong, 'forWaiting')}
          checked={typed.get('forWaiting') === 'tak'}
          required={false}
        />
      )}
    </Stack>
  );
}

/** Somebody else reported figures meanwhile: both, with what was typed kept in the fields. */
export function ReportedMeanwhile({ service, typed }: Pick<Props, 'service' | 'typed'>) {
  const theirs = typedFigures(service);
  const fields = figureNames.map((name) => ({ label: t(`vacancy.${name}`), mine: typed.get(name), theirs: theirs.get(name) }));
  return <ConflictNotice fields={fields} />;
}

/** Says that the centre counts the places itself, and where they are kept for those who may go there. */
export function CountedNotice({ vacancy, queueHref }: Pick<CatalogueService, 'vacancy'> & { readonly queueHref?: string | undefined }) {
  if (!vacancy?.counted) return null;
  return (
    <Notice title={t('vacancy.counted')}>
      {t('vacancy.countedText')}
      {queueHref === undefined ? null : (
        <>
          {' '}
          <Link href={queueHref}>{t('vacancy.toQueue')}</Link>
        </>
      )}
    </Notice>
  );
}
