import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { readableList } from '../../utils/core/named-list.ts';
import { packageLookAlike } from '../../utils/inspect/package-look-alike.ts';

const popular = ['express', 'cross-env', 'tailwindcss', 'chai', 'winston', 'react-dom', 'vue'];
const list = readableList(popular, 'value', false);
const known = readableList(['expresso', 'chai-js'], 'value', false);
const alike = (name: string) => packageLookAlike(name, list, known);

describe('packageLookAlike', () => {
  it.each([
    ['expres', 'express', 'letters changed'], ['exppress', 'express', 'letters changed'], ['exprses', 'express', 'letters changed'], ['tailwimdcss', 'tailwindcss', 'letters changed'],
    ['crossenv', 'cross-env', 'separators changed'], ['react_dom', 'react-dom', 'separators changed'], ['Winston2', 'winston', 'letters changed'],
    ['chai-utils', 'chai', 'word added'], ['node-winston', 'winston', 'word added'], ['winstonjs', 'winston', 'word added'],
  ])('sees that %s resembles %s', (name, of, how) => expect(alike(name)).toEqual({ of, how }));

  it.each(['express', 'Express', 'expresso', 'chai-js', '@acme/expres', 'vuejs', 'chat', 'winston-daily-rotate-file', 'xpress', 'quiet-harbour', '', '-'])('is silent on %s', (name) => {
    expect(alike(name)).toBeUndefined();
  });

  it('is silent on every popular and known name, and on names in a scope', () => {
    fc.assert(fc.property(fc.constantFrom(...popular, ...known.members!), fc.boolean(), (name, isScoped) => alike(isScoped ? `@someone/${name}` : name) === undefined));
  });

  it('sees every swap of two letters behind the first in names of five letters and more', () => {
    fc.assert(fc.property(fc.constantFrom('express', 'winston', 'tailwindcss'), fc.nat(), (name, n) => {
      const at = 1 + (n % (name.length - 2));
      const swapped = name.slice(0, at) + name[at + 1]! + name[at]! + name.slice(at + 2);
      return swapped === name || alike(swapped)?.of === name;
    }));
  });
});
