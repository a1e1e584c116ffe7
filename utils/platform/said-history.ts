/**
 * What a contact said about itself on which days, as salted digests: names, employers. Each entry holds what was said together,
 * so that a recruiter who names the agency and each time another client stays the same. Days are those of reading.
 */
export interface Said { readonly marks: readonly string[]; readonly first: number; readonly last: number }

/** Entries and digests kept, the newest: more than four names or employers say no more than four. */
const mostEntries = 4;
const mostMarks = 8;

const overlap = (ones: readonly string[], others: readonly string[]) => ones.some((one) => others.includes(one));

/** A history with one more entry. Entries that share a digest become one. */
export function addSaid(history: readonly Said[], said: Said): Said[] {
  if (said.marks.length === 0) return [...history];
  const related = history.filter(({ marks }) => overlap(marks, said.marks));
  const whole: Said = {
    marks: [...new Set([...related, said].flatMap(({ marks }) => marks))].slice(-mostMarks),
    first: Math.min(said.first, ...related.map(({ first }) => first)),
    last: Math.max(said.last, ...related.map(({ last }) => last)),
  };
  return [...history.filter((entry) => !related.includes(entry)), whole].sort((a, b) => a.last - b.last || a.first - b.first).slice(-mostEntries);
}

export interface Compared {
  /** Undefined when there is nothing to compare with. */
  readonly changed?: boolean;
  /** Days between what is said and the nearest other thing that was said; 0 when they alternate. */
  readonly days?: number;
}

/**
 * Whether something else was said on another day. Entries that began on one day count as one visit: a page that is read while
 * it loads shows now this part and now that. Digests of different kinds (`latin:`, `other:`) are not compared.
 */
export function compareSaid(history: readonly Said[], marks: readonly string[], day: number): Compared {
  if (marks.length === 0) return {};
  const own = history.filter((entry) => overlap(entry.marks, marks));
  const first = Math.min(day, ...own.map((entry) => entry.first));
  const last = Math.max(first, ...own.map((entry) => entry.last));
  const kinds = new Set(marks.map(kindOf));
  const others = history.filter((entry) => !own.includes(entry) && entry.first !== first && entry.marks.some((mark) => kinds.has(kindOf(mark))));
  if (others.length > 0) return { changed: true, days: Math.min(...others.map((other) => gap({ first, last }, other))) };
  return first < day ? { changed: false } : {};
}

const kindOf = (mark: string) => mark.slice(0, mark.indexOf(':'));
const gap = (one: Omit<Said, 'marks'>, other: Omit<Said, 'marks'>) => Math.max(0, one.first - other.last, other.first - one.last);
