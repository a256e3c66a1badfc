import { expect, test } from 'vitest';
import { glossaryOffer } from '../../../../server/src/core/features/glossaryEntry.ts';
import { glossaryOf, setup } from './support.ts';

const TEXT = `云川市关于实施“清流行动”的意见

“清流行动”是指对全市断头河的三年整治。各地要落实“两手都要硬”，推进“$0清流行动”，抓好断头河。
`;

test('the term at the cursor is offered with what the document says of it', () => {
  const { workspace, uri, offset } = setup(TEXT, glossaryOf());
  const offer = glossaryOffer(workspace, uri, { start: offset, end: offset });
  expect(offer).toMatchObject({ kind: 'add', term: '清流行动' });
  const draft = offer?.kind === 'add' ? offer.draft() : null;
  expect(draft).toMatchObject({ term: '清流行动', category: 'program', confidence: 'in-document' });
  expect(draft?.definition?.zh).toContain('断头河的三年整治');
});

test('a term with an entry is opened instead, by any of its names and in either script', () => {
  const { workspace, uri, offset } = setup(TEXT, glossaryOf({ term: '清流工程', aliases: ['清流行動'] }));
  expect(glossaryOffer(workspace, uri, { start: offset, end: offset })).toEqual({ kind: 'open', term: '清流工程' });
});

test('selected words are offered although no reader takes them for a term', () => {
  const { workspace, uri } = setup(TEXT, glossaryOf());
  const start = workspace.text(uri)!.lastIndexOf('断头河');
  expect(glossaryOffer(workspace, uri, { start, end: start + 3 })).toMatchObject({ kind: 'add', term: '断头河' });
  expect(glossaryOffer(workspace, uri, { start, end: start })).toBeNull();
  expect(glossaryOffer(workspace, uri, { start: start - 3, end: start + 4 })).toBeNull();
  expect(glossaryOffer(workspace, uri, { start, end: start + 1 })).toBeNull();
});
