export const ruling = 1;
