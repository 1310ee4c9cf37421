import { addMessages } from '../../composables/i18n.ts';
import en from '../../locales/en/flow.ts';
import zh from '../../locales/zh-CN/flow.ts';

addMessages({ flow: zh }, { flow: en });
