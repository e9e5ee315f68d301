import type { Child } from 'hono/jsx';
import type { FormFields } from '#platform/http/index.ts';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  DateField,
  Details,
  errorOf,
  FieldGroup,
  fieldId,
  FieldRow,
  Heading,
  HiddenField,
  NumberField,
  Paragraph,
  RadioGroup,
  Row,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '#ui/index.ts';
import { cardPartTexts } from '../../../texts/cardParts.ts';
import type { CardSection, PartList } from './cardPage.ts';
import type { PartField } from './fields.ts';
import { at, countRows } from './partForm.ts';

const t = cardPartTexts.in('pl');
type Wrong = readonly { readonly message: string; readonly field?: string | undefined }[];

export interface SectionProps {
  readonly section: CardSection;
  readonly typed: FormFields;
  readonly wrong: Wrong;
  /** Where buttons of rows send the form. */
  readonly rowsAt: string;
  /** The row that was just added. */
  readonly added?: number | undefined;
}

/** The fields of a section: a group, or rows with buttons that add, remove and move them. */
export function SectionFields({ section, typed, wrong, rowsAt, added }: SectionProps) {
  if (section.kind === 'group')
    return (
      <FieldGroup legend={section.title} allOptional>
        {section.hint === undefined ? null : (
          <Paragraph small muted>
            {section.hint}
          </Paragraph>
        )}
        <RowFields section={section} index={0} typed={typed} wrong={wrong} />
      </FieldGroup>
    );
  const count = countRows(typed, section);
  return (
    <Stack>
      <Heading level={2} size="sm" id={fieldId(section.name)}>
        {section.title}
      </Heading>
      {section.hint === undefined ? null : (
        <Paragraph small muted>
          {section.hint}
        </Paragraph>
      )}
      {count === 0 ? <Paragraph muted>{t('none')}</Paragraph> : null}
      {Array.from({ length: count }, (_, index) => (
        <FieldGroup
          legend={section.item(index + 1)}
          isFocused={index === added}
          allOptional={section.fields.every(({ required }) => required !== true)}
          actions={section.isFixed ? null : <RowActions {...{ section, index, count, rowsAt }} />}
        >
          <HiddenField name={at(section.name, index, 'was')} value={typed.get(at(section.name, index, 'was'))} />
          <RowFields section={section} index={index} typed={typed} wrong={wrong} />
        </FieldGroup>
      ))}
      {section.isFixed || count >= section.most ? null : (
        <Row>
          <Button variant="secondary" formaction={rowsAt} name="zrob" value={`dodaj ${section.name}`}>
            {section.add}
          </Button>
        </Row>
      )}
    </Stack>
  );
}

interface ActionsProps {
  readonly section: PartList;
  readonly index: number;
  readonly count: number;
  readonly rowsAt: string;
}
function RowActions({ section, index, count, rowsAt }: ActionsProps) {
  const button = (action: 'remove' | 'up' | 'down', verb: string) => (
    <Button variant="tertiary" formaction={rowsAt} name="zrob" value={`${verb} ${section.name}.${index}`}>
      {t('of', { action: t(action), what: section.item(index + 1) })}
    </Button>
  );
  return (
    <>
      {index === 0 ? null : button('up', 'wyzej')}
      {index === count - 1 ? null : button('down', 'nizej')}
      {button('remove', 'usun')}
    </>
  );
}

interface RowProps {
  readonly section: CardSection;
  readonly index: number;
  readonly typed: FormFields;
  readonly wrong: Wrong;
}
function RowFields({ section, index, typed, wrong }: RowProps) {
  const shown = new Set(section.fields.flatMap(({ reveals }) => Object.values(reveals ?? {}).flat()));
  const draw = (field: PartField): Child =>
    field.reveals === undefined ? one(field) : <RevealingChoice {...{ field, section, index, typed, wrong }} />;
  const one = (field: PartField) => <OneField field={field} name={at(section.name, index, field.name)} typed={typed} wrong={wrong} />;
  const usual = section.fields.filter(({ name, rare }) => rare !== true && !shown.has(name));
  const rare = section.fields.filter((field) => field.rare === true);
  const isOpen = rare.some(({ name }) => {
    const place = at(section.name, index, name);
    return typed.get(place) !== '' || errorOf(wrong, place) !== undefined;
  });
  return (
    <>
      {besideOneAnother(usual).map((group) => (group.length === 1 ? group.map(draw) : <FieldRow>{group.map(draw)}</FieldRow>))}
      {rare.length === 0 ? null : (
        <Details summary={t('rare')} open={isOpen}>
          <Stack>{rare.map(draw)}</Stack>
        </Details>
      )}
    </>
  );
}

/** One of a few, each with the fields that belong to it. */
function RevealingChoice({ field, section, index, typed, wrong }: RowProps & { readonly field: PartField }) {
  const name = at(section.name, index, field.name);
  const fieldsOf = (value: string) => section.fields.filter((each) => field.reveals?.[value]?.includes(each.name));
  return (
    <RadioGroup
      name={name}
      label={field.label}
      error={errorOf(wrong, name)}
      value={typed.get(name)}
      choices={(field.options ?? []).map(({ value, label }) => ({
        value,
        label,
        ...(fieldsOf(value).length > 0 && {
          reveals: (
            <Stack>
              {fieldsOf(value).map((each) => (
                <OneField field={each} name={at(section.name, index, each.name)} typed={typed} wrong={wrong} />
              ))}
            </Stack>
          ),
        }),
      }))}
    />
  );
}

/** Fields in rows as they say of themselves. */
function besideOneAnother(fields: readonly PartField[]): PartField[][] {
  const groups: PartField[][] = [];
  for (const field of fields) {
    if (field.beside === true) groups.at(-1)?.push(field);
    else groups.push([field]);
  }
  return groups;
}

interface FieldOnPage {
  readonly field: PartField;
  readonly name: string;
  readonly typed: FormFields;
  readonly wrong: Wrong;
}
export function OneField({ field, name, typed, wrong }: FieldOnPage): Child {
  const { kind, label, hint, options = [], rows = 3, width, max, suffix } = field;
  const all = { name, label, hint, value: typed.get(name), error: errorOf(wrong, name), required: field.required === true };
  switch (kind) {
    case 'text':
    case 'lines':
      return <TextArea {...all} rows={rows} {...(max !== undefined && { limit: max })} />;
    case 'day':
      return <DateField {...all} />;
    case 'amount':
    case 'count':
      return <NumberField {...all} decimal={kind === 'amount'} width={width} suffix={suffix} />;
    case 'one':
      return <SelectField {...all} options={options} empty={field.empty} />;
    case 'many':
      return <CheckboxGroup {...all} inline values={typed.all(name)} choices={options} />;
    case 'tick':
      return <Checkbox name={name} label={label} checked={typed.get(name) !== ''} />;
    case 'email':
      return <TextField {...all} type="email" width={width} />;
    case 'address':
      return <TextField {...all} type="url" width={width} />;
    default:
      return <TextField {...all} width={width} />;
  }
}
