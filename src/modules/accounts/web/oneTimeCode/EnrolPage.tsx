import { raw } from 'hono/html';
import { renderSVG } from 'uqr';
import { PortalPage } from '#platform/html/index.ts';
import { passwordErrors } from '../newPassword/pages.tsx';
import type { CentreContext, FieldError } from '#platform/http/index.ts';
import {
  Button,
  ErrorSummary,
  errorOf,
  Form,
  FormActions,
  Heading,
  HiddenField,
  Lead,
  List,
  Paragraph,
  Stack,
  TextField,
} from '#ui/index.ts';
import { texts } from '../../texts/texts.ts';
import { codeErrors } from './OneTimeCodePage.tsx';

interface Setup {
  /** `otpauth:` address with the key. */
  readonly uri: string;
  readonly backupCodes: readonly string[];
}
interface Props {
  readonly c: CentreContext;
  readonly back: string;
  readonly setup: Setup | null;
  readonly errors?: readonly FieldError[];
}

export function EnrolPage({ c, back, setup, errors = [] }: Props) {
  const t = texts.in(c.lang);
  const said = setup ? codeErrors(c.lang, errors) : passwordErrors(c.lang, errors);
  return (
    <PortalPage c={c} title={t('enrol.title')} width="narrow" hasErrors={said.length > 0}>
      <ErrorSummary errors={said} />
      <Heading level={1}>{t('enrol.title')}</Heading>
      <Lead>{t(c.world.isDemo ? 'enrol.demo' : 'enrol.required')}</Lead>
      {setup ? (
        <SetupSteps c={c} back={back} setup={setup} error={errorOf(said, 'code')} />
      ) : (
        <Form action={c.at('/konto/kody/klucz')} hidden={{ powrot: back }}>
          <TextField
            name="password"
            type="password"
            label={t('enrol.password')}
            hint={t('enrol.passwordHint')}
            error={errorOf(said, 'password')}
            autocomplete="current-password"
          />
          <FormActions>
            <Button>{t('enrol.begin')}</Button>
          </FormActions>
        </Form>
      )}
    </PortalPage>
  );
}

function SetupSteps({
  c,
  back,
  setup,
  error,
}: {
  readonly c: CentreContext;
  readonly back: string;
  readonly setup: Setup;
  readonly error: string | undefined;
}) {
  const t = texts.in(c.lang);
  const key = URL.parse(setup.uri)?.searchParams.get('secret') ?? '';
  return (
    <Stack>
      <Paragraph>{t('enrol.step1')}</Paragraph>
      <Paragraph>{t('enrol.step2')}</Paragraph>
      <div role="img" aria-label={t('enrol.qr')} class="ok-qr">
        {raw(renderSVG(setup.uri, { pixelSize: 5, border: 4 }))}
      </div>
      <Paragraph>
        {t('enrol.key')}: <code>{key.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </Paragraph>
      <Paragraph>{t('enrol.step3')}</Paragraph>
      <Heading level={2} size="xs">
        {t('enrol.backup')}
      </Heading>
      <List
        items={setup.backupCodes.map((code) => (
          <code>{code}</code>
        ))}
      />
      <Paragraph>{t('enrol.step4')}</Paragraph>
      <Form action={c.at('/konto/kody')} hidden={{ powrot: back, uri: setup.uri }}>
        {setup.backupCodes.map((code) => (
          <HiddenField name="backup" value={code} />
        ))}
        <TextField
          name="code"
          label={t('code.code')}
          error={error}
          autocomplete="one-time-code"
          inputmode="numeric"
          width="short"
          spellcheck={false}
        />
        <FormActions>
          <Button>{t('enrol.submit')}</Button>
        </FormActions>
      </Form>
    </Stack>
  );
}
