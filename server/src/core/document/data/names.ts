/**
 * Chinese personal names, as far as a line of its own shows one: a known surname and one or two characters more.
 * Changes when a surname is missing.
 */

const SURNAMES =
  '习王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由';
const COMPOUND = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
  '端木',
];
const NO_NAMES =
  /^(?:目录|前言|序言|引言|结语|附则|总则|公告|通知|通告|公报|决议|决定|命令|意见|报告|纪要|方案|计划|规划|全文|正文|说明|图解|专栏|附件|成员|组长|高度|实施|安全|平安|文化|经济|明确|关于|国家|简介|简报|时间|来源|要求|应急|管理|金融|农业|农村|方法|路径|景区|成果|成效|全面|强化|强国|海洋|平台|计算|来访|项目|单位|温馨|连续|云计算|公共|普及|信息|利民|智慧|富民|幸福)/;
const OFFICE =
  /^(?:[\u4e00-\u9fff]{0,20}(?:书记|省长|市长|县长|区长|州长|镇长|乡长|主席|主任|部长|厅长|局长|院长|检察长|总理|委员长|代表|会长|理事长|校长|行政长官|州长|组长)) +/;

/** Whether a folded line is a personal name, with or without an office before it: `习近平`, `省长 王 浩`. */
export function isPersonName(line: string): boolean {
  if (line.length > 34) return false;
  const bare = line
    .replace(OFFICE, '')
    .replace(/\s+/g, '')
    .replace(/[（(].{0,8}[）)]$/, '');
  if (bare.length < 2 || bare.length > 4 || NO_NAMES.test(bare) || !/^[\u4e00-\u9fff·]+$/.test(bare)) return false;
  if (COMPOUND.some((name) => bare.startsWith(name))) return bare.length >= 3;
  return bare.length <= 3 && SURNAMES.includes(bare[0]!);
}
