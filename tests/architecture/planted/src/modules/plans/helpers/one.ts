export const bad = 1;
