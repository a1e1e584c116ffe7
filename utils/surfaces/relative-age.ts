const units = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
/** One number of each way in which languages count: nothing, one, two, few, more, teens, hundreds. */
const numbers = [0, 1, 2, 3, 5, 11, 100];
const shapes = new Map<string, ReadonlySet<string>>();

const shapeOf = (text: string) => text.toLowerCase().replaceAll(/\p{Nd}+/gu, '#').replaceAll(/[\s\u200e\u200f]/g, '');

function shapesIn(language: string): ReadonlySet<string> {
  try {
    return new Set((['always', 'auto'] as const).flatMap((numeric) => {
      const format = new Intl.RelativeTimeFormat(language, { numeric });
      return units.flatMap((unit) => numbers.map((number) => shapeOf(format.format(-number, unit))));
    }));
  } catch {
    // Not a language: the page says so itself, and may say anything.
    return new Set();
  }
}

/** Whether a line is an age and nothing else (`2 days ago`, `vor 2 Tagen`, `2日前`, `yesterday`), by the platform's own words for it. */
export function isAge(line: string, language = 'en'): boolean {
  if (line.length > 40) return false;
  const known = shapes.get(language) ?? shapesIn(language);
  shapes.set(language, known);
  return known.has(shapeOf(line));
}
