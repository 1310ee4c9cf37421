import { addMessages } from '../../../composables/i18n.ts';
import en from '../../../locales/en/meetingSite.ts';
import zh from '../../../locales/zh-CN/meetingSite.ts';

addMessages({ meetingSite: zh }, { meetingSite: en });
