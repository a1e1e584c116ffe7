import { Parser } from 'htmlparser2';
import { lineIndexOf } from '../text-file.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
  readonly line: number;
}
interface Growing extends XmlElement { children: XmlElement[]; text: string }

/** Elements of a file that are read: an IDE's own are some thousands. */
const elementLimit = 50_000;
/** Elements in each other, where reading ends: files of tools have ten, and the parser's own stack takes the square of it. */
const depthLimit = 500;

/** Reads XML leniently, as a tree. What is not closed is closed at the end. */
export function readXml(source: string): XmlElement {
  const root: Growing = { name: '', attributes: {}, children: [], text: '', line: 1 };
  const open: Growing[] = [root];
  let count = 0;
  const { lineOf } = lineIndexOf(source);
  const parser = new Parser({
    onopentag(name, attributes) {
      if (++count > elementLimit || open.length > depthLimit) return parser.pause();
      const element: Growing = { name, attributes, children: [], text: '', line: lineOf(parser.startIndex) };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext(text) {
      const element = open.at(-1);
      if (element) element.text += text;
    },
    onclosetag() {
      if (open.length > 1) open.pop();
    },
  }, { xmlMode: true, decodeEntities: true });
  parser.end(source.replace(/^\uFEFF/, ''));
  return root;
}

/** Every element below, in document order, without recursion: an attacker may nest them as deep as he likes. */
export function* elementsIn(root: XmlElement, limit = elementLimit): Generator<XmlElement> {
  const waiting: XmlElement[] = [root];
  let count = 0;
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (++count > limit) return;
    yield element;
    for (let at = element.children.length - 1; at >= 0; at--) waiting.push(element.children[at] as XmlElement);
  }
}

export const childrenNamed = (element: XmlElement, ...names: string[]): XmlElement[] => element.children.filter(({ name }) => names.includes(name));
/** Text of the first child of that name. */
export const childText = (element: XmlElement, name: string): string | undefined => element.children.find((child) => child.name === name)?.text.trim();
