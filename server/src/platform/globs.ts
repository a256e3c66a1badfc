/** Glob patterns against relative paths, the same in Node and the browser. Changes never. */
import picomatch from 'picomatch/posix';

/** Whether a relative path (forward slashes) matches one of `include` and none of `exclude`. */
export function globMatcher(include: readonly string[], exclude: readonly string[]): (path: string) => boolean {
  const wanted = picomatch([...include]);
  const unwanted = exclude.length > 0 ? picomatch([...exclude], { dot: true }) : () => false;
  return (path) => wanted(path) && !unwanted(path);
}
