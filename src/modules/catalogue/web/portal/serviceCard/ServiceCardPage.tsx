import type { Child } from 'hono/jsx';
import type { CentreContext } from '#platform/http/index.ts';
import { frameTexts, PortalPage } from '#platform/html/index.ts';
import {
  AreaIcon,
  Card,
  Columns,
  Heading,
  Lead,
  Link,
  LinkButton,
  LinkedData,
  Notice,
  Paragraph,
  PhoneIcon,
  PhoneLinks,
  PrintButton,
  Row,
  Stack,
  SummaryList,
} from '#ui/index.ts';
import { staleTexts, translationOf, untranslatedTexts, type OtherLanguage } from '../../../domain/translation.ts';
import { getArea } from '../../../domain/classification.ts';
import type { CatalogueService } from '../../../store/assembleServices.ts';
import { catalogueTexts } from '../../../texts/index.ts';
import { isOffered } from '../../../usecases/services.ts';
import { phoneToCall } from './cardParts.tsx';
import { cardRows } from './cardRows.tsx';

export type CardAction = { readonly label: string; readonly href: string };
interface ServiceCardProps {
  readonly c: CentreContext;
  readonly service: CatalogueService;
  readonly actions: readonly CardAction[];
  /** Where to go instead of a service that has ended. */
  readonly successor?: { readonly id: string; readonly name: string } | undefined;
  /** What other modules add beside the card. */
  readonly parts: readonly Child[];
  /** What search engines read. */
  readonly data: readonly object[];
}

export function ServiceCardPage({ c, service, successor, actions, parts, data }: ServiceCardProps) {
  const t = catalogueTexts.in(c.lang);
  const own = c.lang === 'pl' ? undefined : service.translations[c.lang];
  const name = own?.name ?? service.name;
  const ownSummary = translationOf(service, c.lang, 'summary');
  const summary = ownSummary ?? service.summary;
  const list = c.at('/uslugi');
  const area = service.areas[0];
  const isOpen = isOffered(service, c.today);
  const ask = `${c.at('/zgloszenie')}?usluga=${service.id}`;
  const phone = phoneToCall(service, c);
  return (
    <PortalPage
      c={c}
      title={name}
      {...(summary && { description: summary })}
      crumbs={[{ label: frameTexts.in(c.lang)('nav.start'), href: c.at('/') }, { label: t('card.list'), href: list }, { label: name }]}
    >
      <Columns
        aside={
          <Card tone="tinted">
            {isOpen ? (
              <>
                <LinkButton href={ask} fullWidth>
                  {t('card.ask')}
                </LinkButton>
                <Paragraph small>{t('card.askHint')}</Paragraph>
                <CallLine c={c} phone={phone} />
                {actions.map(({ label, href }) => (
                  <LinkButton href={href} variant="secondary" fullWidth>
                    {label}
                  </LinkButton>
                ))}
              </>
            ) : (
              <LinkButton href={c.at('/pomoc')} fullWidth>
                {t('card.tellUs')}
              </LinkButton>
            )}
            {[...parts]}
            <Heading level={2} size="2xs">
              {t('card.otherWays')}
            </Heading>
            <Stack gap="sm">
              <Link href={list}>{t('card.seeAll')}</Link>
              {isOpen ? <Link href={c.at('/pomoc')}>{t('card.tellUs')}</Link> : null}
            </Stack>
            <PrintButton />
          </Card>
        }
      >
        <Stack>
          <Row>
            {area === undefined ? null : (
              <span class="ok-card-icon">
                <AreaIcon code={getArea(area).code} />
              </span>
            )}
            <Heading level={1}>
              <InPolish lang={c.lang} isOwn={own !== undefined}>
                {name}
              </InPolish>
            </Heading>
          </Row>
          {summary ? (
            <Lead>
              <InPolish lang={c.lang} isOwn={ownSummary !== undefined}>
                {summary}
              </InPolish>
            </Lead>
          ) : null}
          {isOpen ? (
            <div class="ok-narrow-only">
              <LinkButton href={ask} fullWidth>
                {t('card.ask')}
              </LinkButton>
              <CallLine c={c} phone={phone} />
            </div>
          ) : null}
          {isOpen ? null : (
            <Notice tone="warning" title={service.status === 'paused' ? t('card.paused') : t('card.ended')}>
              {service.status === 'paused' ? t('card.pausedText') : t('card.endedText')}
              {successor === undefined ? null : (
                <Paragraph>
                  {t('card.successor')}{' '}
                  <Link href={c.at(`/uslugi/${successor.id}`)}>
                    <InPolish lang={c.lang} isOwn={false}>
                      {successor.name}
                    </InPolish>
                  </Link>
                </Paragraph>
              )}
            </Notice>
          )}
          {service.alert === null ? null : (
            <Notice tone="warning">
              <InPolish lang={c.lang} isOwn={translationOf(service, c.lang, 'alert') !== undefined}>
                {translationOf(service, c.lang, 'alert') ?? service.alert}
              </InPolish>
            </Notice>
          )}
          {service.demo ? (
            <Notice tone="warning" title={t('card.demo')}>
              {t('card.demoText')}
            </Notice>
          ) : null}
          {c.lang === 'pl' ? null : <AboutLanguage service={service} lang={c.lang} />}
          {data.map((each) => (
            <LinkedData data={each} />
          ))}
          <SummaryList title={t('card.details')} rows={cardRows(service, c)} />
        </Stack>
      </Columns>
    </PortalPage>
  );
}

/** Whom to call, for those who would rather talk. */
function CallLine({ c, phone }: { readonly c: CentreContext; readonly phone: string | undefined }) {
  if (phone === undefined) return null;
  return (
    <p class="ok-with-icon">
      <PhoneIcon />
      <span>
        {catalogueTexts.in(c.lang)('card.orCall')} <PhoneLinks number={phone} />
      </span>
    </p>
  );
}

/** How much of the card is in the reader's language, and whether the Polish has changed since. */
function AboutLanguage({ service, lang }: { readonly service: CatalogueService; readonly lang: OtherLanguage }) {
  const t = catalogueTexts.in(lang);
  const missing = untranslatedTexts(service, lang);
  const isMostlyPolish = missing.includes('name') || missing.includes('scope') || missing.includes('recipients');
  const isOlder = staleTexts(service, lang).length > 0;
  if (missing.length === 0 && !isOlder) return null;
  return (
    <Paragraph muted>
      {missing.length === 0 ? null : isMostlyPolish ? t('card.inPolish') : t('card.partlyInPolish')}
      {isOlder ? ` ${t('card.olderTranslation')}` : null}
    </Paragraph>
  );
}

/** Says to screen readers that a text has no translation. */
function InPolish({ lang, isOwn, children }: { readonly lang: string; readonly isOwn: boolean; readonly children: string }) {
  return lang === 'pl' || isOwn ? <>{children}</> : <span lang="pl">{children}</span>;
}
