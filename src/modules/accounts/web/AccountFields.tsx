import type { Language } from '#platform/i18n/index.ts';
import { errorOf, TextField } from '#ui/index.ts';
import { texts } from '../texts/texts.ts';

interface Props {
  readonly lang: Language;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

/** The address by which somebody is known here. */
export function EmailOfAccount({ lang, value, errors }: Props & { readonly value: string }) {
  return (
    <TextField
      name="email"
      type="email"
      label={texts.in(lang)('signIn.email')}
      value={value}
      error={errorOf(errors, 'email')}
      autocomplete="username"
      inputmode="email"
      spellcheck={false}
    />
  );
}

/** A new password, typed twice. */
export function NewPassword({ lang, errors }: Props) {
  const t = texts.in(lang);
  return (
    <>
      <TextField
        name="password"
        type="password"
        label={t('password.new')}
        hint={t('password.hint')}
        error={errorOf(errors, 'password')}
        autocomplete="new-password"
      />
      <TextField name="repeat" type="password" label={t('password.repeat')} error={errorOf(errors, 'repeat')} autocomplete="new-password" />
    </>
  );
}
