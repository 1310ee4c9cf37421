/** 制度与线索: tabs, 制度落实, 企业. */
const zh = {
  tabsLabel: '制度与线索', tabs: { matrix: '制度落实', clues: '线索', companies: '企业', returns: '报送与考核', enforcement: '执法与检查' },
} as const;
export default zh;
