/** What counts as UTF-8 read as GBK, and what does not. */
import { describe, expect, it } from 'vitest';
import { isGarbled } from '../../../server/src/core/text/garbled.ts';

describe('isGarbled', () => {
  it.each(['瀵逛笉璧凤紝鎮ㄨ璁块棶鐨勯〉闈笉瀛樺湪', '10 绉掍箣鍚庡皢甯︽偍鍥炲埌棣栭〉缃戦椤'])('%s', (line) =>
    expect(isGarbled(line)).toBe(true),
  );

  it.each([
    '会议指出，要坚持稳中求进，推动高质量发展取得新成效。',
    '鎮政府要求各村鋼鐵、鋁材、鋅錠生產企業在鎖定時間內完成鍋爐改造。',
    '代表名单：王璇、李璐、张璟、赵瑾、陈琚、周瑜、吴瑗、孙浏、钱浠。',
    '王璇 李璐 张璟 赵瑾 陈琚 周瑜 吴瑗 孙浏 钱浠 杨瑾 刘瑷',
    '涪陵、浏阳、洮南、滁州、濮阳、濂溪、澧县等地开展试点。',
    '',
  ])('not %s', (line) => expect(isGarbled(line)).toBe(false));
});
