/** What every panel can say. */
export default {
  chart: '图', map: '地图', table: '表格', twin: '{title}：图或表格', showTable: '看表格', actions: '{title}：更多操作', csv: '导出 CSV', csvOf: '{title} CSV', png: '导出 PNG', definition: '查看口径：{name}',
  loading: '正在计算…', failed: '这一块没能算出来', retry: '重试', previous: '打开上一期 第{n}周', copy: '复制详情', copied: '已复制', notSaved: '没能导出，请重试',
  empty: '没有符合条件的项目', clear: '清除筛选', notImported: '未导入', idle: '不按{filters}筛选', none: '无', week: '第{n}周',
  file: { snapshot: '快照 {id}', compare: '对比 {id}', noCompare: '不对比', filters: '筛选 {filters}', unfiltered: '未筛选', rules: '口径 {version}', exported: '导出 {time}', sample: '示例数据', gone: '画面已变，请再导出一次', updating: '数字正在更新，请稍后再打印' },
} as const;
