import { addMessages } from '../../composables/i18n.ts';
import en from '../../locales/en/systems.ts';
import zh from '../../locales/zh-CN/systems.ts';

addMessages({ systems: zh }, { systems: en });
