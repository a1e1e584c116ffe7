import type { Node } from '@babel/types';
import { ofText, type Value } from './value.ts';

const number = /^-?\d{1,15}(?:\.\d{1,15})?$/;
const numberOf = ({ text, isWhole }: Value): number | undefined => (isWhole && text !== undefined && number.test(text) ? Number(text) : undefined);

const sums: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b, '%': (a, b) => a % b, '**': (a, b) => a ** b,
  '^': (a, b) => a ^ b, '|': (a, b) => a | b, '&': (a, b) => a & b, '<<': (a, b) => a << b, '>>': (a, b) => a >> b, '>>>': (a, b) => a >>> b,
};

/** What two constant numbers make: names and addresses are spelled out of such sums. Labels are those of both. */
export function sumOf(operator: string, left: Value, right: Value): Value | undefined {
  const a = numberOf(left);
  const b = numberOf(right);
  const sum = a === undefined || b === undefined ? undefined : sums[operator]?.(a, b);
  return sum === undefined || !Number.isFinite(sum) ? undefined : ofText(String(sum), left.labels | right.labels);
}

/** Whether an expression is a number by how it is written: `+` joins texts and adds numbers. */
export function isNumber(node: Node): boolean {
  switch (node.type) {
    case 'NumericLiteral': return true;
    case 'UnaryExpression': return node.operator === '-' || node.operator === '~' || node.operator === '+';
    case 'BinaryExpression': return node.operator === '+' ? isNumber(node.left) && isNumber(node.right) : Object.hasOwn(sums, node.operator);
    case 'ParenthesizedExpression': return isNumber(node.expression);
    default: return false;
  }
}

/** `-1`, `+'1'`, `~1` of what is constant. */
export function signed(operator: string, value: Value): Value | undefined {
  const given = numberOf(value);
  if (given === undefined) return undefined;
  return operator === '-' ? ofText(String(-given), value.labels) : operator === '~' ? ofText(String(~given), value.labels) : operator === '+' ? value : undefined;
}
