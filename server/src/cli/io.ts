/**
 * What commands may do to the world: print, complain, set the exit code. Tests give them another one.
 * Changes when commands need more of the process.
 */

export interface Io {
  /** Machine output and nothing else. */
  out(text: string): void;
  /** Errors, warnings, progress. One line each, without the line's end. */
  err(line: string): void;
  /** Keeps the worst code. */
  fail(code: 1 | 2): void;
  readonly cwd: string;
  /** Whether progress may be drawn. */
  readonly interactive: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The exit code of unusable arguments and unreadable input. */
export const UNUSABLE = 2;

/** The process as commands see it. A reader that closes the pipe (`| head`) ends the run quietly. */
export function processIo(): Io {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(Number(process.exitCode ?? 0));
      throw error;
    });
  return {
    out: (text) => {
      process.stdout.write(text);
    },
    err: (line) => {
      process.stderr.write(`${line}\n`);
    },
    fail: (code) => {
      process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
    },
    cwd: process.cwd(),
    interactive: process.stderr.isTTY === true,
    env: process.env,
  };
}
