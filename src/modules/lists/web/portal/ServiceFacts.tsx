import type { Child } from 'hono/jsx';
import type { PageContext } from '#platform/http/index.ts';
import { DefinitionGrid, Notice, PhoneLinks, type Definition } from '#ui/index.ts';
import type { ToldPhone, ToldService } from '../../usecases/tellService.ts';
import { listsTexts } from '../../texts/index.ts';

/** What a list says of one service: whether it is still there, what it is, when, where and whom to call. */
export function ServiceFacts({ c, service }: { readonly c: PageContext; readonly service: ToldService }) {
  const t = listsTexts.in(c.lang);
  const polish = c.lang === 'pl' ? undefined : 'pl';
  const lines = (parts: readonly Child[]) => parts.map((part) => <p>{part}</p>);
  const call = ({ number, whose }: ToldPhone) => (
    <>
      <PhoneLinks number={number} />
      {whose === null ? null : <span lang={polish}> – {whose}</span>}
    </>
  );
  const facts: Definition[] = [
    ...(service.phones.length === 0 ? [] : [{ term: t('fact.phone'), value: lines(service.phones.map(call)) }]),
    ...(service.hours === null ? [] : [{ term: t('fact.hours'), value: lines(service.hours.split('\n')) }]),
    ...(service.places.length === 0 ? [] : [{ term: t('fact.place'), value: <div lang={polish}>{lines(service.places)}</div> }]),
  ];
  return (
    <>
      {service.state === 'offered' ? null : (
        <Notice tone="warning" title={t(`state.${service.state}`)} level={3}>
          {t(`state.${service.state}Text`)}
        </Notice>
      )}
      {service.summary === null ? null : <p lang={service.isTranslated ? undefined : 'pl'}>{service.summary}</p>}
      {facts.length === 0 ? null : <DefinitionGrid items={facts} />}
    </>
  );
}
