const spacedScript = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Hebrew}\p{N}]/u;
/** By code unit: 0 not asked yet, 1 no, 2 yes. */
const units = new Uint8Array(0x10000);

/** True for letters and numbers of scripts that put spaces between words. Chinese, Japanese and Thai do not. */
export function isSpaced(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return false;
  return (units[unit] ||= spacedScript.test(text[at]!) ? 2 : 1) === 2;
}
