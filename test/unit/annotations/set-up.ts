/** A document with annotations on a host in memory. Changes when the tests of the service need another start. */
import type { AnnotationView } from '../../../server/src/core/annotations/api.ts';
import { type Annotations, createAnnotations } from '../../../server/src/core/annotations/service.ts';
import { MemoryHost } from './memory-host.ts';

export const ROOT = 'file:///work';
export const URI = `${ROOT}/docs/%E6%96%87%E4%BB%B6.txt`;
export const TEXT =
  '关于统筹的通知\n\n　　各地要加强统筹协调，落实责任。\n　　\u{20bb7}林省负责督促检查，年底前报告。\n';

let seed = 1;
export const newHost = (): MemoryHost => new MemoryHost(seed++);
export const make = (host: MemoryHost, author = '李'): Annotations =>
  createAnnotations(host, { workspaceFolders: () => [ROOT], author: () => author });

export async function opened(text = TEXT, host = newHost(), author = '李') {
  host.put(URI, text);
  const service = make(host, author);
  await service.open(URI, text, 1);
  const span = (words: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };
  const list = async () => (await service.call('list', { uri: URI })).annotations;
  return { host, service, span, list };
}

export const one = (list: readonly AnnotationView[], id: string): AnnotationView => list.find((a) => a.id === id)!;
