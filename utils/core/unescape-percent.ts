/** Text without its percent escapes; undefined when they are broken. */
export function unescapePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
