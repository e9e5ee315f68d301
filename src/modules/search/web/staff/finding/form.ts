import { z } from 'zod';
import { FormFields, readForm, type FormResult } from '#platform/http/index.ts';
import type { ChosenFinding } from '../../../domain/findingOf.ts';
import { listKinds, listNeeds } from '../../../understandNeeds.ts';
import type { ServiceFinding } from '../../../usecases/serviceFinding.ts';

const kindIds = () => listKinds().map(({ id }) => id);
const needIds = () => listNeeds().map(({ id }) => id);
const several = (ids: () => readonly string[]) => z.array(z.string().refine((id) => ids().includes(id), 'choose-one')).max(400, 'too-many');
const oneOrNone = (ids: () => readonly string[]) =>
  z
    .string()
    .refine((id) => id === '' || ids().includes(id), 'choose-one')
    .transform((id) => (id === '' ? null : id));

const schema = z.object({
  kinds: several(kindIds),
  needs: several(needIds),
  alternatives: several(needIds),
  addedKind: oneOrNone(kindIds),
  addedNeed: oneOrNone(needIds),
});

export function readFinding(fields: FormFields): FormResult<ChosenFinding> {
  const read = readForm(schema, fields);
  if (!read.ok) return read;
  const { alternatives, needs, ...others } = read.value;
  return { ok: true, value: { ...others, needs: [...needs, ...alternatives] } };
}

/** The form as it stands for what holds now. */
export function typedFinding({ kinds, ofKinds, tied, finding }: ServiceFinding): FormFields {
  const kept = ofKinds.filter(({ need }) => !finding.denied.includes(need.id));
  const ids = (isJustThat: boolean) => kept.filter((each) => each.isJustThat === isJustThat).map(({ need }) => need.id);
  return FormFields.from({
    kinds,
    needs: [...ids(true), ...tied.map(({ id }) => id)],
    alternatives: ids(false),
    addedKind: '',
    addedNeed: '',
  });
}
