import type zh from '../zh-CN/systems.ts';
import type { Words } from '../words.ts';

const en: Words<typeof zh> = {
  tabsLabel: 'Systems and leads', tabs: { matrix: 'Systems', clues: 'Leads', companies: 'Firms', returns: 'Returns and points', enforcement: 'Enforcement' },
};
export default en;
