/** Runs a work now, or after those that came before it when there is no room. */
export type Admission = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets `most` works run at once; the others wait in the order in which they came. */
export function makeAdmission(most: number): Admission {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Whoever waits longest takes over the place.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
