/** Language and writing, and the region that is meant when none is said: `zh-HK` is Chinese in traditional characters, as `zh-TW` is. */
const likely = (tag: string): Intl.Locale | undefined => {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
};

/** Of the languages there are (BCP 47) the one that serves who wants another: the very one, or the same language in the same writing. */
export function matchLanguage(wanted: string, available: readonly string[]): string | undefined {
  if (available.includes(wanted)) return wanted;
  const want = likely(wanted);
  if (!want) return undefined;
  const fitting = available.filter((tag) => {
    const have = likely(tag);
    return have?.language === want.language && have.script === want.script;
  });
  return fitting.find((tag) => likely(tag)!.region === want.region) ?? fitting[0];
}
