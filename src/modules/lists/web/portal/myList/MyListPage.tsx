import type { CentreContext, FieldError, FormFields } from '#platform/http/index.ts';
import { frameTexts, inWords, PortalPage } from '#platform/html/index.ts';
import {
  Button,
  Card,
  CardList,
  Columns,
  Details,
  EmptyState,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  Lead,
  Link,
  LinkButton,
  List,
  Notice,
  Paragraph,
  PrintButton,
  Row,
  Stack,
  TextArea,
  VisuallyHidden,
} from '#ui/index.ts';
import { LONGEST_NOTE, type SavedList } from '../../../domain/savedList.ts';
import { shortId } from '../../../domain/shortIds.ts';
import { listsTexts } from '../../../texts/index.ts';
import type { ReadList } from '../../../usecases/readList.ts';
import type { ToldService } from '../../../usecases/tellService.ts';
import { ServiceFacts } from '../ServiceFacts.tsx';
import { leafletLinks } from '../share/SharePage.tsx';
import { ShareList } from '../ShareList.tsx';
import { noteField, placeAction, removeAction } from './form.ts';

interface Props {
  readonly c: CentreContext;
  readonly list: SavedList;
  readonly read: ReadList;
  readonly typed?: FormFields;
  readonly errors?: readonly FieldError[];
  /** Something more was to be put on it, and there is no room. */
  readonly isFull?: boolean;
}

/** The reader's own list: in their order, with their notes. */
export function MyListPage({ c, list, read, typed, errors = [], isFull = false }: Props) {
  const t = listsTexts.in(c.lang);
  const said = inWords(c.lang, errors, (_, code) => (code === 'too-much' ? t('list.tooMuch') : undefined));
  const { services, missing } = read;
  return (
    <PortalPage
      c={c}
      title={t('list.title')}
      hasErrors={said.length > 0}
      crumbs={[{ label: frameTexts.in(c.lang)('nav.start'), href: c.at('/') }, { label: t('list.title') }]}
    >
      <Stack gap="lg">
        <ErrorSummary errors={said} />
        <div>
          <Heading level={1}>{t('list.title')}</Heading>
          <Lead>{t('list.lead')}</Lead>
        </div>
        {isFull ? (
          <Notice tone="warning" title={t('save.full')}>
            {t('save.fullText')}
          </Notice>
        ) : null}
        {missing > 0 ? <Notice>{t('list.missing', { count: missing })}</Notice> : null}
        {services.length === 0 ? (
          <EmptyState title={t('list.empty')} action={<LinkButton href={c.at('/uslugi')}>{t('list.find')}</LinkButton>}>
            <p>{t('list.emptyText')}</p>
          </EmptyState>
        ) : (
          <Columns aside={<Aside c={c} services={services} />}>
            <Form action={c.at('/moja-lista/zmien')}>
              <CardList
                items={services.map((service, index) => ({
                  id: `u-${shortId(service.id)}`,
                  card: (
                    <SavedItem
                      c={c}
                      service={service}
                      index={index}
                      count={services.length}
                      note={typed?.get(noteField(service.id)) ?? list.find(({ serviceId }) => serviceId === service.id)?.note ?? ''}
                      error={errorOf(said, noteField(service.id))}
                    />
                  ),
                }))}
              />
              <FormActions>
                <Button name="zrob" value="zapisz" variant="secondary">
                  {t('list.saveNotes')}
                </Button>
              </FormActions>
            </Form>
          </Columns>
        )}
        <Paragraph muted small>
          {t('list.kept')}
        </Paragraph>
      </Stack>
    </PortalPage>
  );
}

interface ItemProps {
  readonly c: CentreContext;
  readonly service: ToldService;
  readonly index: number;
  readonly count: number;
  readonly note: string;
  readonly error: string | undefined;
}
function SavedItem({ c, service, index, count, note, error }: ItemProps) {
  const t = listsTexts.in(c.lang);
  const of = <VisuallyHidden>: {service.name}</VisuallyHidden>;
  return (
    <Card>
      <Heading level={2} size="xs">
        <Link href={c.at(`/uslugi/${service.id}`)}>
          <span lang={service.isTranslated ? undefined : 'pl'}>{service.name}</span>
        </Link>
      </Heading>
      <ServiceFacts c={c} service={service} />
      <Details
        summary={
          <>
            {t(note === '' ? 'list.addNote' : 'list.note')}
            {of}
          </>
        }
        open={note !== '' || error !== undefined}
      >
        <TextArea
          name={noteField(service.id)}
          label={
            <>
              {t('list.note')}
              {of}
            </>
          }
          rows={2}
          limit={LONGEST_NOTE}
          required={false}
          value={note}
          error={error}
        />
      </Details>
      <Row>
        {index > 0 ? (
          <Button variant="tertiary" name="zrob" value={placeAction(service.id, index - 1)}>
            {t('list.up')}
            {of}
          </Button>
        ) : null}
        {index < count - 1 ? (
          <Button variant="tertiary" name="zrob" value={placeAction(service.id, index + 1)}>
            {t('list.down')}
            {of}
          </Button>
        ) : null}
        <Button variant="tertiary" name="zrob" value={removeAction(service.id)}>
          {t('list.remove')}
          {of}
        </Button>
      </Row>
    </Card>
  );
}

function Aside({ c, services }: { readonly c: CentreContext; readonly services: readonly ToldService[] }) {
  const t = listsTexts.in(c.lang);
  const isAnyOffered = services.some(({ state }) => state === 'offered');
  return (
    <Stack>
      {isAnyOffered ? (
        <Card tone="tinted" title={t('list.askTitle')}>
          <LinkButton href={`${c.at('/zgloszenie')}?lista=1`} fullWidth>
            {t('list.ask')}
          </LinkButton>
          <Paragraph small>{t('list.askText')}</Paragraph>
        </Card>
      ) : null}
      <Card tone="tinted" title={t('list.takeAway')}>
        <List items={leafletLinks(c, '/moja-lista')} />
        <PrintButton label={t('list.print')} />
        <Row>
          <Link href={c.at('/moja-lista/wyczysc')}>{t('clear.link')}</Link>
        </Row>
      </Card>
      <ShareList c={c} serviceIds={services.map(({ id }) => id)} />
    </Stack>
  );
}
