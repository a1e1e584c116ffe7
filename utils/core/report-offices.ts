/** Who takes a report. `kind`: the police, an office that collects reports of fraud, a national computer security team, help with a stolen identity. */
export const officeKinds = ['police', 'fraud', 'security', 'identity'] as const;
export interface Office {
  /** ISO 3166 codes of two letters. */
  readonly countries: readonly string[];
  readonly kind: (typeof officeKinds)[number];
  /** In its own language: it is the name a person finds there. */
  readonly name: string;
  readonly address: string;
}

/** Countries that have an office, in the order of their codes. */
export const countriesOf = (offices: readonly Office[]): string[] => [...new Set(offices.flatMap(({ countries }) => countries))].sort();

/**
 * The country of somebody who reads these languages (BCP 47), the preferred first: what one of them names, or else where the first is at
 * home. A guess, which the person can change.
 */
export function countryOf(languages: readonly string[]): string | undefined {
  const locales = languages.flatMap((language) => {
    try {
      return [new Intl.Locale(language)];
    } catch {
      return [];
    }
  });
  return locales.find(({ region }) => region)?.region ?? locales[0]?.maximize().region;
}
