import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { defineTexts } from '#platform/i18n/index.ts';
import { BadRequest, Forbidden, NotFound, OtherActor, TooLarge, TooMany, Unauthenticated } from '#platform/http/index.ts';
import { AlreadySent, languageOf, schemeOf, type Env } from '#platform/http/server.ts';
import type { World } from '#platform/world.ts';
import { ErrorLayout, Link, Paragraph } from '#ui/index.ts';
import { workplaceOf } from '#platform/html/index.ts';
import { send } from '#platform/http/send.ts';

const texts = defineTexts('errors', {
  pl: {
    'bad-request': {
      title: 'Nie udało się odczytać formularza',
      text: 'Wróć do poprzedniej strony, odśwież ją i wyślij formularz jeszcze raz. To, co zostało już zapisane, jest bezpieczne.',
    },
    'too-large': {
      title: 'Za dużo naraz',
      text: 'Razem można wysłać najwyżej {{megabytes}} MB. Wróć i wyślij mniej plików albo mniejsze. To, co zostało już zapisane, jest bezpieczne.',
    },
    'not-found': {
      title: 'Nie ma takiej strony',
      text: 'Adres może być nieaktualny albo przepisany z błędem. Sprawdź go albo zacznij od strony głównej.',
    },
    forbidden: {
      title: 'Ta strona nie jest dla Ciebie',
      text: 'Twoje konto nie ma dostępu do tej części. Jeśli jest Ci potrzebna do pracy, napisz do administratora centrum.',
    },
    unauthenticated: { title: 'Najpierw się zaloguj', text: 'Ta strona wymaga zalogowania.' },
    'too-many': { title: 'Za dużo prób', text: 'Dla bezpieczeństwa trzeba chwilę poczekać. Spróbuj ponownie za {{minutes}} min.' },
    'already-sent': {
      title: 'Ten formularz został już wysłany',
      text: 'Pierwsze wysłanie zostało przyjęte. Zmiany zrobione później nie zostały dopisane. Zobacz, co przyjęliśmy, i w razie potrzeby zacznij od nowa.',
    },
    'other-actor': {
      title: 'W tej przeglądarce otwarto coś innego',
      text: 'Ten formularz należał do innej sprawy albo innego konta niż to, które jest teraz otwarte. Nic nie zapisaliśmy i nic nie trafiło do obcej sprawy. Otwórz właściwą sprawę, wróć do formularza i wyślij go jeszcze raz.',
    },
    unexpected: {
      title: 'Coś się zepsuło po naszej stronie',
      text: 'Twoje dane nie zostały zmienione. Spróbuj za chwilę. Jeśli to się powtórzy, podaj nam numer zgłoszenia: {{requestId}}.',
    },
    back: 'Strona główna',
    signIn: 'Zaloguj się',
    seeFirst: 'Zobacz, co przyjęliśmy',
    return: 'Wróć do poprzedniej strony',
  },
  en: {
    'bad-request': {
      title: 'We could not read the form',
      text: 'Go back, refresh the page and send the form again. What was saved before is safe.',
    },
    'too-large': {
      title: 'Too much at once',
      text: 'At most {{megabytes}} MB can be sent together. Go back and send fewer or smaller files. What was saved before is safe.',
    },
    'not-found': {
      title: 'There is no such page',
      text: 'The address may be out of date or mistyped. Check it or start from the home page.',
    },
    forbidden: {
      title: 'This page is not for you',
      text: 'Your account has no access to this part. If you need it for your work, write to the administrator of the centre.',
    },
    unauthenticated: { title: 'Please sign in first', text: 'This page needs you to sign in.' },
    'too-many': { title: 'Too many attempts', text: 'For safety you have to wait a moment. Try again in {{minutes}} min.' },
    'already-sent': {
      title: 'This form has been sent already',
      text: 'The first sending was accepted. Changes made later were not added. See what we accepted and start again if you need to.',
    },
    'other-actor': {
      title: 'Something else was opened in this browser',
      text: "This form belonged to another case or account than the one that is open now. We saved nothing, and nothing went into somebody else's case. Open the right case, go back to the form and send it again.",
    },
    unexpected: {
      title: 'Something broke on our side',
      text: 'Your data has not been changed. Try again in a moment. If it happens again, tell us this number: {{requestId}}.',
    },
    back: 'Home page',
    signIn: 'Sign in',
    seeFirst: 'See what we accepted',
    return: 'Back to the page before',
  },
  uk: {
    'bad-request': {
      title: 'Не вдалося прочитати форму',
      text: 'Поверніться на попередню сторінку, оновіть її та надішліть форму ще раз. Збережене раніше у безпеці.',
    },
    'too-large': {
      title: 'Забагато за один раз',
      text: 'Разом можна надіслати щонайбільше {{megabytes}} МБ. Поверніться та надішліть менше файлів або менші. Збережене раніше у безпеці.',
    },
    'not-found': {
      title: 'Такої сторінки немає',
      text: 'Адреса може бути застарілою або з помилкою. Перевірте її або почніть з головної сторінки.',
    },
    forbidden: {
      title: 'Ця сторінка не для вас',
      text: 'Ваш обліковий запис не має доступу до цієї частини. Якщо вона потрібна для роботи, напишіть адміністратору центру.',
    },
    unauthenticated: { title: 'Спочатку увійдіть', text: 'Ця сторінка потребує входу.' },
    'too-many': { title: 'Забагато спроб', text: 'Для безпеки треба трохи зачекати. Спробуйте ще раз через {{minutes}} хв.' },
    'already-sent': {
      title: 'Цю форму вже надіслано',
      text: 'Перше надсилання прийнято. Пізніші зміни не додано. Подивіться, що ми прийняли, і за потреби почніть знову.',
    },
    'other-actor': {
      title: 'У цьому браузері відкрито щось інше',
      text: 'Ця форма належала до іншої справи або іншого облікового запису, ніж відкриті зараз. Ми нічого не зберегли, і нічого не потрапило до чужої справи. Відкрийте потрібну справу, поверніться до форми та надішліть її ще раз.',
    },
    unexpected: {
      title: 'Щось зламалося з нашого боку',
      text: 'Ваші дані не змінено. Спробуйте за мить. Якщо це повториться, повідомте нам номер: {{requestId}}.',
    },
    back: 'Головна сторінка',
    signIn: 'Увійти',
    seeFirst: 'Подивитися, що прийнято',
    return: 'Повернутися на попередню сторінку',
  },
});

export type Kind =
  | 'bad-request'
  | 'too-large'
  | 'not-found'
  | 'forbidden'
  | 'unauthenticated'
  | 'too-many'
  | 'already-sent'
  | 'other-actor'
  | 'unexpected';
export const statuses = {
  'bad-request': 400,
  'too-large': 413,
  'not-found': 404,
  forbidden: 403,
  unauthenticated: 401,
  'too-many': 429,
  'already-sent': 409,
  'other-actor': 409,
  unexpected: 500,
} as const;

export function kindOf(thrown: unknown): Kind {
  if (thrown === undefined || thrown instanceof NotFound) return 'not-found';
  if (thrown instanceof Forbidden) return 'forbidden';
  if (thrown instanceof Unauthenticated) return 'unauthenticated';
  if (thrown instanceof TooMany) return 'too-many';
  if (thrown instanceof AlreadySent) return 'already-sent';
  if (thrown instanceof OtherActor) return 'other-actor';
  if (thrown instanceof TooLarge) return 'too-large';
  if (thrown instanceof BadRequest) return 'bad-request';
  if (thrown instanceof HTTPException) return thrown.status === 403 ? 'bad-request' : thrown.status < 500 ? 'bad-request' : 'unexpected';
  return 'unexpected';
}

/** Where an error page leads: those signed in to work go back to their work, all others to the portal. */
function homeOf(context: Env['Variables']['pageContext'] | undefined): string {
  if (!context) return '/';
  return (context.actor.kind === 'user' && workplaceOf(context)) || context.at('/');
}

/** The page of ours that the form stood on, as the browser tells. */
function refererOf(c: Context<Env>, world: World): string | undefined {
  const referer = URL.parse(c.req.header('referer') ?? '');
  const isOurs = referer?.origin === new URL(c.req.url).origin || referer?.origin === new URL(world.publicUrl).origin;
  return referer && isOurs ? referer.pathname.replace(/^\/+/, '/') + referer.search : undefined;
}

/** The page whose form was sent, when the browser tells; empty where it does not: then whoever signs in goes to their work. */
function pageOfForm(c: Context<Env>): string {
  const from = URL.parse(c.req.header('referer') ?? '');
  return from && from.host === new URL(c.req.url).host ? from.pathname : '';
}

/** One answer for every failure: a kind page for people, RFC 9457 for programs, a number for both. */
export async function answerError(c: Context<Env>, world: World, thrown: unknown): Promise<Response> {
  const kind = kindOf(thrown);
  const requestId = c.get('requestId');
  if (kind === 'unexpected') world.log.error({ requestId, route: c.req.routePath, err: thrown }, 'unexpected');
  const context = c.get('pageContext');
  const wantsHtml = (c.req.header('accept') ?? '').includes('text/html');
  // An address without a door has no page context, but its reader has a language all the same.
  const lang = context?.lang ?? languageOf(c.req.raw, world.secret);
  const scheme = context?.scheme ?? schemeOf(c.req.raw, world.secret);
  const t = texts.in(lang);
  const minutes = thrown instanceof TooMany ? Math.ceil(thrown.retryAfter / 60) : 1;
  const title = t(`${kind}.title`);
  const megabytes =
    thrown instanceof TooLarge ? new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(thrown.most / 1024 / 1024) : '';
  const detail = t(`${kind}.text`, { requestId, minutes, megabytes });
  // What is closed or missing today may be there tomorrow, and differs from one person to another.
  c.header('cache-control', 'no-store');
  if (thrown instanceof TooMany) c.header('retry-after', String(thrown.retryAfter));
  if (kind === 'unauthenticated' && wantsHtml && context?.centre) {
    if (thrown instanceof Unauthenticated && thrown.message === 'give-case-code-first') {
      return send(c, world, { kind: 'redirect', to: context.at('/moja-sprawa'), notice: undefined });
    }
    const back = c.req.method === 'GET' ? context.path : pageOfForm(c);
    return send(c, world, { kind: 'redirect', to: `${context.at('/logowanie')}?powrot=${encodeURIComponent(back)}`, notice: undefined });
  }
  // Signed in, allowed, but a one-time code is still missing: the page that asks for it, and then back here.
  if (thrown instanceof Forbidden && thrown.reason === 'second-factor-first' && wantsHtml && context?.centre) {
    const back = c.req.method === 'GET' ? context.path : context.at('/praca');
    return send(c, world, {
      kind: 'redirect',
      to: `${context.at('/logowanie/drugi-krok')}?powrot=${encodeURIComponent(back)}`,
      notice: undefined,
    });
  }
  if (!wantsHtml) {
    const reason = thrown instanceof Forbidden ? { reason: thrown.reason } : {};
    return c.json(
      { type: `urn:okienko:problem:${kind}`, title, status: statuses[kind], detail, instance: requestId, ...reason },
      statuses[kind],
      {
        'content-type': 'application/problem+json',
      },
    );
  }
  const pageBefore = thrown instanceof TooLarge ? refererOf(c, world) : undefined;
  const way =
    thrown instanceof AlreadySent
      ? { href: thrown.location, label: t('seeFirst') }
      : pageBefore
        ? { href: pageBefore, label: t('return') }
        : { href: homeOf(context), label: t('back') };
  return c.html(
    <ErrorLayout
      frame={{ lang, scheme, assets: world.assets, path: c.req.path, demo: world.isDemo }}
      title={title}
      status={statuses[kind]}
      correlationId={requestId}
      home={way.href}
    >
      <Paragraph>{detail}</Paragraph>
      {thrown instanceof AlreadySent || pageBefore ? (
        <Paragraph>
          <Link href={way.href}>{way.label}</Link>
        </Paragraph>
      ) : null}
    </ErrorLayout>,
    statuses[kind],
  );
}
