import { addMessages } from '../../composables/i18n.ts';
import en from '../../locales/en/project.ts';
import zh from '../../locales/zh-CN/project.ts';

addMessages({ project: zh }, { project: en });
