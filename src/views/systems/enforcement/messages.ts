import '../records/messages.ts';
import { addMessages } from '../../../composables/i18n.ts';
import en from '../../../locales/en/enforcement.ts';
import zh from '../../../locales/zh-CN/enforcement.ts';

addMessages({ enforcement: zh }, { enforcement: en });
