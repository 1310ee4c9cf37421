/** The way back to a meeting under way, in the header of every page. */
export default { back: '返回调度会', open: '打开或返回调度会' } as const;
