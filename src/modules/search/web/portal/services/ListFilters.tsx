import type { CentreContext } from '#platform/http/index.ts';
import {
  ACCESSIBILITY_FEATURES,
  accessibilityInWords,
  areas,
  asHeading,
  MODES,
  modeInWords,
  targetGroups,
} from '#modules/catalogue/index.ts';
import { FilterForm, SelectField, TextField } from '#ui/index.ts';
import type { Facet, FacetCounts } from '../../../domain/narrowing.ts';
import { searchTexts } from '../../../texts/index.ts';
import { SORTS } from '../../../usecases/searchServices.ts';
import { COSTS, listAddress, RADII, type ListQuestion } from './readList.ts';

interface Props {
  readonly c: CentreContext;
  readonly question: ListQuestion;
  readonly facets: FacetCounts;
  readonly isNarrowed: boolean;
}

/** Everything by which the list is narrowed and ordered; each choice says how many services it would leave. */
export function ListFilters({ c, question, facets, isNarrowed }: Props) {
  const t = searchTexts.in(c.lang);
  const here = c.at('/uslugi');
  const { words, narrowing, place, radiusKm, sort } = question;
  const counted = (facet: Facet, values: readonly { readonly value: string; readonly label: string }[]) =>
    values.flatMap(({ value, label }) => {
      const count = facets[facet].get(value) ?? 0;
      const isChosen = String(narrowing[facet] ?? '') === value;
      return count > 0 || isChosen ? [{ value, label: `${label} (${count})` }] : [];
    });
  // Words of what is chosen, gathered as the fields are drawn.
  const chosen: string[] = [];
  const languages = new Intl.DisplayNames([c.lang], { type: 'language' });
  const choice = (name: string, label: string, empty: string, facet: Facet, values: readonly { value: string; label: string }[]) => {
    const options = counted(facet, values);
    if (options.length === 0) return null;
    chosen.push(...values.filter(({ value }) => String(narrowing[facet] ?? '') === value).map((each) => each.label));
    return (
      <SelectField name={name} label={label} required={false} value={String(narrowing[facet] ?? '')} empty={empty} options={options} />
    );
  };
  const yes = (facet: 'openNow' | 'hasPlaces', name: string, label: string, only: string) => {
    const count = facets[facet].get('true') ?? 0;
    if (count === 0 && narrowing[facet] !== true) return null;
    const value = narrowing[facet] === true ? 'tak' : '';
    if (value !== '') chosen.push(only);
    return (
      <SelectField
        name={name}
        label={label}
        required={false}
        value={value}
        empty={t('list.any')}
        options={[{ value: 'tak', label: `${only} (${count})` }]}
      />
    );
  };
  const fields = (
    <>
      {choice(
        'sprawa',
        t('list.area'),
        t('list.anyArea'),
        'area',
        areas.map((each) => ({ value: String(each.number), label: asHeading(each.name, c.lang) })),
      )}
      {choice(
        'dla',
        t('list.group'),
        t('list.anyGroup'),
        'group',
        targetGroups.filter(({ code }) => code !== 'EVERYONE').map((each) => ({ value: each.code, label: asHeading(each.name, c.lang) })),
      )}
      {choice(
        'koszt',
        t('list.cost'),
        t('list.any'),
        'cost',
        COSTS.map((value) => ({ value, label: t(`list.costOf.${value}`) })),
      )}
      {choice(
        'sposob',
        t('list.mode'),
        t('list.any'),
        'mode',
        MODES.map((value) => ({ value, label: modeInWords(value, c.lang) })),
      )}
      {yes('hasPlaces', 'miejsca', t('list.places'), t('list.hasPlaces'))}
      {yes('openNow', 'otwarte', t('list.hours'), t('list.openNow'))}
      {choice(
        'mowa',
        t('list.language'),
        t('list.any'),
        'language',
        [...facets.language.keys()].toSorted().map((value) => ({ value, label: languages.of(value) ?? value })),
      )}
      {choice(
        'dostepnosc',
        t('list.accessibility'),
        t('list.any'),
        'accessibility',
        ACCESSIBILITY_FEATURES.map((value) => ({ value, label: accessibilityInWords(value, c.lang) })),
      )}
      <TextField
        name="blisko"
        label={t('list.near')}
        hint={t('list.nearHint')}
        value={place}
        required={false}
        maxlength={100}
        autocomplete="postal-code"
      />
      {place === '' ? null : (
        <SelectField
          name="promien"
          label={t('list.radius')}
          required={false}
          value={String(radiusKm)}
          empty={false}
          options={RADII.map((each) => ({ value: String(each), label: `${each} km` }))}
        />
      )}
      <SelectField
        name="kolejnosc"
        label={t('list.sort')}
        required={false}
        value={sort}
        empty={false}
        options={SORTS.filter((each) => (each !== 'relevance' || words !== '') && (each !== 'distance' || place !== '')).map((value) => ({
          value,
          label: t(`list.sortBy.${value}`),
        }))}
      />
    </>
  );
  if (place !== '') chosen.push(`${t('list.near')}: ${place}`);
  return (
    <FilterForm
      action={here}
      hidden={words === '' ? {} : { q: words }}
      {...(isNarrowed && { clear: `${here}${listAddress({ words })}` })}
      foldable={{ chosen }}
    >
      {fields}
    </FilterForm>
  );
}
