/** Header, navigation, footer, states of the whole page. */
export default {
  title: '清欠一张图', overview: '一张图', meeting: '调度会', flow: '销号账', systems: '制度与线索', projects: '项目', company: '企业', definitions: '口径与数据', asOf: '数据截至', week: '第{n}周', sample: '示例数据', retry: '重试', close: '关闭', skip: '跳到正文', nav: '主导航', more: '更多操作',
  published: '{publisher} 发布', snapshot: '快照 {id}', verified: '校验通过', noPersonal: '本页不含身份证号、手机号、银行账号', axes: '属地与部门两轴不可相加', keys: '快捷键',
  toYearEnd: '距年底 {n} 天', toNewYear: '距除夕 {n} 天', passed: '已过 {n} 天',
  theme: '主题', themes: { light: '浅色', dark: '深色（投影）', system: '跟随系统' }, themeNow: '主题：{name}',
  language: '切换语言', switchTo: 'English', switchShort: 'EN',
  fullscreen: '全屏', leaveFullscreen: '退出全屏', noFullscreen: '浏览器没有允许全屏，可按 F11',
  share: '复制链接', shared: '链接已复制', copyByHand: '浏览器不允许自动复制，请按 Ctrl+C 复制这个链接', copyFailed: '没能复制，请手动选中后按 Ctrl+C',
  export: '导出', exports: '导出本页', rows: '{n} 行', print: '打印 / PDF', paper: 'A4', exportNote: '每个文件写明快照、对比、筛选条件与口径版本', exportNone: '本页暂无可导出的内容', exportFailed: '没能导出：{reason}', languageLost: '英文没有取到，仍显示中文；请检查网络后再切换',
  risks: '风险',
  loading: '正在读取并校验快照', loadingEngine: '正在启动查询引擎', blocked: '快照没有打开', expected: '应为', actual: '实为', openPrevious: '打开上一期 第{n}周', copyDetails: '复制详情', copied: '已复制',
  stale: '数据截至 {asOf}（第{n}周），距今 {days} 天。下列数字可能已变化。',
  engineOff: '查询引擎不可用：筛选已停用，本页数字是发布时算好的。', engineOffFiltered: '查询引擎不可用：筛选后的数字算不出来，清除筛选可看发布时算好的数字。', engineOffReason: '查询引擎不可用，不能筛选', clearFilters: '清除筛选',
  linkDropped: '链接中 {n} 个条件在本快照中不存在，已忽略', linkSnapshot: '链接中的快照 {id} 不存在，已打开此前最近的 {asOf}（第{n}周）',
  filtersCleared: '已清除筛选', undo: '撤销', filtered: '已筛选：{names}，{on}/{all} 个项目', unfiltered: '未筛选，{all}/{all} 个项目', snapshotNow: '数据截至 {asOf}，第{n}周',
  shortcuts: {
    title: '快捷键', page: '打开第 {n} 页', search: '搜索项目', steps: '上一期快照', stepsNext: '下一期快照', metric: '换下一个地图指标', view0: '地图回到全县', exports: '打开导出菜单', fullscreen: '全屏', theme: '换主题', compare: '选对比期', table: '图 / 表格', list: '快捷键一览',
    escape: '退一步：浮层、菜单、抽屉、选中、筛选', arrows: '在列表里移动、打开', printKey: '打印', map: '地图上平移、缩放', typing: '输入文字时不起作用',
  },
} as const;
