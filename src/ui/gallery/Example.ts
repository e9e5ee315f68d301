import type { Child } from 'hono/jsx';

/** One way to use a component, shown in the gallery and checked by its test. */
export type Example = { readonly name: string; readonly show: () => Child };
