import { createReadStream } from 'node:fs';
import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';

/** An object that stands in an array, by the key of that array, and where in the file it begins. */
export interface FoundObject { readonly under: string; readonly value: unknown; readonly offset: number }

type Token = Parameters<Tokenizer['onToken']>[0];

/** A description of an indicator has a few kB. What is longer is skipped, so that no file takes more memory than this. */
export const longestObject = 1_000_000;
/** Bytes without the end of a value, and containers in containers: no honest file comes near. */
const longestValue = 8_000_000;
const deepest = 100;

/**
 * Objects of arrays with these names, wherever they stand, of a JSON file of any size: only one of them is in memory at a time.
 * `value` is undefined for one that is too long. Throws an error that names the file and the byte at which it is no JSON.
 */
export async function* jsonObjects(path: string, names: readonly string[]): AsyncGenerator<FoundObject> {
  const found: FoundObject[] = [];
  const walk = new Walk(names, (one) => found.push(one));
  const tokenizer = new Tokenizer();
  let read = 0;
  let last = 0;
  tokenizer.onToken = (token) => {
    last = token.offset;
    walk.take(token);
  };
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      tokenizer.write(chunk);
      read += chunk.length;
      if (read - last > longestValue) throw new Error('a value does not end');
      yield* found.splice(0);
    }
    if (!tokenizer.isEnded) tokenizer.end();
    if (walk.depth > 0) throw new Error('the file ends too early');
  } catch (error) {
    throw new Error(`${path} is no JSON after byte ${last}: ${(error as Error).message}`, { cause: error });
  }
  yield* found;
}

/** Follows the tokens: knows the arrays around, and collects an object where one is wanted. */
class Walk {
  private readonly around: { readonly isArray: boolean; readonly name: string; key: string }[] = [];
  private readonly names: readonly string[];
  private readonly tell: (found: FoundObject) => void;
  private collecting?: { readonly parser: TokenParser; readonly depth: number; readonly offset: number; readonly under: string; value?: unknown; length: number };
  private expectsKey = false;

  constructor(names: readonly string[], tell: (found: FoundObject) => void) {
    this.names = names;
    this.tell = tell;
  }

  get depth(): number {
    return this.around.length;
  }

  take(token: Token): void {
    const top = this.around.at(-1);
    if (token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET) this.open(token);
    else if (this.expectsKey && token.token === TokenType.STRING && top) top.key = String(token.value).slice(0, 100);
    this.collect(token);
    if (token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET) this.close();
    this.expectsKey = token.token === TokenType.LEFT_BRACE || (token.token === TokenType.COMMA && this.around.at(-1)?.isArray === false);
  }

  private open({ token, offset }: Token): void {
    const top = this.around.at(-1);
    if (this.around.length >= deepest) throw new Error(`more than ${deepest} containers in one another`);
    if (token === TokenType.LEFT_BRACE && top?.isArray && this.names.includes(top.name) && !this.collecting) this.begin(offset, top.name);
    this.around.push({ isArray: token === TokenType.LEFT_BRACKET, name: top?.isArray === false ? top.key : '', key: '' });
  }

  private begin(offset: number, under: string): void {
    const parser = new TokenParser({ paths: ['$'], keepStack: true });
    const one = { parser, depth: this.around.length, offset, under, length: 0, value: undefined as unknown };
    parser.onValue = ({ value }) => (one.value = value);
    this.collecting = one;
  }

  private collect(token: Token): void {
    if (!this.collecting || this.collecting.length > longestObject) return;
    this.collecting.length += typeof token.value === 'string' ? token.value.length : 4;
    if (this.collecting.length <= longestObject) this.collecting.parser.write(token);
  }

  private close(): void {
    this.around.pop();
    if (!this.collecting || this.around.length !== this.collecting.depth) return;
    const { under, value, offset, length } = this.collecting;
    this.collecting = undefined;
    this.tell({ under, value: length > longestObject ? undefined : value, offset });
  }
}
