/**
 * Months written for people, in the page's language: the names come from the platform (`Intl`), so no list of them is kept but the
 * English one, which most pages need and which saves the 20 ms that `Intl` takes to wake up.
 * All results are `YYYY` or `YYYY-MM`; undefined for everything that says more or less than a month and a year.
 */
const english = ['january', 'february', 'march', 'april', 'may', 'june',
  'july', 'august', 'september', 'october', 'november', 'december'];
const names = new Map<string, readonly MonthName[]>();
type MonthName = readonly [name: string, month: number];

function monthNames(language: string): readonly MonthName[] {
  const known = names.get(language);
  if (known) return known;
  const inEnglish = english.flatMap((name, i): MonthName[] => [[name, i + 1], [name.slice(0, 3), i + 1]]);
  // Pages also write the four-letter form next to the three-letter one.
  const found: MonthName[] = [...inEnglish, ['sept', 9], ...(/^en\b/i.test(language) ? [] : namesIn(language))];
  const longestFirst = found.filter(([name]) => /\p{L}/u.test(name)).sort(([a], [b]) => b.length - a.length);
  names.set(language, longestFirst);
  return longestFirst;
}

/** Long and short, alone, beside a year and beside a day: languages bend the name. */
function namesIn(language: string): MonthName[] {
  const numeric = 'numeric' as const;
  const shapes = (['long', 'short'] as const).flatMap((month) => [{ month }, { month, year: numeric }, { month, year: numeric, day: numeric }]);
  try {
    return shapes.flatMap((shape) => {
      const format = new Intl.DateTimeFormat(language, { ...shape, calendar: 'gregory', timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, month): MonthName => [nameIn(format, month), month + 1]);
    });
  } catch {
    // Not a language: the page says so itself, and may say anything.
    return [];
  }
}

const nameIn = (format: Intl.DateTimeFormat, month: number) =>
  (format.formatToParts(Date.UTC(2024, month, 15)).find(({ type }) => type === 'month')?.value ?? '').toLowerCase().replace(/\.$/, '');

const year = /(?<!\d)(?:19[4-9]\d|20\d\d)(?!\d)/;
const iso = (years: string, month: number) => (month >= 1 && month <= 12 ? `${years}-${String(month).padStart(2, '0')}` : undefined);

/** `October 2026`, `2026年10月`, `Okt. 2026`, `outubro de 2026`: a month and a year and nothing else. */
export function parseMonthYear(text: string, language = 'en'): string | undefined {
  const plain = text.trim().toLowerCase();
  const years = plain.length <= 40 ? year.exec(plain)?.[0] : undefined;
  if (years === undefined) return undefined;
  const rest = plain.replace(years, ' ');
  const numeric = /^\s*[年년./-]\s*(\d{1,2})\s*[月월]?\s*$/.exec(rest)?.[1];
  if (numeric) return iso(years, Number(numeric));
  const name = monthNames(language).find(([candidate]) => rest.includes(candidate));
  if (!name) return undefined;
  // What may be left are the words between: `de`, `г.`, `ב`.
  const between = rest.replace(name[0], ' ');
  return /^(?:[\s.,،]|(?<!\p{L})(?:del?|г|р|ב)(?!\p{L}))*$/u.test(between) ? iso(years, name[1]) : undefined;
}

/**
 * `May 14, 2026`, `14. Mai 2026`, `2026年5月14日`: a day, or only a month, with its year and nothing else. `YYYY-MM-DD` or `YYYY-MM`.
 * Of numbers alone, `2026/5/14` and `14.5.2026` have one meaning in every language (Unicode CLDR); `5/6/2026` has two.
 */
export function parseDay(text: string, language = 'en'): string | undefined {
  if (text.length > 40) return undefined;
  const plain = text.replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  for (const { 0: found, 1: day = '', index } of plain.matchAll(/(?<!\d)(\d{1,2})(?!\d)\s*[日일.]?/g)) {
    const month = parseMonthYear(`${plain.slice(0, index)} ${plain.slice(index + found.length)}`, language);
    if (month) return isoDay(month, day);
  }
  const [, years = '', number = '', date = ''] = /^(\d{4})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,2})\.?$/.exec(plain) ?? [];
  const [, dayFirst, second = '', last = ''] = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(plain) ?? [];
  return isoDay(iso(years || last, Number(number || second)), dayFirst ?? date) ?? parseMonthYear(plain, language);
}

const isoDay = (month: string | undefined, day: string) =>
  (month && Number(day) >= 1 && Number(day) <= 31 ? `${month}-${day.padStart(2, '0')}` : undefined);

const yearAlone = (text: string) => (/^\s*(?:19[4-9]\d|20\d\d)\s*年?\s*$/.test(text) ? year.exec(text)?.[0] : undefined);

/** Start of a line such as `Sep 2026 - Present · 3 mos` or `2015 – 2019`; undefined when it is no range of dates. */
export function startOfRange(line: string, language = 'en'): string | undefined {
  const [range = '', ...lengths] = line.split('·');
  const [start = '', ...ends] = range.split(/\s*[–—~〜～]\s*|\s+-\s+/);
  const end = ends.join(' ').trim();
  if (ends.length !== 1 || end === '' || end.length > 25) return undefined;
  const isDate = parseMonthYear(end, language) ?? yearAlone(end);
  const month = parseMonthYear(start, language);
  if (month) return isDate !== undefined || !/\d/.test(end) ? month : undefined;
  return isDate !== undefined || lengths.length > 0 ? yearAlone(start) : undefined;
}

/** Earliest start among lines of text. */
export function earliestStart(lines: readonly string[], language?: string): string | undefined {
  return lines.map((line) => startOfRange(line, language)).filter((start) => start !== undefined).sort()[0];
}
