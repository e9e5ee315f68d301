import type { Example } from '#ui/gallery/Example.ts';
import { Field, wiring, fieldId } from './Field.tsx';

const props = { name: 'godziny-od', label: 'Od której godziny', hint: 'Na przykład 8:30' };

export const examples: readonly Example[] = [
  {
    name: 'własne pole',
    show: () => (
      <Field {...props}>
        <input class="ds-input" data-width="short" id={fieldId(props.name)} name={props.name} {...wiring(props)} />
      </Field>
    ),
  },
];
