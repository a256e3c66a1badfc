/**
 * Two windows on one folder, each with an extension host and a server of its own: what is annotated in one is seen in the
 * other, also where one of them has text that is not saved. Changes when windows tell each other something else.
 */
import fs from 'node:fs';
import path from 'node:path';
import { Annotating, LANGUAGE } from './lib/annotating.mjs';
import { expect, runSteps } from './lib/steps.mjs';

const FILE = '河湖巡查方案.policy.txt';
const TEXT = `关于加强河湖巡查的实施方案

为改善水环境质量，制定本方案。
一、工作目标
到年底，完成入河排口整治四十处。
二、重点任务
（一）开展日常巡查。各镇每周巡查一次，发现问题及时上报。
（二）强化联合执法。水务部门牵头，公安机关配合。
`;

const ABOVE = '上位依据通知.policy.txt';
const ABOVE_TEXT = `关于全面推行河湖长制的通知

一、总体要求
各地应当组织执法部门开展联合巡查。
`;

/** @param {{ page: object, another: () => Promise<object>, workspace: string, shots: string, log: (line: string) => void }} editor */
export async function annotationsTogetherScenario({ page, another, workspace, shots, log }) {
  fs.writeFileSync(path.join(workspace, FILE), TEXT);
  fs.writeFileSync(path.join(workspace, ABOVE), ABOVE_TEXT);
  const first = new Annotating({ page, workspace, file: FILE });
  await first.window.ready();
  const other = await another();
  const second = new Annotating({ page: other, workspace, file: FILE });
  await second.window.ready();
  const quiet = async () => {
    const before = first.events().length;
    await page.waitForTimeout(3_000);
    expect(first.events().length === before, 'the windows answer each other', first.events().slice(before));
  };
  /** Goes to the first annotation and gives its line and how many characters it has. */
  const found = async ({ window }, words) => {
    await window.reveal(words);
    await window.page.keyboard.press('ArrowLeft');
    await window.page.keyboard.press('Control+Home');
    await window.page.keyboard.press('Alt+J');
    await window.until(async () => (await window.selected()) > 0, 'a selection');
    return `${await window.line()} ${await window.selected()}`;
  };
  const steps = [
    [
      'what is annotated in one window is seen in the other',
      async () => {
        await first.window.open(FILE.slice(0, 4), LANGUAGE);
        await second.window.open(FILE.slice(0, 4), LANGUAGE);
        await first.introduce('入河排口整治', '李审读');
        await page.keyboard.press('1');
        await first.count(1);
        await second.count(1);
        expect((await found(second, '入河排口整治')) === '5 6', 'another place', await found(second, '入河排口整治'));
      },
    ],
    [
      'what is annotated in text that is not saved has its place in both',
      async () => {
        await second.window.focusEditor();
        await other.keyboard.press('Control+Home');
        await other.keyboard.type('（征求意见稿）\n');
        await second.window.reveal('每周巡查一次');
        await other.keyboard.press('ArrowRight');
        await other.keyboard.type('并留痕');
        await second.introduce('每周巡查一次并留痕', '王审读');
        await other.keyboard.press('1');
        await second.count(2);
        await first.count(2);
        const text = await first.window.hover('每周巡查一次');
        expect(/王审读/.test(text), 'no annotation in the window with the older text', text);
        await first.window.shotWithHover(path.join(shots, 'together, older text.png'));
        await quiet();
        expect(!first.events().some((e) => e.e === 'anchor'), 'a place was written down', first.events());
      },
    ],
    [
      'both annotate on, and the tags of both are there',
      async () => {
        await first.annotate('公安机关配合', null);
        await second.annotate('水务部门牵头', null);
        await page.keyboard.type('执法主体');
        await other.keyboard.type('牵头主体');
        await page.waitForTimeout(400);
        await Promise.all([page.keyboard.press('Enter'), other.keyboard.press('Enter')]);
        await first.count(4);
        await second.count(4);
        await first.tagged('both tags', (t) => t.执法主体 && t.牵头主体);
      },
    ],
    [
      'after it was saved both windows show the same text and the same places',
      async () => {
        await second.window.focusEditor();
        await other.keyboard.press('Control+S');
        await first.window.place('（征求意见稿）');
        await first.count(4);
        await second.count(4);
        // The words that were missing in the older text belong to it again.
        for (const { window } of [first, second]) {
          const text = await window.hover('并留痕');
          expect(/王审读/.test(text) && !/Was:/.test(text), 'another place', text);
        }
        const places = [await found(first, '入河排口整治'), await found(second, '入河排口整治')];
        expect(
          places.every((p) => p === '6 6'),
          'another place',
          places,
        );
        await first.window.shot(path.join(shots, 'together, saved.png'));
        await quiet();
        const ids = first.events().map((e) => e.id);
        expect(new Set(ids).size === ids.length, 'an event twice', ids);
        const added = first.events().filter((e) => e.e === 'add');
        expect(added.length === 4, 'other annotations', added);
      },
    ],
    [
      'a relation leads to an annotation of another document, and back',
      async () => {
        await second.window.open(ABOVE.slice(0, 4), LANGUAGE);
        await second.annotate('开展联合巡查', '1');
        await second.count(1);
        await first.window.reveal('水务部门牵头');
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('Alt+R');
        await first.choose('Relate “水务部门牵头” to', 'another document', 'another document');
        await first.choose('Relate “水务部门牵头” to', '开展联合巡查', '联合巡查');
        await first.asked('How does');
        await page.keyboard.press('1');
        const [here, there] = [
          await first.logged('the relation', (e) => e.e === 'link'),
          await first.window.until(() => first.events(ABOVE).find((e) => e.e === 'link'), 'its other end'),
        ];
        expect(here.l === there.l && here.to.far.path === ABOVE && there.far.path === FILE, 'other ends', [
          here,
          there,
        ]);
        // The other window hears of it through its watcher, or looks by itself within seconds.
        await second.window.until(
          async () => /水务部门牵头\s—\s河湖巡查方案/.test(await second.window.hover('开展联合巡查')),
          'the relation at the other end',
        );
        await second.window.shotWithHover(path.join(shots, 'together, other document.png'));
        await first.window.reveal('水务部门牵头');
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('Shift+Alt+R');
        await first.window.until(async () => (await first.window.tab()).startsWith(ABOVE.slice(0, 4)), 'the document');
        await first.window.until(async () => (await first.window.selected()) === 6, 'the other end');
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('Shift+Alt+R');
        await first.window.until(async () => (await first.window.tab()).startsWith(FILE.slice(0, 4)), 'the way back');
      },
    ],
  ];
  const onFailure = async (name) => {
    await first.window.shot(path.join(shots, `failed ${name} 1.png`));
    await second.window.shot(path.join(shots, `failed ${name} 2.png`));
  };
  return runSteps(steps, { log, onFailure });
}
