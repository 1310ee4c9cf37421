import '../records/messages.ts';
import { addMessages } from '../../../composables/i18n.ts';
import en from '../../../locales/en/clues.ts';
import zh from '../../../locales/zh-CN/clues.ts';

addMessages({ clues: zh }, { clues: en });
