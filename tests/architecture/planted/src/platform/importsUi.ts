import { component } from '#ui/component.ts';
export const bad = component;
