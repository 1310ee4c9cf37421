import { addMessages } from '../../composables/i18n.ts';
import en from '../../locales/en/rankingMarks.ts';
import zh from '../../locales/zh-CN/rankingMarks.ts';

addMessages({ rankingMarks: zh }, { rankingMarks: en });
