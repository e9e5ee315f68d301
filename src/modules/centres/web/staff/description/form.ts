import { FormFields, type Centre } from '#platform/http/index.ts';
import { namesTyped, type CentreDescription } from '../../../domain/description.ts';
import type { OwnDescription } from '../../../usecases/describeCentre.ts';

/** The form as it is drawn for what holds now. */
export function typedDescription(own: OwnDescription): FormFields {
  const { phone, email, address, hours, website } = own;
  return FormFields.from({
    ...Object.fromEntries(Object.entries({ phone, email, address, hours, website }).map(([name, text]) => [name, text ?? ''])),
    localities: (own.localities ?? own.registered).join('\n'),
  });
}

/** What was typed; a regional office has no villages of its own. */
export function describedIn(fields: FormFields, kind: Centre['kind']): CentreDescription {
  return {
    phone: fields.get('phone'),
    email: fields.get('email'),
    address: fields.get('address'),
    hours: fields.get('hours'),
    website: fields.get('website'),
    ...(kind === 'centre' && { localities: namesTyped(fields.get('localities')) }),
  };
}
