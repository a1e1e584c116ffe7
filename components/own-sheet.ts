/** A page may register a property of our name (`@property --surface`) as one that takes no colour: ours have a name of this visit. */
const visit = `--${crypto.randomUUID().slice(0, 8)}-`;

/** Styles for a closed root on a page. */
export function ownSheet(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text.replaceAll(/--(?=[a-z])/g, visit));
  return sheet;
}
