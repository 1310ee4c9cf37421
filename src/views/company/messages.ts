import { addMessages } from '../../composables/i18n.ts';
import en from '../../locales/en/company.ts';
import zh from '../../locales/zh-CN/company.ts';

addMessages({ company: zh }, { company: en });
