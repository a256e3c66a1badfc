/** Types of complete-lockfile.mjs, for its test. */
interface Entry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
export function platformOf(name: string): Entry;
export function missingEntries(packages: Readonly<Record<string, Entry>>): Record<string, Entry>;
