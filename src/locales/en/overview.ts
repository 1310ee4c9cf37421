export default { side: 'High risk, ranking, trend', risks: 'High risk', ranking: 'Ranking', trend: 'Trend' } as const;
