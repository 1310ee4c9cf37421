import '../records/messages.ts';
import { addMessages } from '../../../composables/i18n.ts';
import en from '../../../locales/en/returns.ts';
import zh from '../../../locales/zh-CN/returns.ts';

addMessages({ returns: zh }, { returns: en });
