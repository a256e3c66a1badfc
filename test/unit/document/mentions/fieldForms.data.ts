/** Meetings, persons, dates and lists as county and township pages tell them. Changes when such a form is added. All texts are invented. */
import type { Scenario } from './summary.ts';

export const FIELD_FORMS: readonly Scenario[] = [
  {
    name: 'party congresses: by number without 第, with sessions, of the nation in short',
    text: '关于学习有关会议精神的通知\n各支部：\n要学习中共二十大精神和省第十五次党代会精神，列席县六次党代会，落实中国共产党柳河县第七次代表大会第四次会议部署，筹备六次座谈会。\n',
    meetings: [
      '中国共产党全国代表大会|中国共产党第二十次全国代表大会|20|null',
      '省党代会|null|15|null',
      '县党代会|null|6|null',
      '中国共产党柳河县代表大会|中国共产党通化市柳河县第七次代表大会|7|4',
    ],
  },
  {
    name: 'a committee in office is named before or behind its number',
    text: '市委常委会召开会议\n\n3月2日，十一届市委常委会第57次会议召开，传达市十六届人大五次会议和在中央全面依法治国委员会第六次会议上的讲话精神。\n',
    meeting: '市委常委会|null|11|57|--03-02',
    meetings: ['市委常委会|null|11|57', '市人大|null|16|5', '中央全面依法治国委员会会议|null|null|6'],
  },
  {
    name: 'an executive meeting of a numbered government passed the rules',
    text: '各乡镇人民政府：\n《柳河县城市供水管理办法》已经2023年5月9日召开的十九届县人民政府第31次常务会议通过，现予印发。\n柳河县人民政府\n2023年5月12日\n',
    dates: ['adopted 2023-05-09', 'signed 2023-05-12'],
    meeting: '县人民政府|通化市柳河县人民政府|19|31|2023-05-09',
  },
  {
    name: 'a meeting passed it on a day that is not told',
    text: '各县市人民政府，州人民政府各部门：\n修订后的《凉山州人民政府工作规则》已经自治州第十二届人民政府第3次全体会议审议通过，现印发给你们。\n凉山彝族自治州人民政府\n2022年4月1日\n',
    meeting: '自治州人民政府|凉山彝族自治州人民政府|12|3|null',
  },
  {
    name: 'a decision opens with the meeting that made it',
    text: '省人民代表大会常务委员会关于修改《山西省气象条例》的决定\n\n山西省第十三届人民代表大会常务委员会第八次会议决定，对《山西省气象条例》作如下修改：\n第九条修改为：“鼓励人工增雨。”\n第十二条增加一款作为第二款。\n',
    meeting: '山西省人民代表大会常务委员会|山西省人民代表大会常务委员会|13|8|null',
    citations: ['article 第九条', 'article 第十二条', 'article 第二款'],
  },
  {
    name: 'an enlarged meeting that somebody presided over, another one cited',
    text: '县委书记韩立主持召开县委常委(扩大)会\n来源：本站 发布时间：2021-03-06\n\n3月5日，县委书记韩立主持召开县委常委(扩大)会，各副县长参加会议。\n会议传达了市委五届三次全会精神。韩立指出，市委五届三次全会是在开局之年召开的一次重要会议。\n',
    dates: ['published 2021-03-06', 'meeting 2021-03-05 ?'],
    meeting: '县委常委(扩大)会|null|null|null|enlarged|2021-03-05',
  },
  {
    name: 'a session that closed after its business',
    text: '政协会议闭幕\n\n昨日上午，政协第十四届绍兴市委员会第二次会议在圆满完成各项议程后，在市人民大会堂闭幕。\n',
    meeting: '政协绍兴市委员会|中国人民政治协商会议绍兴市委员会|14|2|null',
  },
  {
    name: 'a place in no table is kept as written, not taken for a district of that name',
    text: '中共青山市委关于加强作风建设的决定\n（2021年7月6日中国共产党青山市第六届委员会第十次全体会议通过）\n\n为加强作风建设，作如下决定。\n一、改进会风。\n',
    region: '青山市',
    meeting: '中国共产党青山市委员会|中国共产党青山市委员会|6|10|2021-07-06',
  },
  {
    name: 'the meeting of a place in no table, in short form',
    text: '云州市委九届五次全会召开\n\n7月6日，云州市委九届五次全会召开。\n',
    meeting: '云州市委|中国共产党云州市委员会|9|5|--07-06',
  },
  {
    name: 'glosses of a reader for learners are passed over',
    text: '市委會議\n3月2日，中國(guó)共產(chǎn)黨紹興市第九屆委員會(huì)第三次全體會(huì)議(yì)舉行，忠實(shí)踐行“八八戰(zhàn)略”，通過《關(guān)于綠化的決(jué)定》。\n',
    meetings: ['中國共產黨紹興市委員會|中国共产党绍兴市委员会|9|3'],
    quoted: ['strategy 八八戰略'],
    references: ['關于綠化的決定'],
  },
  {
    name: 'names before their titles',
    text: '会议听取和审议通过了韩立民主席所作的报告、孟晓副主席所作的报告，讨论了代市长田野作的报告。国家主席、车间主任和常务副市长的职责另行规定。',
    persons: ['韩立民: 主席', '孟晓: 副主席', '田野: 代市长'],
  },
  {
    name: 'lists of leaders, and who was asked to preside',
    text: '受县委书记石磊委托，县长陆向东主持会议，县领导韩立、孟晓、田野参加。省住房和城乡建设厅厅长常青、省文化和旅游厅厅长安宁先后作了说明。（全媒体记者方远 通讯员 何静）',
    persons: [
      '石磊: 县委书记',
      '陆向东: 县长',
      '韩立: 县领导',
      '孟晓: 县领导',
      '田野: 县领导',
      '常青: 省住房和城乡建设厅厅长',
      '安宁: 省文化和旅游厅厅长',
      '方远: 全媒体记者',
      '何静: 通讯员',
    ],
  },
  {
    name: 'a name on the line of its office',
    text: '关于修订草案的说明\n——2023年3月28日在省十四届人大常委会第二次会议上\n省人大常委会秘书长　　李 明\n\n主任、各位副主任：\n现作说明。\n',
    persons: ['李明: 省人大常委会秘书长'],
  },
  {
    name: 'days that are still to come when an order is signed, or soon after news',
    text: '关于报送材料的通知\n各单位：\n请于8月20日前报送。\n柳河县人民政府\n2022年6月7日\n',
    mentioned: ['mentioned 2022-08-20 ?'],
  },
  {
    name: 'a day long after news was printed lies in the year before',
    text: '简讯\n来源：本站 发布时间：2022-02-03\n\n12月28日，座谈会召开。2月9日将举行展览。\n',
    mentioned: ['mentioned 2021-12-28 ?', 'mentioned 2022-02-09 ?'],
  },
  {
    name: 'one quotation is the whole list',
    text: '成功打造“省级园林县城、水利示范县、书香社区”三大标杆，实施“ 生态立县、文化兴县 ”两大战略。三次产业结构调整，先后于2003年、2008年两次作了修订。',
    enumerations: [
      '三大标杆=3 list-before: 省级园林县城/水利示范县/书香社区',
      '两大战略=2 list-before: 生态立县/文化兴县',
    ],
  },
  {
    name: 'a document number in marks of a typist',
    text: '根据《关于就业工作的通知》(国办发„2009‟3号)精神执行。\n',
    citations: ['document-number 国办发„2009‟3号'],
  },
  {
    name: 'programmes whose head a list shares',
    text: '完善诉前调解、繁简分流、速裁快审、执行联动机制，落实昼夜巡查、闭环管理、一案双查等防控机制，推进智能化、网格化、法治化社会治安防控体系建设，打好蓝天、碧水、净土等行动。',
    programmes: [
      '诉前调解、繁简分流、速裁快审、执行联动机制',
      '昼夜巡查、闭环管理、一案双查等防控机制',
      '智能化、网格化、法治化社会治安防控体系',
      '蓝天、碧水、净土等行动',
    ],
  },
  {
    name: 'lists whose items have heads of their own, and counts that a list answers, share none',
    text: '支持甲光电子、乙林材料、细胞产业化项目群，发展新材料、绿色能源和数字经济五大产业生态圈，统筹实施创新驱动、四化同步、共建共享三大战略。',
    programmes: ['细胞产业化项目群', '五大产业生态圈'],
  },
  {
    name: 'what follows the verb belongs to the name',
    text: '实施创新驱动发展战略，构建高质量公共文化服务体系，建设具有全国影响力的科技创新高地，健全价值实现机制和政治监督全覆盖机制，落实居民收入和中等收入群体双倍增计划，推进工程建设项目审批制度改革。',
    programmes: [
      '创新驱动发展战略',
      '高质量公共文化服务体系',
      '具有全国影响力的科技创新高地',
      '价值实现机制',
      '政治监督全覆盖机制',
      '居民收入和中等收入群体双倍增计划',
      '工程建设项目审批制度改革',
    ],
  },
  {
    name: 'a verb before a site or a goal is none of its name',
    text: '我县建设经济强县，高质量发展建设山区共同富裕示范区，打造现代化步行街和国家级夜间消费集聚区，开展下一轮全国文明城市创建。',
    programmes: ['经济强县', '山区共同富裕示范区', '国家级夜间消费集聚区', '全国文明城市'],
  },
  {
    name: 'plain speech with a head noun in it',
    text: '保持战略定力，抓住战略机遇期，加强国防教育，提供制度保障，铸牢共同体意识，这是系统工程。制定年度工作计划，思想再解放、改革再提速，到2035 年远景目标实现。',
    programmes: [],
  },
  {
    name: 'places under the word for what they are to become, and established names',
    text: '建设清廉绍兴、平安浙江，争创平安衢州法治衢州，推进健康杭州市民活动。贯彻新发展理念，严格执行中央八项规定精神，推进老旧小区改造和退耕还林还草工程。',
    programmes: [
      '清廉绍兴',
      '平安浙江',
      '平安衢州法治衢州',
      '新发展理念',
      '中央八项规定',
      '老旧小区改造',
      '退耕还林还草工程',
    ],
  },
  {
    name: 'idioms and sayings, alone and in pairs',
    text: '以“滴水穿石”的韧劲和“逢山开路、遇水架桥”的闯劲，记住“打铁还需自身硬”，警惕“温水煮青蛙”。',
    quoted: ['idiom 滴水穿石', 'idiom 逢山开路、遇水架桥', 'quotation 打铁还需自身硬', 'idiom 温水煮青蛙'],
  },
  {
    name: 'pictures: by their last word, by the verb of the hand, by what they stand for',
    text: '破除了“迈小步”的思想“枷锁”，按下项目“快进键”，系好“第一颗纽扣”，这是检验作风的“大考场”，从“有没有”到“好不好”。',
    quoted: [
      'metaphor 迈小步',
      'metaphor 枷锁',
      'metaphor 快进键',
      'metaphor 第一颗纽扣',
      'metaphor 大考场',
      'metaphor 有没有',
      'slogan 好不好',
    ],
  },
  {
    name: 'titles that were won, in a row; rankings; things that are counted and named',
    text: '荣获“中国竹都”“全国百强县”称号，入选“最具活力城市”，进入“百强县”，加快建设“五强县”，新建3个“樱花林”。',
    quoted: [
      'brand 中国竹都',
      'brand 全国百强县',
      'brand 最具活力城市',
      'numeric-abbreviation 百强县',
      'numeric-abbreviation 五强县',
      'brand 樱花林',
    ],
  },
  {
    name: 'what is demanded or amended is quoted; a list of names is what its items are',
    text: '会议明确提出要“健全村级财务公开的议事制度”。第九条修改为“负责节能减排工作；”。打造“省级生态示范区、市级民宿集聚示范区、全国农村电子商务综合示范区”。',
    quoted: [
      'quotation 健全村级财务公开的议事制度',
      'quotation 负责节能减排工作；',
      'program 省级生态示范区、市级民宿集聚示范区、全国农村电子商务综合示范区',
    ],
  },
];
