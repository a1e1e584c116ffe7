/** A part of a host name as a person reads it: a known word, a number, or letters between. `at` counts in the whole name. */
export interface Piece { readonly text: string; readonly at: number; readonly group?: string }

/** Known words as a tree of letters: a dead end is noticed at the first letter that no word goes on with. */
export interface WordTree { group?: string; readonly next: Map<number, WordTree> }

/** Makes the tree of words from their groups, each a list separated by spaces. */
export function wordTree(groups: Readonly<Record<string, string>>): WordTree {
  const root: WordTree = { next: new Map() };
  for (const [group, list] of Object.entries(groups)) {
    for (const word of list.split(' ')) {
      let node = root;
      for (let i = 0; i < word.length; i++) {
        const letter = word.charCodeAt(i);
        let next = node.next.get(letter);
        if (!next) node.next.set(letter, (next = { next: new Map() }));
        node = next;
      }
      node.group ??= group;
    }
  }
  return root;
}

/** Longest label there is (RFC 1035). */
const longestLabel = 63;
/** Shortest word; a single letter is no word. A short one is found by chance more often and must save more unknown letters. */
const shortestWord = 2;
const priceOf = (length: number) => (length < 4 ? 0.9 : 0.5);

/** Splits labels at dots, hyphens and digits, and runs of letters into known words with the fewest unknown letters left. */
export function splitWords(name: string, at: number, tree: WordTree): Piece[] {
  const pieces: Piece[] = [];
  for (const { 0: run, index } of name.matchAll(/[a-z]+|\d+/g)) splitRun(run.slice(0, longestLabel), at + index, tree, pieces);
  return pieces;
}

function splitRun(run: string, at: number, tree: WordTree, pieces: Piece[]) {
  const ways = cheapestWays(run, tree);
  const own: Piece[] = [];
  let rest = run.length;
  const unknownFrom = (start: number) => {
    if (rest > start) own.push({ text: run.slice(start, rest), at: at + start });
  };
  for (let end = run.length; end > 0;) {
    const way = ways[end];
    if (!way) {
      end--;
      continue;
    }
    unknownFrom(end);
    own.push({ text: run.slice(way.start, end), at: at + way.start, group: way.group });
    rest = end = way.start;
  }
  unknownFrom(0);
  pieces.push(...own.reverse());
}

interface Way { readonly start: number; readonly group: string }

/** For each end the word that ends there on the cheapest way; none where a letter stays unknown. */
function cheapestWays(run: string, tree: WordTree): (Way | undefined)[] {
  const cost = new Float64Array(run.length + 1).fill(Infinity);
  const ways: (Way | undefined)[] = [];
  cost[0] = 0;
  for (let start = 0; start < run.length; start++) {
    if (cost[start]! + 1 < cost[start + 1]!) {
      cost[start + 1] = cost[start]! + 1;
      ways[start + 1] = undefined;
    }
    let node = tree.next.get(run.charCodeAt(start));
    for (let end = start + 1; node; node = node.next.get(run.charCodeAt(end)), end++) {
      const price = cost[start]! + priceOf(end - start);
      if (!node.group || end - start < shortestWord || price >= cost[end]!) continue;
      cost[end] = price;
      ways[end] = { start, group: node.group };
    }
  }
  return ways;
}
