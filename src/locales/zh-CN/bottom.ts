/** 四个底线 and 本周清偿. */
export default {} as const;
