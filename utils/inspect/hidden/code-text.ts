/** Signs of program text; one alone stands in prose too. */
const signs: readonly RegExp[] = [
  /\brequire\s*\(/, /\b(?:import|export)\s+[\w*{]/, /\bfunction\b\s*(?:\w+\s*)?\(|=>/, /\b(?:const|let|var)\s+[\w$[{]/, /\b(?:eval|exec|atob|Function)\s*\(/, /\bprocess\.|\bmodule\.exports|\bglobalThis\b/,
  /^[ \t]*def \w+\(|^[ \t]*from [\w.]+ import/m, /^#!\s*\//, /\b(?:powershell|curl|wget)\s+-/i, /<script\b/i, /<\?php/i, /_0x[\da-f]{4}/, /\$\(|\bfi\b|\bIEX\b/, /\bself\.|__name__/, /try\s*\{|catch\s*\(/,
];

export const looksLikeProgram = (text: string): boolean => signs.filter((sign) => sign.test(text)).length >= 2;

/** Bytes as text when nearly all of them can be read. */
export function readableText(bytes: Uint8Array): string | undefined {
  const part = bytes.subarray(0, 20_000);
  let odd = 0;
  for (const byte of part) if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) odd++;
  if (part.length === 0 || odd > part.length / 200) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: part.length === bytes.length }).decode(part);
  } catch {
    return undefined;
  }
}
