/** Dates, meetings, attendance, region: documents written for these tests. */
import type { Scenario } from './summary.ts';

export const OCCASIONS: readonly Scenario[] = [
  {
    name: 'news of a plenary session, year from the source line',
    text: '市委六届三次全会召开\n\n8月12日，市委六届三次全体会议在市行政中心举行。出席全会的市委委员41人，候补委员8人。\n会议指出，江门的发展正处在关键期。江门要走在前列，江门全市上下要努力。\n（来源：江门日报 2021年8月13日）\n',
    meeting: '市委|中国共产党江门市委员会|6|3|2021-08-12',
    attendance: '41/8',
    region: '江门市',
  },
  {
    name: 'a resolution with its note of adoption',
    text: '中国共产党遵义市第六届委员会第四次全体会议\n关于推进乡村建设的决议\n（2022年12月30日中国共产党遵义市第六届委员会第四次全体会议通过）\n\n中国共产党遵义市第六届委员会第四次全体会议，听取了报告。\n',
    meeting: '中国共产党遵义市委员会|中国共产党遵义市委员会|6|4|2022-12-30',
    dates: ['adopted 2022-12-30'],
    region: '遵义市',
  },
  {
    name: 'a local law that one congress passed and another committee approved',
    text: '柳州市河道管理条例\n（2019年10月30日柳州市第十四届人民代表大会常务委员会第二十六次会议通过　2019年11月29日广西壮族自治区第十三届人民代表大会常务委员会第十二次会议批准）\n\n第一章　总则\n第一条　为了加强河道管理，制定本条例。\n第二条　本条例自2020年3月1日起施行。\n',
    dates: ['adopted 2019-10-30', 'approved 2019-11-29', 'effective 2020-03-01'],
    meeting: '柳州市人民代表大会常务委员会|柳州市人民代表大会常务委员会|14|26|2019-10-30',
    region: '柳州市',
  },
  {
    name: 'an order: passed, promulgated, signed, in force',
    text: '云岭省人民政府令\n第88号\n《云岭省气象灾害防御办法》已经2016年5月4日省人民政府第71次常务会议通过，现予公布，自2016年7月1日起施行。\n省长　马立群\n2016年5月18日\n',
    dates: ['adopted 2016-05-04', 'effective 2016-07-01', 'signed 2016-05-18'],
  },
  {
    name: 'Chinese numerals with all kinds of zero',
    text: '关于表彰先进集体的通报\n\n各乡镇：\n二○○四年三月五日、二〇〇五年、二00六年十月，表彰活动持续开展。\n\n中共平湖县委\n二〇一一年十二月二十日\n',
    dates: ['signed 2011-12-20'],
    mentioned: ['mentioned 2004-03-05', 'mentioned 2005'],
  },
  {
    name: 'relative years are never metadata',
    text: '石桥镇关于春季植树的通知\n\n各村：\n去年3月12日植树800亩，今年4月全镇再植500亩；明年1月1日验收。1998年6月开工，同年9月竣工。\n\n石桥镇人民政府\n2015年2月25日\n',
    dates: ['signed 2015-02-25'],
    mentioned: [
      'mentioned 2014-03-12 ?',
      'mentioned 2015-04 ?',
      'mentioned 2016-01-01 ?',
      'mentioned 1998-06',
      'mentioned 1998-09 ?',
    ],
  },
  {
    name: 'ranges',
    text: '关于举办农民丰收节的通知\n\n各村：\n丰收节于2023年9月20日至24日举行，展销期9月28日—10月3日，布展2023年12月30日至2024年1月2日。\n\n青石县农业农村局\n2023年8月1日\n',
    mentioned: [
      'mentioned 2023-09-20..2023-09-24',
      'mentioned 2023-09-28..2023-10-03 ?',
      'mentioned 2023-12-30..2024-01-02',
    ],
    dates: ['signed 2023-08-01'],
  },
  {
    name: 'a day that does not exist has no value',
    text: '会议定于2023年2月30日召开。',
    mentioned: ['mentioned null'],
  },
  {
    name: 'meeting in December, printed in January',
    text: '市委召开四届九次全会\n\n12月28日，市委四届九次全会召开。岳阳市委委员出席，岳阳各县区参加。\n\n岳阳市委办公室　　2020年1月3日印发\n',
    meeting: '市委|中国共产党岳阳市委员会|4|9|2019-12-28',
    dates: ['meeting 2019-12-28 ?', 'printed 2020-01-03'],
  },
  {
    name: 'web page head',
    text: '山南县召开防汛工作会议\n发布时间：2024-06-03 09:12　来源：山南县融媒体中心　浏览次数：\n\n6月2日，全县防汛工作会议召开。会议强调，要落实责任。\n',
    dates: ['published 2024-06-03', 'meeting 2024-06-02 ?'],
  },
  {
    name: 'meetings in all forms, none of them reported',
    text: '关于学习宣传有关会议精神的通知\n\n各支部：\n要学习贯彻党的十九届四中、五中全会精神，党的二十大精神，省第十四次党代会精神，十三届全国人大四次会议精神，全国政协十三届四次会议精神，中国共产党第十九届中央委员会第六次全体会议公报，市七届人大常委会第三次会议决定，国务院第二百次常务会议部署。\n',
    meeting: null,
    meetings: [
      '中国共产党中央委员会|中国共产党中央委员会|19|4',
      '中国共产党中央委员会|中国共产党中央委员会|19|5',
      '中国共产党全国代表大会|中国共产党中央委员会|null|20',
      '省党代会|null|null|14',
      '全国人大|全国人民代表大会|13|4',
      '全国政协|中国人民政治协商会议全国委员会|13|4',
      '中国共产党中央委员会|中国共产党中央委员会|19|6',
      '市人大常委会|null|7|3',
      '国务院常务会议|国务院|null|200',
    ],
  },
  {
    name: 'standing committee of a people’s congress, attendance by 应到 and 实到',
    text: '清水市第八届人大常委会第二十次会议公报\n\n清水市第八届人大常委会第二十次会议于2019年6月27日在市人大会议中心召开。常委会组成人员应到45人，实到41人，符合法定人数。\n',
    attendance: '41/null',
  },
  {
    name: 'Traditional script',
    text: '縣委十四屆六次全體（擴大）會議召開\n\n3月15日，縣委十四屆六次全體（擴大）會議召開。出席會議的縣委委員36名，候補委員7名。\n會議指出，2018年全縣經濟穩中有進。\n來源/縣委辦\n',
    meeting: '縣委|null|14|6|enlarged|2018-03-15',
    attendance: '36/7',
  },
  {
    name: 'a speech: the date in brackets below its title is the meeting’s',
    text: '在全市教育大会上的讲话\n（2019年9月10日）\n\n同志们：\n今天我们召开全市教育大会。\n',
    dates: ['meeting 2019-09-10'],
    meeting: '全市教育大会|null|null|null|2019-09-10',
  },
  {
    name: 'a law amended several times keeps its adoption',
    text: '海岛保护办法\n（1998年5月20日海东省第九届人民代表大会常务委员会第三次会议通过　根据2004年7月30日海东省第十届人民代表大会常务委员会第十次会议《关于修改海岛保护办法的决定》修正）\n\n第一条　为了保护海岛，制定本办法。\n',
    dates: ['adopted 1998-05-20'],
  },
  {
    name: 'region of a county by its city and its own name',
    text: '县委召开十三届五次全体会议\n\n5月6日，县委十三届五次全体会议召开。桐庐是山水之城，桐庐要加快融入杭州都市圈，全县上下要支持桐庐创新，杭州西郊的桐庐大有可为。\n（2021年5月7日《今日桐庐》）\n',
    region: '杭州市桐庐县',
    meeting: '县委|中国共产党杭州市桐庐县委员会|13|5|2021-05-06',
  },
  {
    name: 'documents of the nation have no region',
    text: '国务院关于加强质量认证体系建设的意见\n国发〔2018〕3号\n\n各省、自治区、直辖市人民政府：\n北京市、上海市要先行先试。\n\n国务院\n2018年1月17日\n',
    region: null,
    dates: ['signed 2018-01-17'],
    meeting: null,
  },
];
