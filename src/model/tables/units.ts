import { date, decimal, degree, int, table, text } from '../column.ts';

const PLACE_KINDS = { 街道: ['街道办', '街道办事处'], 镇: ['建制镇'], 乡: ['民族乡'], 功能区: ['园区', '开发区', '功能园区'] } as const;

/** 属地: place_code is the 9-digit township code (digits 7-9: 001-099 街道, 100-199 镇, 200-399 乡) or a local code. */
export const places = table({
  name: 'places', title: '属地', key: ['place_code'], aliases: ['属地名册', '乡镇街道', '属地清单', '乡镇名册'],
  columns: [
    text('place_code', '属地编码', { required: true, aliases: ['乡镇代码', '行政区划代码', '区划代码', '属地代码'] }),
    text('name', '属地名称', { required: true, aliases: ['乡镇名称', '属地', '乡镇街道', '镇街名称', '乡镇街道名称'] }),
    text('kind', '属地类别', { values: PLACE_KINDS, aliases: ['类别', '属地类型'] }),
    text('county_code', '县区代码', { aliases: ['县代码', '县级代码'] }),
    int('sort', '排序', { aliases: ['顺序', '排序号'] }),
    text('head', '属地责任人', { aliases: ['责任人', '负责人', '乡镇长'], personal: 'officials' }),
    degree('label_lon', '标注经度'),
    degree('label_lat', '标注纬度'),
  ],
});

/** 主管部门. */
export const departments = table({
  name: 'departments', title: '主管部门', key: ['dept_code'], aliases: ['部门名册', '行业主管部门', '部门清单'],
  columns: [
    text('dept_code', '部门编码', { required: true, aliases: ['部门代码', '单位编码'] }),
    text('name', '部门名称', { required: true, aliases: ['主管部门', '部门', '单位名称', '行业主管部门'] }),
    text('short_name', '部门简称', { aliases: ['简称'] }),
    int('sort', '排序', { aliases: ['顺序', '排序号'] }),
    text('head', '部门责任人', { aliases: ['责任人', '负责人'], personal: 'officials' }),
  ],
});

const AXES = { 属地: ['乡镇', '属地单位'], 主管部门: ['部门', '行业主管部门'] } as const;

/** 报送: one row per unit, table and period. A unit is 未报送 only by this table; without it nobody is. */
export const returns = table({
  name: 'returns', title: '报送', key: ['axis', 'unit_code', 'table_name', 'kind', 'period'], aliases: ['报送情况', '报送台账', '报表报送'],
  columns: [
    text('axis', '单位类型', { required: true, values: AXES, aliases: ['报送主体', '主体类型'] }),
    text('unit_code', '报送单位', { required: true, references: 'units', aliases: ['单位', '报送单位编码'] }),
    text('table_name', '报表名称', { required: true, aliases: ['报表', '表名', '台账名称'] }),
    text('kind', '报送类型', { required: true, values: { 周报: ['周报表'], 日报: ['日报表'], 零报告: ['零报'] }, aliases: ['报表类型'] }),
    text('period', '报送期', { required: true, aliases: ['期次', '周次', '期间'] }),
    date('due_on', '应报日期', { aliases: ['截止日期', '应报送日期'] }),
    date('received_on', '实报日期', { aliases: ['报送日期', '收到日期'] }),
    int('rows_due', '应报数', { aliases: ['应报', '应报项数'] }),
    int('rows_in', '实报数', { aliases: ['实报', '实报项数'] }),
  ],
});

/** 月考核: points per unit, month and item. */
export const assessments = table({
  name: 'assessments', title: '月考核', key: ['axis', 'unit_code', 'month', 'item'], aliases: ['月度考核', '考核', '考核得分'],
  columns: [
    text('axis', '单位类型', { required: true, values: AXES, aliases: ['考核主体'] }),
    text('unit_code', '被考核单位', { required: true, references: 'units', aliases: ['考核单位'] }),
    date('month', '考核月份', { required: true, aliases: ['月份'] }),
    text('item', '考核项目', { required: true, aliases: ['考核指标', '考核内容', '扣分项'] }),
    decimal('points_full', '满分', { aliases: ['分值'] }),
    decimal('points', '得分', { aliases: ['考核得分'] }),
    text('reason', '扣分原因', { aliases: ['失分原因', '扣分说明'], personal: 'free' }),
  ],
});
