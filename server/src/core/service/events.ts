/** What a shell may hear of while the core works. Changes when a shell needs to hear of something more. */
import type { IndexProgress } from './indexing.ts';

export interface ServiceEvents {
  progress(progress: IndexProgress): void;
  /** Something changed that answers for other documents rest on. */
  changed(): void;
  problem(uri: string, message: string): void;
}

/** Nobody listens. */
export const NO_EVENTS: ServiceEvents = { progress: () => {}, changed: () => {}, problem: () => {} };
