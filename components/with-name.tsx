import { quoteText } from './quote-text.ts';

/** Stands where the name goes until the sentence is cut there: a letter of nobody's alphabet. */
const gap = '\uE000';

/** A sentence around a name from a page, which keeps its own direction and turns nothing around it. */
export function WithName({ say, name }: { say: (name: string) => string; name: string }) {
  const [before, after] = say(gap).split(gap);
  return <>{before}<bdi>{quoteText(name)}</bdi>{after}</>;
}
