import { addMessages } from '../../../composables/i18n.ts';
import en from '../../../locales/en/records.ts';
import zh from '../../../locales/zh-CN/records.ts';

addMessages({ records: zh }, { records: en });
