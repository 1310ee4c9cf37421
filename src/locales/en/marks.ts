export default { list: ', ', comma: ', ', clause: '; ', colon: ': ', stop: '. ', open: ' (', close: ')' } as const;
