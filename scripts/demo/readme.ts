/** `data/demo/README.md`. */
export const DEMO_README = `# 示例数据：安澜县

安澜县（990101）是虚构的县：项目、单位、人员、金额、坐标、边界全部由程序生成，与任何真实地区、企业、个人无关。
数据里没有身份证号、手机号、银行账号。

| 文件 | 内容 | 来源 |
|---|---|---|
| 台账-2026-11-20.xlsx | 第47周台账，每张表一个工作表，按县里常见的写法排版 | scripts/demo 生成 |
| county.json | 县名、代码、发布单位，标明为示例 | scripts/demo 生成 |
| rules.json | 县规则文件（若有） | 手工维护，见 src/model/rules |
| boundaries.topojson | 18 个属地的边界（若有），WGS84 | scripts/demo/geography.ts 生成 |
| README.md | 本文件 | scripts/demo 生成 |

生成器没有随机种子之外的输入：同一版本的程序总是写出同样的字节，由 scripts/demo/committed.test.ts 核对。
其余 24 周（第22周至第46周，第40周国庆未发布）由 \`npm run demo -- --to 文件夹\` 写出。故事里的数字见 scripts/demo/story.test.ts。

# Demo data: 安澜县 (An'lan County)

The county is fictional: projects, firms, people, amounts, coordinates and boundaries are generated and refer to nobody.
There are no identity, phone or bank numbers in it.

- \`台账-2026-11-20.xlsx\`: the ledgers of week 47, one sheet per table, laid out as county clerks do. Made by scripts/demo.
- \`county.json\`: name, code and publisher, marked as sample data. Made by scripts/demo.
- \`rules.json\`, \`boundaries.topojson\`: the county's rules and the outlines of its 18 places, where present.

The same version of the generator always writes the same bytes; scripts/demo/committed.test.ts checks it. \`npm run demo -- --to folder\`
writes all 25 weeks; the figures of the story are asserted in scripts/demo/story.test.ts. Licence: as the project's.
`;
