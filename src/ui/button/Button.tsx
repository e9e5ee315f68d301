import type { Child } from 'hono/jsx';

export type ButtonVariant = 'primary' | 'secondary' | 'tertiary' | 'danger';

type Look = {
  readonly variant?: ButtonVariant | undefined;
  readonly icon?: Child;
  readonly fullWidth?: boolean | undefined;
  readonly children?: Child;
};

export type ButtonProps = Look & {
  readonly type?: 'submit' | 'button' | 'reset' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Id of a form elsewhere on the page. */
  readonly form?: string | undefined;
  /** Sends the form to another address than the form's own. */
  readonly formaction?: string | undefined;
  /** `get`: asks for a page with what the form holds, and sends nothing. */
  readonly formmethod?: 'get' | undefined;
  /** Skips the browser's own checks: for "save and finish later". */
  readonly formnovalidate?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly id?: string | undefined;
};

/** Names the Designsystemet attributes of a look. */
export function lookOf(variant: ButtonVariant | undefined): { readonly 'data-variant': string; readonly 'data-color'?: string } {
  if (variant === 'danger') return { 'data-variant': 'primary', 'data-color': 'danger' };
  return { 'data-variant': variant ?? 'primary' };
}

/** Does something: sends a form. To go somewhere use LinkButton. */
export function Button({ variant, icon, fullWidth, type = 'submit', children, ...rest }: ButtonProps) {
  return (
    <button class={fullWidth ? 'ds-button ok-button-wide' : 'ds-button'} {...lookOf(variant)} type={type} {...rest}>
      {icon}
      <span>{children}</span>
    </button>
  );
}

export type LinkButtonProps = Look & {
  readonly href: string;
  readonly id?: string | undefined;
  readonly rel?: string | undefined;
};

/** Goes somewhere and looks like a button: the next step of a journey. */
export function LinkButton({ variant, icon, fullWidth, href, children, ...rest }: LinkButtonProps) {
  return (
    <a class={fullWidth ? 'ds-button ok-button-wide' : 'ds-button'} {...lookOf(variant)} href={href} {...rest}>
      {icon}
      <span>{children}</span>
    </a>
  );
}
