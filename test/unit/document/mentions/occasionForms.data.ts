/** Meetings and dates told in less common ways. Changes when such a way is added. All texts are invented. */
import type { Scenario } from './summary.ts';

export const OCCASION_FORMS: readonly Scenario[] = [
  {
    name: 'the occasion of a report in brackets below its title',
    text: '政府工作报告\n（2019年1月15日在柳河县第十五届人民代表大会第四次会议上）\n柳河县人民政府县长　王建国\n\n各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议。\n',
    dates: ['meeting 2019-01-15'],
    meeting: '柳河县人民代表大会|通化市柳河县人民代表大会|15|4|2019-01-15',
  },
  {
    name: 'a meeting that approved a plan',
    text: '浙江省国民经济和社会发展第十四个五年规划纲要\n（2021年1月30日浙江省第十三届人民代表大会第四次会议批准）\n\n第一章　发展环境\n“十三五”时期成就显著。\n',
    dates: ['approved 2021-01-30'],
    meeting: '浙江省人民代表大会|浙江省人民代表大会|13|4|2021-01-30',
  },
  {
    name: 'a note of adoption broken over lines',
    text: '中共浙江省委关于加强和改进作风建设的决定\n\n(2001年11月5日中共浙江省第七届委员会\n\n\n第九次全体会议通过)\n\n为加强作风建设，作如下决定。\n',
    dates: ['adopted 2001-11-05'],
    meeting: '中共浙江省委员会|中国共产党浙江省委员会|7|9|2001-11-05',
  },
  {
    name: 'a date beside the number of the document',
    text: '国务院办公厅转发民政部关于做好救灾工作意见的通知\n国办发〔1997〕20号　　1997年5月30日\n\n各省、自治区、直辖市人民政府：\n民政部《关于做好救灾工作的意见》已经国务院同意，现转发给你们，请认真贯彻执行。\n\n关于做好救灾工作的意见\n（1997年4月8日）\n\n一、提高认识。各地要高度重视救灾工作。\n',
    dates: ['signed 1997-05-30'],
    mentioned: ['mentioned 1997-04-08'],
  },
  {
    name: 'a month in brackets below the title',
    text: '东岭市数字经济发展行动计划\n（2021年4月）\n\n一、总体要求\n坚持数字引领，加快转型。\n',
    dates: ['signed 2021-04'],
  },
  {
    name: 'a label with blanks inside',
    text: '东岭市人民政府专题会议纪要\n\n时　　间：2017年4月12日上午9:00\n地　　点：市政府三楼会议室\n主　　持：王建国\n\n会议听取了市水利局的汇报，议定以下事项。\n',
    dates: ['meeting 2017-04-12'],
  },
  {
    name: 'a study session held by a group',
    text: '县委理论学习中心组召开专题学习会\n发布时间：2024-06-19　来源：柳河发布\n\n6月18日，县委理论学习中心组召开生态文明专题学习会，县委书记王建国主持并讲话。\n',
    dates: ['published 2024-06-19', 'meeting 2024-06-18 ?'],
    meeting: '县委理论学习中心组|null|null|null|2024-06-18',
  },
  {
    name: 'who presides and holds, after the date',
    text: '林岚主持召开专题会议研究防汛工作\n东岭发布 2018-04-12\n\n4月11日，市长林岚主持召开专题会议，研究部署防汛工作。\n',
    dates: ['published 2018-04-12', 'meeting 2018-04-11 ?'],
  },
  {
    name: 'a day without a month behind a dateline',
    text: '云州市举行项目推进会\n\n新华社云州2021年11月3日电 全省重大项目推进会3日在云州召开，省长李卫东讲话。\n',
    dates: ['published 2021-11-03', 'meeting 2021-11-03 ?'],
  },
  {
    name: 'days without a month right behind a dateline, of the month before',
    text: '省委召开专题学习会\n发布时间：2021-12-06\n\n云岭在线12月1日讯（记者 刘某某）29日至30日，省委利用两天时间，举行专题学习会，深入学习领会全会精神。\n\n29日上午，省委书记作动员讲话。\n',
    dates: ['published 2021-12-06', 'published 2021-12-01 ?', 'meeting 2021-11-29..2021-11-30 ?'],
  },
  {
    name: 'a last day without a month',
    text: '省十四届人大二次会议闭幕\n\n新华社云州1月30日电 省十四届人大二次会议30日在云州闭幕。会议号召全省人民团结奋斗。\n2024年1月31日 来源：云峰日报\n',
    dates: ['published 2024-01-30 ?', 'meeting 2024-01-30 ?', 'published 2024-01-31'],
  },
  {
    name: 'a day and a number in Chinese numerals',
    text: '政务院举行第七十九次政务会议\n\n政务院于四月六日举行第七十九次政务会议，讨论并通过了关于粮食工作的报告。\n',
    dates: ['meeting --04-06'],
    meeting: '政务院政务会议|null|null|79|--04-06',
  },
  {
    name: 'a year of the Republic',
    text: '青山市政府　函\n發文日期：中華民國99年3月15日\n發文字號：青府教字第0990012345號\n\n主旨：檢送計畫一份，請查照。\n',
    dates: ['signed 2010-03-15'],
  },
  {
    name: 'a closing clause that tells when it was made',
    text: '柳河村村规民约\n\n第一条　爱护公共环境。\n第二条　邻里和睦相处。\n\n二零一零年六月三日制定。\n',
    dates: ['adopted 2010-06-03'],
  },
  {
    name: 'a signature at the end of a document on one line',
    text: '关于做好秋季开学工作的通知　　各学校：　　为做好秋季开学工作，现就有关事项通知如下。　　一、加强领导。各校要高度重视，明确责任，落实到人，确保开学工作平稳有序。　　二、严格管理。各校要完善制度，规范办学行为，严禁违规收费。　　三、加强督导。市教育局将组织督查组对各校开学工作进行督查，对发现的问题限期整改，加强督导。　　东岭市教育局　　2014年9月3日',
    dates: ['signed 2014-09-03'],
  },
  {
    name: 'a congress in traditional characters',
    text: '中國共產黨杭州市第九次代表大會關於市委工作報告的決議\n\n中國共產黨杭州市第九次代表大會聽取和審議了工作報告。\n',
    meetings: [
      '中國共產黨杭州市代表大會|中国共产党杭州市第九次代表大会|9|null',
      '中國共產黨杭州市代表大會|中国共产党杭州市第九次代表大会|9|null',
    ],
  },
];
