import { addMessages } from '../../composables/i18n.ts';
import en from '../../locales/en/definitions.ts';
import zh from '../../locales/zh-CN/definitions.ts';

addMessages({ definitions: zh }, { definitions: en });
