import type { Module } from '#platform/module.ts';

/** Every module of the product, in the order in which they may import one another. */
export const modules: readonly Module[] = [];
