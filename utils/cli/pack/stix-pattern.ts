import type { IndicatorKind } from './place-indicator.ts';

/** A comparison of a pattern: what it asks for and with which value. */
export interface Compared { readonly path: string; readonly value: string }

/** A value of a pattern that suffices by itself, or why the pattern cannot be told by single values. */
export type PatternReading = { readonly values: readonly (Compared & { readonly kind: IndicatorKind | undefined })[] } | { readonly left: string };

/** Object paths that a message or a page shows (STIX 2.1, 6). */
const kinds: Readonly<Record<string, IndicatorKind>> = {
  'domain-name:value': 'host', 'ipv4-addr:value': 'host', 'ipv6-addr:value': 'host', 'url:value': 'url', 'email-addr:value': 'mail',
  'email-message:from_ref.value': 'mail', 'email-message:sender_ref.value': 'mail',
};

/** Tokens of the part of the grammar that is read (STIX 2.1, 9). Anything else ends the reading. */
const token = /\s*(?:([[\]()])|(AND|OR|FOLLOWEDBY|IN|NOT|WITHIN|REPEATS|START|STOP|LIKE|MATCHES|EXISTS|ISSUBSET|ISSUPERSET)\b|(!=|<=|>=|=|<|>|,)|'((?:[^'\\]|\\['\\])*)'|([a-z0-9-]+:[A-Za-z0-9_.'[\]*-]+?)(?=\s|[=!<>)\]]))/gy;

/**
 * Reads the closed part of the pattern language that names single values: `=` and `IN` over object paths, joined by OR, within one
 * observation or several joined by OR. Whatever asks for two things at once, for times, or for likeness would match more when it
 * is told by its values, so it is left with the reason.
 */
export function readPattern(pattern: string): PatternReading {
  if (pattern.length > 100_000) return { left: 'has a pattern of more than 100,000 characters' };
  const words: string[][] = [];
  token.lastIndex = 0;
  while (token.lastIndex < pattern.trimEnd().length) {
    const found = token.exec(pattern);
    if (!found) return { left: 'has a pattern outside of what is read: single values joined by OR' };
    words.push(found.slice(1).map((part) => part ?? ''));
  }
  try {
    return new PatternReader(words).read();
  } catch (error) {
    return { left: (error as Error).message };
  }
}

const quoted = 3;
const objectPath = 4;

class PatternReader {
  private at = 0;
  private readonly words: readonly string[][];
  private readonly compared: Compared[] = [];

  constructor(words: readonly string[][]) {
    this.words = words;
  }

  read(): PatternReading {
    this.observation();
    while (this.take('OR')) this.observation();
    if (this.at < this.words.length) throw new Error(this.reasonAt());
    return { values: this.compared.map((one) => ({ ...one, kind: Object.hasOwn(kinds, one.path) ? kinds[one.path] : undefined })) };
  }

  private observation(): void {
    if (this.take('(')) {
      this.observation();
      while (this.take('OR')) this.observation();
      return this.need(')');
    }
    this.need('[');
    this.comparisons();
    this.need(']');
  }

  private comparisons(): void {
    this.comparison();
    while (this.take('OR')) this.comparison();
  }

  private comparison(): void {
    if (this.take('(')) {
      this.comparisons();
      return this.need(')');
    }
    const path = this.words[this.at]?.[objectPath];
    if (!path) throw new Error(this.reasonAt());
    this.at++;
    if (this.take('IN')) {
      this.need('(');
      do this.compared.push({ path, value: this.text() });
      while (this.take(','));
      return this.need(')');
    }
    this.need('=');
    this.compared.push({ path, value: this.text() });
  }

  private text(): string {
    const word = this.words[this.at];
    if (!word || word.slice(0, quoted).some(Boolean) || word[objectPath]) throw new Error('has a pattern that compares with something else than a text');
    this.at++;
    return word[quoted]!.replace(/\\(['\\])/g, '$1');
  }

  private take(word: string): boolean {
    const isNext = this.words[this.at]?.slice(0, quoted).includes(word) ?? false;
    if (isNext) this.at++;
    return isNext;
  }

  private need(word: string): void {
    if (!this.take(word)) throw new Error(this.reasonAt());
  }

  private reasonAt(): string {
    const word = this.words[this.at]?.find(Boolean) ?? 'its end';
    if (word === 'AND' || word === 'FOLLOWEDBY') return 'asks for several things at once, and a list would match each of them';
    return `has a pattern outside of what is read, at ${word.slice(0, 40)}`;
  }
}
