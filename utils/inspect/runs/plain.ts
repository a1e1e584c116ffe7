/** Looks into what a parser gave, whatever shape a stranger gave it. */
export type Plain = Readonly<Record<string, unknown>>;

export const asRecord = (value: unknown): Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};
export const asList = (value: unknown): readonly unknown[] => Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
export const asText = (value: unknown): string | undefined => typeof value === 'string' ? value : undefined;
export const textsOf = (value: unknown): string[] => asList(value).filter((item) => typeof item === 'string');

/** A command given as one text, as a list of words, or as several of them by name (devcontainer.json). */
export function commandsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return [textsOf(value).map(quoteWord).join(' ')];
  return Object.values(asRecord(value)).flatMap((item) => typeof item === 'object' && !Array.isArray(item) ? [] : commandsOf(item));
}

/** A word as a shell would take it. */
export const quoteWord = (word: string): string => /^[\w@%+=:,./\\-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
