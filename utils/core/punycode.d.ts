/** The package's own declarations name only its CommonJS file, which not every loader of TypeScript finds. */
declare module 'punycode/punycode.es6.js' {
  export function toUnicode(name: string): string;
}
