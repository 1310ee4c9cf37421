import type { Check, Severity } from './check.ts';

const intake = (id: string, name: string, severity: Severity, mend: string): Check => ({ id, name, severity, mend });

/**
 * What reading and typing the ledgers find: their findings stand in `issues` before runChecks. Blocking where a number would be missing, doubled
 * or assigned to nobody; everything else is said and published.
 */
export const INTAKE_CHECKS: readonly Check[] = [
  intake('value_unreadable', '单元格无法识别', '阻断', '按模板的格式改写该单元格；确实不知道的留空或填“不详”'),
  intake('required_missing', '必填项为空', '阻断', '补填该行的必填列，或删去不是数据的行'),
  intake('duplicate_id', '编号重复', '阻断', '同一编号只能有一行：合并为一行，或改正写错的编号'),
  intake('duplicate_row', '整行重复', '提示', '删去重复的行；已按一行计'),
  intake('id_derived', '没有编号，已由名称推出', '提示', '在台账中补上编号，避免改名后被当成另一个项目'),
  intake('unknown_place', '属地不在名册', '阻断', '改为属地名册中的名称，或在属地名册中补上该单位'),
  intake('unknown_department', '主管部门不在名册', '阻断', '改为部门名册中的名称，或在部门名册中补上该单位'),
  intake('unknown_project', '项目不在项目台账', '提示', '核对项目编号或名称；该行不计入任何项目'),
  intake('unknown_case', '线索不在线索台账', '提示', '核对线索编号；该行不计入任何线索'),
  intake('unknown_unit', '报送单位不在名册', '提示', '改为属地或部门名册中的名称'),
  intake('places_created', '属地名册由台账推出', '提示', '提供属地名册（编码、名称、顺序），以便与行政区划边界对应'),
  intake('departments_created', '部门名册由台账推出', '提示', '提供部门名册（编码、名称、顺序）'),
  intake('column_unmapped', '有列未识别', '提示', '改用模板的列名，或确认该列不需要；未识别的列不发布'),
  intake('header_unit', '表头单位与列不符', '阻断', '改正表头或单位行的单位（元、万元、亿元）'),
  intake('merged_number', '数值合并了单元格', '阻断', '拆分合并的数值单元格，逐行填写'),
  intake('total_mismatch', '合计行与明细不符', '阻断', '核对明细与合计；数字以明细为准'),
  intake('cell_error', '单元格是错误值', '阻断', '改正公式（#N/A、#REF! 等）或填写数值'),
  intake('formula_uncached', '公式没有计算结果', '阻断', '用 Excel 打开并保存一次，或将公式粘贴为数值'),
  intake('encoding', 'CSV 有无法识别的字符', '阻断', '用 Excel 或 WPS 打开核对后另存为 CSV UTF-8'),
  intake('csv_quote', 'CSV 引号不配对', '提示', '核对该行各列；用 Excel 或 WPS 另存为 CSV UTF-8'),
  intake('csv_width', 'CSV 行的列数不一', '提示', '核对该行是否漏了引号；多出的内容没有列名'),
  intake('nul', '文件里有空字符', '提示', '已去掉，无须处理；如有缺字请核对'),
  intake('hidden_sheet', '有隐藏的工作表', '提示', '已照常读取；不该报的内容请删除'),
  intake('hidden_column', '有隐藏的列', '提示', '已照常读取；不该报的内容请删除'),
  intake('merged_covered', '合并单元格下有隐藏的值', '提示', '取消合并，确认下面的值是否有用'),
  intake('file_skipped', '有文件没有读取', '提示', '确认该文件不是台账；台账请另存为 .xlsx 或 .csv'),
  intake('plain_format', '.xlsb 读不到百分比和隐藏标记', '提示', '核对百分比列，或另存为 .xlsx 后重新发布'),
  intake('value_rounded', '金额不足一分', '提示', '已四舍五入到分；请核对单位'),
  intake('percent_as_fraction', '百分数写成了小数', '提示', '已按百分数读取（0.85 读作 85%）；请核对'),
  intake('reference_guessed', '单位名称按简称读取', '提示', '核对对应的属地或部门，或在名册中补上简称'),
  intake('decisions_seal', '交办文件所依据的快照不符', '提示', '交办已并入。快照更正或重新发布过的无须处理；不是的，请核对交办文件是不是本县这次会议的'),
  intake('decisions_id', '交办编号不是调度会页面的', '提示', '交办已并入。这样的编号下期不会自动结转：请列入下期台账的交办表，或下期再加 --decisions'),
  intake('personal_data', '含身份证号、手机号或银行卡号', '阻断', '从台账中删去个人号码，或加 --mask 以掩码发布'),
];
