import type { Child } from 'hono/jsx';
import {
  CheckboxGroup as Choices,
  FixedField,
  Link,
  NumberField as ShortNumber,
  Tag,
  TextArea as LongText,
  type CheckboxGroupProps,
} from '#ui/index.ts';
import { stewardTexts } from '../../../texts/stewardship.ts';

const t = stewardTexts.in('pl');

/** Whose text a field has, and where it is made the centre's own. */
export interface Inherited {
  readonly source: string;
  readonly href: string;
}
type May<Props> = Props & { readonly inherited?: Inherited };

// The fields of the editor, each drawn as plain text when its text is inherited.

export const TextArea = ({ inherited, ...props }: May<Parameters<typeof LongText>[0]>) =>
  inherited ? <Shown {...inherited} name={props.name} label={props.label} text={props.value ?? ''} /> : <LongText {...props} />;

export const NumberField = ({ inherited, ...props }: May<Parameters<typeof ShortNumber>[0]>) =>
  inherited ? <Shown {...inherited} name={props.name} label={props.label} text={props.value ?? ''} /> : <ShortNumber {...props} />;

export function CheckboxGroup({ inherited, ...props }: May<CheckboxGroupProps>) {
  if (!inherited) return <Choices {...props} />;
  const chosen = props.choices.filter(({ value }) => props.values?.includes(value)).map(({ label }) => String(label));
  return <Shown {...inherited} name={props.name} label={props.label} text={chosen.join('\n')} />;
}

function Shown({ source, href, name, label, text }: Inherited & { readonly name: string; readonly label: Child; readonly text: string }) {
  const action = <Link href={href}>{t('inherited.detach', { field: String(label) })}</Link>;
  return <FixedField name={name} label={label} text={text} note={<Tag tone="info">{source}</Tag>} action={action} />;
}
