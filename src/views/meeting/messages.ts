import { addMessages } from '../../composables/i18n.ts';
import en from '../../locales/en/meeting.ts';
import zh from '../../locales/zh-CN/meeting.ts';

addMessages({ meeting: zh }, { meeting: en });
