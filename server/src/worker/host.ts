/**
 * The core's host in a web worker: every file comes from the client.
 * Changes when `core/host.ts` does.
 */
import type { Decoded, Disposable, FileChange, Host, LogLevel, Segmenter } from '../core/host.ts';
import { intlSegmenter } from '../core/service/intl-segmenter.ts';
import type { HostContext } from '../lsp/environment.ts';
import { ClientFiles } from '../platform/client-files.ts';
import { decode } from '../platform/decode.ts';
import { jiebaWasm, WASM_FILE } from '../platform/jieba-wasm.ts';

/** Timers in a worker are clamped to 4 ms; a message to oneself takes a turn and no longer. */
function turns(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}

export class WorkerHost extends ClientFiles implements Host {
  readonly #context: HostContext;
  readonly yield = turns();
  #segmenter: Promise<Segmenter> | null = null;

  constructor(context: HostContext) {
    super(context.connection, context.options.fileAccess !== undefined);
    this.#context = context;
  }

  decode(bytes: Uint8Array): Decoded {
    return decode(bytes);
  }
  watch(listener: (changes: readonly FileChange[]) => void): Disposable {
    return this.#context.watch(listener);
  }
  async hash(text: string): Promise<string> {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, '0')).join('');
  }
  random(bytes: number): Uint8Array {
    return crypto.getRandomValues(new Uint8Array(bytes));
  }
  segmenter(): Promise<Segmenter> {
    this.#segmenter ??= this.#loadSegmenter();
    return this.#segmenter;
  }
  async #loadSegmenter(): Promise<Segmenter> {
    const { options, settings, log, onSegmenter } = this.#context;
    const base = options.assets?.base;
    try {
      if (settings().segmenter === 'intl') throw new Error('not wanted');
      if (!base) throw new Error('the client did not say where it lies');
      const response = await fetch(`${base.replace(/\/$/, '')}/${WASM_FILE}`);
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      const segmenter = jiebaWasm(new Uint8Array(await response.arrayBuffer()));
      onSegmenter(segmenter.name);
      return segmenter;
    } catch (error) {
      log('warn', `jieba-wasm is not used: ${error instanceof Error ? error.message : String(error)}`);
      onSegmenter('Intl.Segmenter');
      return intlSegmenter();
    }
  }
  now(): number {
    return Date.now();
  }
  log(level: LogLevel, message: string): void {
    this.#context.log(level, message);
  }
}
