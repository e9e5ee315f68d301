/** Lines of progress on the error stream, so that the output stream holds data alone. */
export interface Progress {
  /** Shows a piece of work while it runs, and its duration when it is done. */
  phase<T>(name: string, work: (note: (line: string) => void) => Promise<T>): Promise<T>;
  note(line: string): void;
}

export function makeProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const isTerminal = stream.isTTY;
  const clear = isTerminal ? '\r\x1b[2K' : '';
  const note = (line: string): void => void stream.write(`${clear}    ${line}\n`);
  return {
    note,
    async phase(name, work) {
      const began = performance.now();
      const showRunning = (): void => {
        if (isTerminal) stream.write(`  … ${name}`);
      };
      showRunning();
      try {
        const result = await work((line) => {
          note(line);
          showRunning();
        });
        stream.write(`${clear}  ✓ ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`);
        return result;
      } catch (error) {
        stream.write(`${clear}  ✗ ${name}\n`);
        throw error;
      }
    },
  };
}
