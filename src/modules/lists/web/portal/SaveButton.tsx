import type { Child } from 'hono/jsx';
import type { CentreContext } from '#platform/http/index.ts';
import type { NamedService } from '#platform/module.ts';
import { Button, CheckIcon, Form, Link, LinkButton, PlusIcon, VisuallyHidden } from '#ui/index.ts';
import { isSaved } from '../../domain/savedList.ts';
import { listsTexts } from '../../texts/index.ts';
import { keptList } from './cookie.ts';

/** Puts a service on the reader's list, or leads to the list when it is there. */
export function SaveButton({ c, service, wide }: { readonly c: CentreContext; readonly service: NamedService; readonly wide: boolean }) {
  const t = listsTexts.in(c.lang);
  const name = <VisuallyHidden>: {service.name}</VisuallyHidden>;
  if (isSaved(keptList(c), service.id)) {
    return wide ? (
      <LinkButton href={c.at('/moja-lista')} variant="secondary" icon={<CheckIcon />} fullWidth>
        {t('save.saved')}
      </LinkButton>
    ) : (
      <div>
        <Link href={c.at('/moja-lista')}>
          {t('save.saved')}
          {name}
        </Link>
      </div>
    );
  }
  const query = c.query.size > 0 ? `?${c.query.toString()}` : '';
  return (
    <Form action={c.at('/moja-lista/dodaj')} hidden={{ usluga: service.id, wroc: c.path + query }}>
      <Button variant={wide ? 'secondary' : 'tertiary'} icon={<PlusIcon />} fullWidth={wide}>
        {t('save.add')}
        {name}
      </Button>
    </Form>
  );
}

/** Leads to the reader's list; shown once there is something on it. */
export function ListLink({ c }: { readonly c: CentreContext }): Child | null {
  const count = keptList(c).length;
  if (count === 0) return null;
  return (
    <LinkButton href={c.at('/moja-lista')} variant="secondary">
      {listsTexts.in(c.lang)('save.mine', { count })}
    </LinkButton>
  );
}
