/**
 * The segmenter in Node: a child process with nodejieba, else one with jieba-wasm, else Intl.Segmenter here.
 * Changes when another segmenter is tried, or when a child may do something else.
 *
 * A child that dies fails the calls it holds; the next call starts another, and after the second death within a
 * minute the next kind takes over. A child that nobody asks for five minutes ends and gives its memory back.
 */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { LogLevel, Segmenter, Word } from '../core/host.ts';
import { intlSegmenter } from '../core/service/intl-segmenter.ts';
import type { SegmenterAnswer, SegmenterRequest } from './segmenter-process.ts';

type Kind = 'nodejieba' | 'jieba-wasm';
type Body<R = SegmenterRequest> = R extends SegmenterRequest ? Omit<R, 'id'> : never;

const START_LIMIT = 20_000;
const IDLE = 5 * 60_000;
const DEATHS_WITHIN = 60_000;

interface Call {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** One child process; resolves once it is ready, rejects with the reason where it can't be. */
class Child {
  readonly #process: ChildProcess;
  readonly #calls = new Map<number, Call>();
  readonly ready: Promise<void>;
  #next = 1;
  #idle: NodeJS.Timeout | null = null;
  dead = false;

  constructor(script: string, kind: Kind, onDeath: () => void) {
    // Output is dropped: on the server's own standard output it would break the protocol.
    this.#process = fork(script, [kind], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] });
    this.#process.unref();
    this.#process.channel?.unref();
    const end = () => this.kill();
    process.once('exit', end);
    this.ready = new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        reject(new Error('it did not start in time'));
        this.kill();
      }, START_LIMIT);
      late.unref();
      this.#process.on('message', (answer: SegmenterAnswer) => {
        if ('ready' in answer) {
          clearTimeout(late);
          if (answer.ready) resolve();
          else reject(new Error(answer.reason));
        } else this.#answer(answer);
      });
      const gone = (why: string) => {
        if (this.dead) return;
        this.dead = true;
        clearTimeout(late);
        process.removeListener('exit', end);
        reject(new Error(why));
        for (const call of this.#calls.values()) call.reject(new Error(`the segmenter ended: ${why}`));
        this.#calls.clear();
        onDeath();
      };
      this.#process.on('error', (error) => gone(error.message));
      this.#process.on('exit', (code, signal) => gone(signal ?? `exit code ${code}`));
    });
    this.ready.catch(() => {});
  }

  #answer(answer: Exclude<SegmenterAnswer, { ready: boolean }>): void {
    const call = this.#calls.get(answer.id);
    this.#calls.delete(answer.id);
    if (this.#calls.size === 0) this.#process.channel?.unref();
    if ('error' in answer) call?.reject(new Error(answer.error));
    else call?.resolve(answer.value);
  }

  async ask(body: Body): Promise<unknown> {
    await this.ready;
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.kill(), IDLE);
    this.#idle.unref();
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#calls.set(id, { resolve, reject });
      this.#process.channel?.ref();
      this.#process.send({ ...body, id }, (error) => {
        if (error) this.#calls.delete(id) && reject(error);
      });
    });
  }

  /** For tests: the process that may die. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  kill(): void {
    if (this.#idle) clearTimeout(this.#idle);
    this.#process.kill('SIGKILL');
  }
}

/** A kind of child that is started as needed. */
class ChildSegmenter implements Segmenter {
  readonly name: Kind;
  readonly #start: () => Child;
  readonly #fallback: () => Promise<Segmenter>;
  #child: Child | null;
  #deaths: number[] = [];
  #replaced: Promise<Segmenter> | null = null;

  constructor(name: Kind, first: Child, start: () => Child, fallback: () => Promise<Segmenter>) {
    this.name = name;
    this.#child = first;
    this.#start = start;
    this.#fallback = fallback;
  }

  async #ask<T>(body: Body, otherwise: (segmenter: Segmenter) => Promise<T>): Promise<T> {
    if (this.#replaced) return otherwise(await this.#replaced);
    if (!this.#child || this.#child.dead) this.#child = this.#start();
    try {
      return (await this.#child.ask(body)) as T;
    } catch (error) {
      if (!this.#child.dead) throw error;
      const now = Date.now();
      this.#deaths = [...this.#deaths.filter((t) => now - t < DEATHS_WITHIN), now];
      if (this.#deaths.length < 2) throw error;
      this.#replaced = this.#fallback();
      return otherwise(await this.#replaced);
    }
  }

  words(sentence: string): Promise<readonly Word[]> {
    return this.#ask({ do: 'words', text: sentence }, (s) => s.words(sentence));
  }
  keywords(text: string, most: number): Promise<readonly { readonly word: string; readonly weight: number }[]> {
    return this.#ask({ do: 'keywords', text, most }, (s) => s.keywords(text, most));
  }
  /** For tests. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }
}

export interface SegmenterOptions {
  /** The bundled `segmenter-process.ts`. */
  readonly script: string;
  readonly wanted: 'auto' | Kind | 'intl';
  log(level: LogLevel, message: string): void;
  loaded(name: string): void;
}

/** Loads the best segmenter of those wanted; never rejects. Says in one line which ones could not be loaded. */
export async function loadSegmenter(options: SegmenterOptions): Promise<Segmenter> {
  const { wanted, script, log, loaded } = options;
  const order: readonly Kind[] = wanted === 'intl' ? [] : wanted === 'auto' ? ['nodejieba', 'jieba-wasm'] : [wanted];
  const from = async (index: number): Promise<Segmenter> => {
    const kind = order[index];
    if (!kind) {
      loaded('Intl.Segmenter');
      return intlSegmenter();
    }
    const start = () => new Child(script, kind, () => {});
    const child = start();
    try {
      await child.ready;
    } catch (error) {
      log('warn', `${kind} can't be loaded: ${error instanceof Error ? error.message : String(error)}`);
      return from(index + 1);
    }
    loaded(kind);
    return new ChildSegmenter(kind, child, start, () => {
      log('warn', `${kind} ended twice within a minute and is not used any more`);
      return from(index + 1);
    });
  };
  return from(0);
}

/** Where the bundle of the child process lies, beside the bundle that runs. */
export const segmenterScript = (): string =>
  path.join(__dirname, path.basename(__dirname) === 'server' ? '.' : 'server', 'segmenter.js');
