import { expect, test } from 'vitest';
import { glossaryFor } from '../../../server/src/core/glossary/place.ts';

const folders = ['file:///w'];
const at = (uri: string, ...known: string[]) => glossaryFor(uri, known, folders);

test('the glossary in the folder, then the closest one above', () => {
  const known = ['file:///w/a.glossary.yml', 'file:///w/x/b.glossary.yml', 'file:///w/x/y/c.glossary.yml'];
  expect(at('file:///w/x/y/d.txt', ...known)).toBe('file:///w/x/y/c.glossary.yml');
  expect(at('file:///w/x/z/d.txt', ...known)).toBe('file:///w/x/b.glossary.yml');
  expect(at('file:///w/d.txt', ...known)).toBe('file:///w/a.glossary.yml');
});

test('a folder whose name only begins alike is not above', () => {
  expect(at('file:///w/xy/d.txt', 'file:///w/x/b.glossary.yml', 'file:///w/a.glossary.yml')).toBe(
    'file:///w/a.glossary.yml',
  );
});

test('none above: the highest one of the workspace folder; none at all: a new one there', () => {
  expect(at('file:///w/d.txt', 'file:///w/x/y/c.glossary.yml', 'file:///w/x/b.glossary.yml')).toBe(
    'file:///w/x/b.glossary.yml',
  );
  expect(at('file:///w/x/d.txt')).toBe('file:///w/terms.glossary.yml');
  expect(at('untitled:Untitled-1')).toBe('file:///w/terms.glossary.yml');
});

test('without folders beside the document, and nowhere for one that was never saved', () => {
  expect(glossaryFor('file:///d/e.txt', [], [])).toBe('file:///d/terms.glossary.yml');
  expect(glossaryFor('untitled:Untitled-1', [], [])).toBeNull();
});
