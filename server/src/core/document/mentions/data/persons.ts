/**
 * Surnames and positions, to find persons with their positions. Changes when one is missing. Folded (Simplified).
 */
import { words } from './wordList.ts';

/** Single-character surnames, some four hundred; those that are oftener particles (和, 时, 都, 从, 相) are left out. */
export const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步耿满弘匡国文寇广禄阙东殴沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯查后荆红游竺权逯盖益桓公佟付肖闫覃苑仝岳帅亢缑涂代栗牟佘芦仉亓冼尧粟隋苟郗戢郄郇麦谌雒邸敬兰';

export const DOUBLE_SURNAMES = words(`
  欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 夏侯 令狐 宇文 长孙 端木 呼延 南宫
`);

/** Positions that a name follows. The place or body before them belongs to the position. */
export const POSITIONS = words(`
  总书记 国家主席 国家副主席 军委主席 军委副主席 全国人大常委会委员长 委员长 副委员长 总理 副总理 国务委员
  政治局常委 政治局委员 书记处书记 省委书记 省委副书记 省委常委 市委书记 市委副书记 市委常委 区委书记
  区委副书记 区委常委 县委书记 县委副书记 县委常委 州委书记 自治区党委书记 自治区主席 党委书记 党委副书记
  党组书记 党组副书记 党组成员 党工委书记 纪委书记 副书记 书记 代省长 副省长 省长 代市长 副市长 市长 代区长
  副区长 区长 代县长 副县长 县长 州长 副州长 部长 副部长 厅长 副厅长 局长 副局长 司长 副司长 处长 副处长 主任
  副主任 主席 副主席 秘书长 副秘书长 院长 副院长 检察长 副检察长 校长 副校长 会长 副会长 理事长 董事长 总经理
  组长 副组长 行长 社长 总编辑 司令员 政委 政治委员 县长 镇长 乡长 委员 常委 记者 通讯员
  候选人 省领导 市领导 区领导 县领导 州领导 旗领导
`);

/** Titles that stand behind a name as well: 宋万轩主席, 张宇松代市长. Longest first. */
export const TITLES = words(`
  委员长 总书记 副书记 副主席 副主任 副省长 副市长 副区长 副县长 副州长 副总理 代省长 代市长 代区长 代县长 书记 主席 主任 省长
  市长 区长 县长 州长 总理 部长 厅长 局长 秘书长 检察长 院长
`);

/** What a name before its title follows: a mark, or one of these. */
export const BEFORE_TITLED =
  /(?:^|[^\u4e00-\u9fff]|[了由和与及对向受经在为是的以到从过着给让请]|同意|听取|讨论|审议|赞同|通过|学习|贯彻|落实|传达|按照|根据|牢记|代表|感谢|陪同|委托|围绕|遵循|领会|宣讲|指出|拥护|邀请|选举|任命)$/;

/** Two characters behind which a title makes a position, whatever they begin with: 国家主席, 常务副市长, 车间主任. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  words(`
    班子 国家 全国 荣誉 车间 常务 常委 党组 党委 党支 安全 全体 项目 公司 金融 文化 水利 农业 农村 经济 高新 石油 公安 宣传 云南
    江苏 安徽 河南 江西 台湾 海南 甘肃 宁夏 贵州 广西 广东 左右 双方 党政 成员 连续 单位 相关 有关 历任 现任 时任 前任 继任
    原任 诸位 乡镇 乡党 镇党 区委 县委 市委 州委 省委 万家 支部 居委 农委 经委 计委 安委 政法 公共 和平 东方 平安 康复 应急
  `),
);
/** Characters of offices and places: a name has none of them. */
export const OFFICE_CHARACTERS = /[委会组局厅部处科办院署省市区县州镇乡村党协联总副政级届任]/;

/** What follows a name in a sentence about a person. */
export const AFTER_NAME =
  /^(?:同志|先生|女士|委托|所作|所做|先后|首先|安排|宣布|解读|回应|听取|察看|带队|调度|研究|会同|点评|总结|布置|号召|交流|发言|见证|接待|参观|了解|询问|巡视|督查|一同|共同|分别|也|还|牵头|任组长|为组长|检查|督导|慰问|看望|介绍|实地|深入|前往|走进|赴|主持|出席|参加|讲话|作|代表|传达|指出|强调|要求|说|表示|部署|通报|致辞|发表|率|带领|陪同|到会|列席|宣读|汇报|介绍|参与|等|分别|受|就|在|对|向|为|与|和|及|一行|调研|考察|会见|签署|任|担任|兼任|当选|报道|摄|[，、。；：（）\s\n》”]|$)/;
