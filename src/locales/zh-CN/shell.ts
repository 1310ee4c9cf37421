/** Header, navigation, filter bar, states of the whole page. */
export default {
  title: '清欠一张图', overview: '一张图', asOf: '数据截至', week: '第{n}周', sample: '示例数据', loading: '正在读取并校验快照…', failed: '没能打开快照', retry: '重试',
  published: '{publisher} 发布', snapshot: '快照 {id}', noPersonal: '本页不含身份证号、手机号、银行账号', axes: '属地与部门两轴不可相加',
} as const;
