// Test files that run in one process share the modules they import, and so what a module holds. Here is what belongs to
// one file only: it is made when first asked for, and closed and forgotten when the file ends.

const closers: (() => Promise<void>)[] = [];

/** Keeps something to be closed when the running test file ends, the newest first. */
export function closeAtTheEnd(work: () => Promise<void>): void {
  closers.push(work);
}

/** Makes something at the first call in each test file; the other calls of that file get the same. */
export function oncePerFile<Options extends unknown[], Thing>(
  make: (...options: Options) => Promise<Thing>,
): (...options: Options) => Promise<Thing> {
  let made: Promise<Thing> | undefined;
  return (...options) => {
    if (!made) {
      closeAtTheEnd(async () => void (made = undefined));
      made = make(...options);
    }
    return made;
  };
}

/** Called once at the end of each test file. */
export async function endFile(): Promise<void> {
  for (let work = closers.pop(); work; work = closers.pop()) await work();
}
