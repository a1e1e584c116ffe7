import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { lineIndexOf } from '../text-file.ts';
import { LineCounter, parseAllDocuments } from 'yaml';

/** Keys and indices from the top of a document to one of its values. */
export type Path = readonly (string | number)[];

/** A configuration file as data. A faulty one keeps what could be read. */
export interface Document {
  readonly value: unknown;
  /** Why it could not be read to its end. */
  readonly fault?: string;
  /** Line of a value, from 1; of its nearest ancestor if the value is not there. */
  readonly lineOf: (path: Path) => number;
}
export type ReadDocument = (text: string) => Document;

/** Aliases of YAML that may be followed: ten of ten each is no configuration but a bomb. The library's own default. */
const aliasLimit = 100;

/** JSON as editors read it: with comments and trailing commas. */
export const readJson: ReadDocument = (text) => {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const [first] = errors;
  const lines = lineIndexOf(text);
  return {
    value: root && getNodeValue(root),
    lineOf: (path) => lines.lineOf((root && nearest(root, path))?.offset ?? 0),
    ...(first && { fault: `${printParseErrorCode(first.error)} in line ${lines.lineOf(first.offset)}` }),
  };
};

function nearest(root: Node, path: Path): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return node;
  }
  return root;
}

/** YAML, the last document that holds something winning: a file of several is one per tool, and tools read the first or all. */
export const readYaml: ReadDocument = (text) => {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false });
  const documents = Array.isArray(parsed) ? parsed : [];
  const document = documents.find(({ contents }) => contents !== null);
  if (!document) return { value: undefined, lineOf: () => 1 };
  const error = document.errors[0];
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      const start = (node as { range?: readonly number[] } | undefined)?.range?.[0];
      if (start !== undefined) return lines.linePos(start).line;
    }
    return 1;
  };
  return {
    value: document.toJS({ maxAliasCount: aliasLimit }) as unknown,
    lineOf,
    ...(error && { fault: error.message.split('\n')[0] ?? '' }),
  };
};

/** TOML. The library keeps no places, so the line is that of the key, looked for behind the keys before it. */
export const readToml: ReadDocument = (text) => {
  const lines = lineIndexOf(text);
  return {
    value: parseToml(text),
    lineOf: (path) => {
      let offset = 0;
      for (const key of path) {
        if (typeof key === 'number') continue;
        const found = keyBehind(text, key, offset);
        if (found === -1) break;
        offset = found;
      }
      return lines.lineOf(offset);
    },
  };
};

/** Offset of a key that something is given to. No pattern is made of it: a long one breaks the engine. */
function keyBehind(text: string, key: string, from: number): number {
  if (key === '') return -1;
  for (let at = text.indexOf(key, from); at >= 0; at = text.indexOf(key, at + 1)) {
    const end = at + key.length;
    if (/^[\s.[{,"']?$/.test(text.slice(Math.max(0, at - 1), at)) && /^["']?[ \t]{0,40}[=.\]]/.test(text.slice(end, end + 42))) return at;
  }
  return -1;
}
