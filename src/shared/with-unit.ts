/** A title with its unit behind it, in the brackets of its language: 未支付工资（万元）, Unpaid wages (¥10k). Without a unit the title alone. */
export const withUnit = (title: string, unit: string): string => (unit === '' ? title : /[\u3400-\u9fff]/.test(title + unit) ? `${title}（${unit}）` : `${title} (${unit})`);
