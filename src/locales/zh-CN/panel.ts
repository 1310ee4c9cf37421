/** What every panel can say. */
export default {
  chart: '图', table: '表格', showTable: '看表格', showChart: '看图', csv: '导出 CSV', png: '导出 PNG', more: '更多', definition: '查看口径：{name}',
  loading: '正在计算…', updating: '正在更新…', failed: '这一块没能算出来', retry: '重试', copy: '复制详情', copied: '已复制',
  empty: '没有符合条件的项目', clear: '清除筛选', notImported: '未导入', idle: '不按{filters}筛选', none: '无',
} as const;
