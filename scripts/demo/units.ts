import type { DepartmentRow, PlaceRow } from '../../src/model/tables.ts';
import { COUNTY, labelPoint, PLACES } from './geography.ts';

/** 属地责任人 in the order of PLACES: fictional names. */
const PLACE_HEADS = ['钱立民', '孙国华', '周志刚', '吴秀英', '马骏', '郑海涛', '冯德明', '陈晓东', '褚玉兰', '卫长青', '蒋文斌', '沈建平', '韩雪梅', '杨树林', '朱永福', '何志刚', '秦向阳', '尤美玲'];
const POSTS = { 街道: '主任', 镇: '镇长', 乡: '乡长', 功能区: '主任' } as const;

/** 属地 with their 责任人 and label points. */
export const placeRows = (): PlaceRow[] =>
  PLACES.map((place, k) => {
    const [label_lon, label_lat] = labelPoint(place.place_code);
    return { ...place, county_code: COUNTY.code, head: `${POSTS[place.kind]} ${PLACE_HEADS[k]}`, label_lon, label_lat };
  });

const dept = (sort: number, short_name: string, name: string, head: string): DepartmentRow =>
  ({ dept_code: `D${String(sort).padStart(2, '0')}`, name, short_name, sort, head });

/** 主管部门 in their official order; 文旅局 and 城管局 have no project. */
export const DEPARTMENTS: readonly DepartmentRow[] = [
  dept(1, '住建局', '住房和城乡建设局', '陈立群'), dept(2, '交通局', '交通运输局', '刘卫东'), dept(3, '水利局', '水利局', '赵长河'),
  dept(4, '教育局', '教育局', '王素芬'), dept(5, '农业农村局', '农业农村局', '孟宪忠'), dept(6, '自然资源局', '自然资源和规划局', '丁石生'),
  dept(7, '重点工程处', '重点工程处', '郭振邦'), dept(8, '经开区管委会', '经开区管委会', '何志刚'), dept(9, '卫健局', '卫生健康局', '许静'),
  dept(10, '文旅局', '文化和旅游局', '梁雨桐'), dept(11, '城管局', '城市管理执法局', '罗卫国'),
];

/** 部门 by 简称. Throws RangeError for an unknown one. */
export function departmentOf(shortName: string): DepartmentRow {
  const found = DEPARTMENTS.find((d) => d.short_name === shortName);
  if (!found) throw new RangeError(`没有主管部门 ${shortName}`);
  return found;
}

/** 属地编码 by name. Throws RangeError for an unknown one. */
export function placeCodeOf(name: string): string {
  const found = PLACES.find((p) => p.name === name);
  if (!found) throw new RangeError(`没有属地 ${name}`);
  return found.place_code;
}

const LEADERS: Readonly<Record<string, string>> = {
  住建局: '副县长 周明远', 交通局: '副县长 李文涛', 水利局: '副县长 高振华', 农业农村局: '副县长 高振华', 自然资源局: '副县长 高振华',
  教育局: '副县长 宋雅琴', 卫健局: '副县长 宋雅琴', 重点工程处: '常务副县长 沈国平', 经开区管委会: '经开区主任 何志刚',
};

/** 包案领导 of a department's projects; null for a department without any. */
export const leaderOf = (shortName: string): string | null => LEADERS[shortName] ?? null;
