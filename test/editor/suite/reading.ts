/** Hover, jumps and colours while reading. Changes when what a reader is told changes. */
import * as vscode from 'vscode';
import { closeAll, hoverText, inside, ok, open, sample, until } from './support.ts';

type Places = readonly (vscode.Location | vscode.LocationLink)[];
const placesOf = async (command: string, document: vscode.TextDocument, text: string): Promise<Places> =>
  (await vscode.commands.executeCommand<Places | undefined>(command, document.uri, inside(document, text))) ?? [];
const uriOf = (place: vscode.Location | vscode.LocationLink): vscode.Uri =>
  'targetUri' in place ? place.targetUri : place.uri;

describe('reading', () => {
  let document: vscode.TextDocument;
  let traditional: vscode.TextDocument;
  before(async () => {
    traditional = await open(await sample('004'));
    document = await open(await sample('001'));
  });
  after(closeAll);

  it('hovering a slogan explains it, with the same entry in both scripts', async () => {
    const simple = await until('hover', async () => (await hoverText(document, '两个维护')) || null);
    ok(/习近平/.test(simple), `the hover does not say what is upheld: ${simple}`);
    const other = await until('hover', async () => (await hoverText(traditional, '兩個維護')) || null);
    const english = /Two Upholds/i;
    ok(english.test(simple) && english.test(other), `not the same entry: ${simple}\n${other}`);
  });

  it('plain words have no hover', async () => {
    const text = await hoverText(document, '各级');
    ok(!/\S/.test(text), `unexpected hover: ${text}`);
  });

  it('a slogan has a definition', async () => {
    const found = await until('definition', async () => {
      const places = await placesOf('vscode.executeDefinitionProvider', document, '两个维护');
      return places.length > 0 && places;
    });
    for (const place of found) ok(uriOf(place).toString() !== '', 'a place without address');
  });

  it('references are found in both scripts and in every document', async () => {
    const files = (places: Places): string[] => [
      ...new Set(places.map((p) => uriOf(p).path.split('/').pop()?.slice(0, 3) ?? '')),
    ];
    await until('references in all five', async () => {
      const found = files(await placesOf('vscode.executeReferenceProvider', document, '两个维护'));
      return ['000', '001', '002', '003', '004'].every((digits) => found.includes(digits));
    });
  });

  it('every mention in the document lights up', async () => {
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      inside(document, '两个先行'),
    );
    const mentions = document.getText().split('两个先行').length - 1;
    ok(found.length === mentions, `${found.length} of ${mentions} mentions`);
  });

  it('a cited document is reached', async () => {
    const news = await open(await sample('000'));
    const places = await until('definition of the title', async () => {
      const found = await placesOf('vscode.executeDefinitionProvider', news, '奋力推进“两个先行”在杭州生动实践的决议');
      return found.length > 0 && found;
    });
    ok(
      places.some((p) => /\/001_/.test(uriOf(p).path)),
      `leads to ${places.map((p) => uriOf(p).path).join(', ')}`,
    );
  });

  it('tokens colour terms', async () => {
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    const types = new Set<string>();
    for (let i = 3; i < tokens.data.length; i += 5) types.add(legend.tokenTypes[tokens.data[i] ?? -1] ?? '?');
    for (const type of ['numericAbbreviation', 'directiveMarker', 'date'])
      ok(types.has(type), `no token of type ${type}`);
  });
});
