/** Rules that hold right now: those of a media query only while it matches, because a picture has another width than the page. */
function rulesOf(list: CSSRuleList): string {
  return Array.from(list, (rule) => {
    if (rule instanceof CSSMediaRule) return matchMedia(rule.media.mediaText).matches ? rulesOf(rule.cssRules) : '';
    if (rule instanceof CSSSupportsRule) return CSS.supports(rule.conditionText) ? rulesOf(rule.cssRules) : '';
    return rule instanceof CSSStyleRule ? rule.cssText : '';
  }).join('\n');
}

/** The page's styles as one text, for a picture of a part of it. */
export const pageStyles = (): string => Array.from(document.styleSheets, (sheet) => rulesOf(sheet.cssRules)).join('\n');
