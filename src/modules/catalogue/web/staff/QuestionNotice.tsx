import { ErrorSummary, HiddenField, Link, List } from '#ui/index.ts';
import { catalogueStaffTexts } from '../../texts/staff.ts';
import { ASKED, type Question } from './questions.ts';

const t = catalogueStaffTexts.in('pl');

/** Above a form: what to look at before it is saved again. */
export function QuestionNotice({ questions }: { readonly questions: readonly Question[] }) {
  if (questions.length === 0) return null;
  const links = questions.flatMap(({ link }) => (link ? [<Link href={link.href}>{link.label}</Link>] : []));
  return (
    <>
      <ErrorSummary title={t('ask.title')} errors={questions} />
      {links.length === 0 ? null : <List items={links} />}
    </>
  );
}

/** In the form: what was asked, so that saving it again answers. */
export const AskedFields = ({ questions }: { readonly questions: readonly Question[] }) => (
  <>
    {questions.map(({ key }) => (
      <HiddenField name={ASKED} value={key} />
    ))}
  </>
);
