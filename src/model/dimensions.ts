/** 维度: what an answer can be grouped by. `cube`: lives in the cube; the others are answered from rows. */
export const DIMENSIONS = {
  place: { name: '属地', english: 'Place', column: 'place_code', cube: true },
  dept: { name: '主管部门', english: 'Department', column: 'dept_code', cube: true },
  invest: { name: '投资性质', english: 'Investment', column: 'invest_kind', cube: true },
  stage: { name: '项目阶段', english: 'Stage', column: 'stage', cube: true },
  grade: { name: '隐患等级', english: 'Risk grade', column: 'grade_now', cube: true },
  leader: { name: '包案领导', english: 'Leader', column: 'leader', cube: false },
  contractor: { name: '施工总承包', english: 'Contractor', column: 'contractor', cube: false },
} as const;
export type DimensionId = keyof typeof DIMENSIONS;

/** Key of a cube cell beside as_of, in column order. */
export const CUBE_DIMENSIONS = ['place', 'dept', 'invest', 'stage', 'grade'] as const satisfies readonly DimensionId[];
