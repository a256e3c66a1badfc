import { expect, test } from 'vitest';
import {
  placeEndingAt,
  placeStartingAt,
  places,
  shortName,
} from '../../../../server/src/core/document/mentions/places.ts';

test('full names, the longest that ends or starts at an offset', () => {
  const text = '中共浙江省杭州市滨江区委员会';
  expect(placeEndingAt(text, 11)?.place.path).toBe('杭州市滨江区');
  expect(placeEndingAt(text, 8)?.place.path).toBe('杭州市');
  expect(placeStartingAt(text, 2)?.place.path).toBe('浙江省');
  expect(placeEndingAt(text, 7)).toBeNull();
});

test('former counties are the districts that they became', () => {
  expect(placeEndingAt('上虞县', 3)?.place.name).toBe('上虞区');
  expect(placeEndingAt('富阳市', 3)?.place.name).toBe('富阳区');
});

test('short names', () => {
  expect(['延边朝鲜族自治州', '杭州市', '内蒙古自治区', '蓟县', '五指山市'].map(shortName)).toEqual([
    '延边',
    '杭州',
    '内蒙古',
    '蓟县',
    '五指山',
  ]);
  expect(places().byShort.get('杭州')?.parent?.name).toBe('浙江省');
});
