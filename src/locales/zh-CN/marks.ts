/** Marks between words: of a list, of parts of a sentence, after a label, around a note. */
export default { list: '、', comma: '，', clause: '；', colon: '：', stop: '。', open: '（', close: '）' } as const;
