import type { Indicator } from '../indicator.ts';

type Said = Pick<Indicator, 'name' | 'english' | 'definition' | 'englishDefinition'>;

/** Indicators of the catalogue that speak of their own year, weeks or campaign, as they are said of a period that the reader chose: the same n and d, counted over its days. */
const SAID: Readonly<Record<string, Said>> = {
  clues_received: { name: '受理线索', english: 'Clues received', definition: '期间受理的线索', englishDefinition: 'Clues received in the period' },
  clue_close_rate: { name: '线索办结率', english: 'Clues closed', definition: '期间受理的线索中已办结的 ÷ 期间受理的线索', englishDefinition: 'Clues received in the period and closed ÷ clues received in the period' },
  clue_on_time_rate: { name: '线索按期办结率', english: 'Clues closed on time', definition: '应办结日期在期间内的线索中，办结日期不晚于应办结日期的 ÷ 应办结日期在期间内的', englishDefinition: 'Of the clues due in the period, those closed no later than due ÷ all due in the period' },
  reply_rate: { name: '实时回复率', english: 'Replied within the limit', definition: '期间受理的线索中，在县定时限内回复的 ÷ 期间受理的；县未设时限时为未设', englishDefinition: "Clues received in the period and replied to within the county's limit ÷ received in the period; not set where the county has no limit" },
  verified_clear_rate: { name: '查实清零率', english: 'Verified clues closed', definition: '期间受理并查实的线索中已办结的 ÷ 期间受理并查实的线索', englishDefinition: 'Verified clues of the period that are closed ÷ verified clues of the period' },
  group_rate: { name: '群体性案件占比', english: 'Share of group cases', definition: '期间受理的群体性线索 ÷ 期间受理的线索', englishDefinition: 'Group clues received in the period ÷ clues received in the period' },
  industry_share: { name: '行业集中度', english: 'Share of construction', definition: '期间受理的建筑行业线索涉及人数 ÷ 期间受理的全部线索涉及人数', englishDefinition: 'Workers in construction clues of the period ÷ workers in all clues of the period' },
  per_head: { name: '人均', english: 'Amount per worker', definition: '期间受理的线索涉及金额 ÷ 涉及人数', englishDefinition: 'Amount in clues of the period ÷ workers in clues of the period' },
  clues_referred: { name: '移送公安', english: 'Referred to the police', definition: '期间移送公安的线索', englishDefinition: 'Clues referred to the police in the period' },
  clues_legal_aid: { name: '法律援助', english: 'Legal aid', definition: '期间受理并给予法律援助的线索', englishDefinition: 'Clues received in the period and given legal aid' },
  unlawful_rate: { name: '违法用工单位占比', english: 'Unlawful employers', definition: '期间检查中违法户数 ÷ 检查户数', englishDefinition: 'Unlawful employers ÷ employers inspected in the period' },
};

/** The indicator as it is said of a chosen period; measures of the page's own already are. `enforce_<kind>` count the period's measures of that kind. */
export function ofPeriod(i: Indicator): Indicator {
  if (i.id.startsWith('enforce_')) return { ...i, definition: `期间采取的${i.name}`, englishDefinition: `${i.english} in the period` };
  const said = SAID[i.id];
  return said ? { ...i, ...said } : i;
}
