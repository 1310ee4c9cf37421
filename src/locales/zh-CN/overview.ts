/** The overview page around its panels. */
export default { side: '高风险、排名、走势', risks: '高风险', ranking: '排名', trend: '走势' } as const;
