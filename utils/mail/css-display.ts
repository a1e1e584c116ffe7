/** Comments part words; one that is not closed reaches to the end. */
const withoutComments = (css: string): string => css.split('/*').map((piece, i) => (i === 0 ? piece : afterComment(piece))).join(' ');

function afterComment(piece: string): string {
  const end = piece.indexOf('*/');
  return end < 0 ? '' : piece.slice(end + 2);
}

/** Strings, addresses, escapes and blocks: what a `;` or `:` means in them is a browser's business. */
const uncertain = /["'()\\{}]/;
const display = /^[ \t\r\n\f]*(?:display|all)[ \t\r\n\f]*:/i;
const none = /^[ \t\r\n\f]*display[ \t\r\n\f]*:[ \t\r\n\f]*none[ \t\r\n\f]*(?:![ \t\r\n\f]*important[ \t\r\n\f]*)?$/i;

/** True when a style attribute certainly says `display: none` and nothing against it. */
export function hidesElement(style: string): boolean {
  const css = withoutComments(style);
  if (uncertain.test(css)) return false;
  const said = css.split(';').filter((declaration) => display.test(declaration));
  return said.length > 0 && said.every((declaration) => none.test(declaration));
}

/** True when style elements may show again what style attributes hide. */
export function mayShowHidden(styleSheets: string): boolean {
  const css = withoutComments(styleSheets);
  return css.includes('\\') || (/display|\ball\b/i.test(css) && /![ \t\r\n\f]*important|@(?:-webkit-)?keyframes/i.test(css));
}
