import { Button, CheckboxGroup, errorOf, Link, List, Notice, Paragraph, Row, TextField } from '#ui/index.ts';
import type { Language } from '#platform/i18n/index.ts';
import type { CatalogueService } from '#modules/catalogue/index.ts';
import { requestTexts } from '../../../../texts/index.ts';
import { readChecked, servicesShape, type ChosenServices } from '../../../form/shapes.ts';
import type { JourneyPage } from '../JourneyPage.ts';

const nameIn = (service: CatalogueService, lang: Language) =>
  lang === 'pl' ? service.name : (service.translations[lang]?.name ?? service.name);
const summaryIn = (service: CatalogueService, lang: Language) =>
  (lang === 'pl' ? service.summary : (service.translations[lang]?.summary ?? service.summary)) ?? undefined;

export const servicesPage: JourneyPage<ChosenServices> = {
  step: 'uslugi',
  names: ['services'],
  isAsked: () => true,
  title: (lang) => requestTexts.in(lang)('services.title'),
  read: (typed, facts) =>
    readChecked(servicesShape, typed, ({ services }) =>
      services.every((id) => facts.services.has(id)) ? [] : [{ field: 'services', code: 'not-offered' }],
    ),
  fields({ c, lang, typed, errors, facts }) {
    const t = requestTexts.in(lang);
    const chosen = typed.all('services').flatMap((id) => facts.services.get(id) ?? []);
    const others = facts.found.filter((service) => !chosen.includes(service) && !chosen.some((each) => each.id === service.id));
    const words = c.query.get('q') ?? '';
    const offered = [...chosen, ...others];
    return (
      <>
        <Row>
          <TextField name="words" label={t('services.search')} value={words} required={false} autocomplete="off" />
          <Button variant="secondary" name="_do" value="search" formnovalidate>
            {t('services.searchButton')}
          </Button>
        </Row>
        {words !== '' && others.length === 0 ? (
          <Notice>
            <Paragraph>{t('services.none', { words })}</Paragraph>
          </Notice>
        ) : null}
        {words !== '' ? <Link href={c.at('/zgloszenie/uslugi')}>{t('services.showAll')}</Link> : null}
        {offered.length === 0 && words === '' ? <Notice tone="warning">{t('services.empty')}</Notice> : null}
        {facts.saved.size > 0 ? <Paragraph muted>{t('services.savedFirst')}</Paragraph> : null}
        {offered.length > 0 ? (
          <CheckboxGroup
            name="services"
            label={t('services.label')}
            hint={t('services.hint')}
            error={errorOf(errors, 'services')}
            values={chosen.map((service) => service.id)}
            choices={offered.map((service) => ({ value: service.id, label: nameIn(service, lang), hint: summaryIn(service, lang) }))}
          />
        ) : null}
        <Paragraph>
          <Link href={`${c.at('/pomoc')}${words === '' ? '' : `?${new URLSearchParams({ q: words }).toString()}`}`}>
            {t('ownWords.dontKnow')}
          </Link>
        </Paragraph>
        {facts.isMore ? <Paragraph muted>{t('services.more')}</Paragraph> : null}
      </>
    );
  },
  answers: ({ services }, lang, facts) => {
    const names = services.flatMap((id) => facts.services.get(id) ?? []).map((service) => nameIn(service, lang));
    return [{ label: requestTexts.in(lang)('services.label'), value: names.length === 1 ? names[0] : <List items={names} /> }];
  },
};
