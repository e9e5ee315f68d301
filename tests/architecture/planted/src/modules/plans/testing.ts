export const aPlan = 1;
