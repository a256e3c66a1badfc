/**
 * Counts the steps of a piece of work: the same number on every machine, however busy. Changes when work hides elsewhere.
 *
 * Two sums. What our own code does: the engine counts how often each block of it runs (as coverage reports do), so a turn
 * of a loop is a step. What the engine does for it: the characters that searches and regular expressions pass over, from
 * where they begin to where they find something or give up. Expressions that look at one place alone, anchored or sticky,
 * count one; what an expression tries twice is not seen.
 */
import inspector from 'node:inspector';

interface Block {
  readonly count: number;
}
interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly Block[] }[];
  }[];
}

const session = new inspector.Session();

function ask(method: string, params?: object): unknown {
  let answer: unknown;
  session.post(method, params, (error: Error | null, result?: object) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
}

/** Begins to count blocks. Only code that is loaded afterwards is counted, so it has to be imported behind this call. */
export function startCounting(): void {
  session.connect();
  ask('Profiler.enable');
  ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
}

function blocks(code: RegExp): number {
  const { result } = ask('Profiler.takePreciseCoverage') as Coverage;
  let sum = 0;
  for (const { url, functions } of result) {
    if (!code.test(url)) continue;
    for (const { ranges } of functions) for (const { count } of ranges) sum += count;
  }
  return sum;
}

let passed = 0;
const { indexOf, lastIndexOf, split } = String.prototype;
const { exec } = RegExp.prototype;

/** Searches in strings that say how far they looked. */
const strings = {
  indexOf(this: string, wanted: string, from = 0): number {
    const found = indexOf.call(this, wanted, from);
    passed += (found < 0 ? Math.max(0, this.length - from) : found - from) + 1;
    return found;
  },
  lastIndexOf(this: string, wanted: string, from = Number.POSITIVE_INFINITY): number {
    const found = lastIndexOf.call(this, wanted, from);
    passed += Math.min(from, this.length) - Math.max(0, found) + 1;
    return found;
  },
  includes(this: string, wanted: string, from = 0): boolean {
    return this.indexOf(wanted, from) >= 0;
  },
  split(this: string, ...given: unknown[]): string[] {
    if (typeof given[0] === 'string') passed += this.length;
    return (split as (...given: unknown[]) => string[]).apply(this, given);
  },
};

const expressions = {
  exec(this: RegExp, given: string): RegExpExecArray | null {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, given);
    const once = this.sticky || this.source.startsWith('^');
    passed += 1 + (match !== null ? match.index + match[0].length - from : once ? 0 : Math.max(0, given.length - from));
    return match;
  },
};

/** What looks at, or moves, every value of a list. */
const WHOLE_LISTS = ['includes', 'indexOf', 'lastIndexOf', 'shift', 'splice', 'unshift'] as const;
const lists: Partial<Record<(typeof WHOLE_LISTS)[number], unknown>> = {};
for (const name of WHOLE_LISTS) {
  const method = Array.prototype[name] as (...given: unknown[]) => unknown;
  lists[name] = function (this: unknown[], ...given: unknown[]): unknown {
    passed += this.length;
    return method.apply(this, given);
  };
}

const WATCHED: readonly (readonly [object, object])[] = [
  [String.prototype, strings],
  [RegExp.prototype, expressions],
  [Array.prototype, lists],
];

/** Puts the counting methods in the place of the engine's; what comes back puts those back. */
function watch(): () => void {
  const before = WATCHED.flatMap(([prototype, methods]) =>
    Object.keys(methods).map((name) => [prototype, name, Object.getOwnPropertyDescriptor(prototype, name)!] as const),
  );
  for (const [prototype, methods] of WATCHED) {
    for (const [name, value] of Object.entries(methods)) {
      Object.defineProperty(prototype, name, { value, configurable: true, writable: true, enumerable: false });
    }
  }
  return () => {
    for (const [prototype, name, descriptor] of before) Object.defineProperty(prototype, name, descriptor);
  };
}

/** The steps that `work` takes in code whose address matches `code`. */
export function stepsOf(work: () => void, code: RegExp): { readonly blocks: number; readonly characters: number } {
  blocks(code);
  passed = 0;
  const unwatch = watch();
  try {
    work();
  } finally {
    unwatch();
  }
  return { blocks: blocks(code), characters: passed };
}
