import { lateChinese } from '../locales/late-chinese.ts';
import { i18n } from './i18n.ts';

/** Imported by whatever says them. */
i18n.global.mergeLocaleMessage('zh-CN', lateChinese);
