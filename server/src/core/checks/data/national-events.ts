/**
 * National congresses and plenary sessions with their days, and founding years that anniversaries count from.
 * Changes when another meeting has been held. Sources: communiqués of the meetings.
 */
export interface NationalEvent {
  /** 届 of the Central Committee or number of the congress. */
  readonly congress: number;
  /** 中全会 number; 0 for the congress itself. */
  readonly session: number;
  readonly first: string;
  readonly last: string;
}

const event = (congress: number, session: number, first: string, last: string): NationalEvent => ({
  congress,
  session,
  first,
  last,
});

export const NATIONAL_EVENTS: readonly NationalEvent[] = [
  event(17, 0, '2007-10-15', '2007-10-21'),
  event(18, 0, '2012-11-08', '2012-11-14'),
  event(18, 1, '2012-11-15', '2012-11-15'),
  event(18, 2, '2013-02-26', '2013-02-28'),
  event(18, 3, '2013-11-09', '2013-11-12'),
  event(18, 4, '2014-10-20', '2014-10-23'),
  event(18, 5, '2015-10-26', '2015-10-29'),
  event(18, 6, '2016-10-24', '2016-10-27'),
  event(18, 7, '2017-10-11', '2017-10-14'),
  event(19, 0, '2017-10-18', '2017-10-24'),
  event(19, 1, '2017-10-25', '2017-10-25'),
  event(19, 2, '2018-01-18', '2018-01-19'),
  event(19, 3, '2018-02-26', '2018-02-28'),
  event(19, 4, '2019-10-28', '2019-10-31'),
  event(19, 5, '2020-10-26', '2020-10-29'),
  event(19, 6, '2021-11-08', '2021-11-11'),
  event(19, 7, '2022-10-09', '2022-10-12'),
  event(20, 0, '2022-10-16', '2022-10-22'),
  event(20, 1, '2022-10-23', '2022-10-23'),
  event(20, 2, '2023-02-26', '2023-02-28'),
  event(20, 3, '2024-07-15', '2024-07-18'),
  event(20, 4, '2025-10-20', '2025-10-23'),
];

/** What an anniversary counts from: a pattern for its name, and the year. */
export const FOUNDINGS: readonly (readonly [RegExp, number])[] = [
  [/(?:中国共产党(?:成立|建立|诞生)|建党|(?:我们|我)?党(?:成立|诞辰|诞生|的生日|建立))$/, 1921],
  [/(?:中华人民共和国成立|新中国成立|建国|共和国成立)$/, 1949],
  [/(?:中国人民解放军(?:建军|成立|建立)|建军|人民军队(?:建立|成立))$/, 1927],
  [/(?:改革开放)$/, 1978],
  [/(?:香港回归(?:祖国)?)$/, 1997],
  [/(?:澳门回归(?:祖国)?)$/, 1999],
  [/(?:五四运动)$/, 1919],
  [/(?:辛亥革命)$/, 1911],
  [/(?:抗日战争(?:暨世界反法西斯战争)?胜利|世界反法西斯战争胜利)$/, 1945],
  [/(?:红军长征胜利|长征胜利)$/, 1936],
  [/(?:共青团成立|中国共产主义青年团成立|建团)$/, 1922],
  [/(?:人民政协成立|中国人民政治协商会议成立)$/, 1949],
  [/(?:全国人民代表大会成立|人民代表大会制度建立)$/, 1954],
  [/(?:西藏和平解放)$/, 1951],
  [/(?:毛泽东同志诞辰|毛泽东诞辰)$/, 1893],
  [/(?:邓小平同志诞辰|邓小平诞辰)$/, 1904],
  [/(?:周恩来同志诞辰|周恩来诞辰)$/, 1898],
  [/(?:马克思诞辰)$/, 1818],
  [/(?:孙中山(?:先生)?诞辰)$/, 1866],
];
