/** A number as it is quoted elsewhere. */
export default {
  copy: '复制引用', copied: '引用已复制', failed: '没能复制，请手动选中', value: '{name}：{value}', definition: '口径：{definition}（{id}，规则版本 {version}）', source: '依据：{source}', filters: '筛选：{filters}', unfiltered: '未筛选', idle: '{filters}（不按{idle}筛选）',
  asOf: '数据截至：{day}（第{week}周），{county}', snapshot: '快照：{id}，清单 SHA-256 {hash}', quoted: '引用日期：{day}', sample: '示例数据，非真实情况', text: '引用文本',
} as const;
