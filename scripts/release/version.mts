/** Chromium takes up to four numbers of 16 bits; three are the rule here, and no suffix: a store accepts none. */
const form = /^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/;
const largest = 65_535;

export const isVersion = (text: string): boolean => form.test(text) && numbersOf(text).every((number) => number <= largest);

export function isNewer(version: string, than: string): boolean {
  const [ours, theirs] = [numbersOf(version), numbersOf(than)];
  const at = ours.findIndex((number, i) => number !== theirs[i]);
  return at >= 0 && ours[at]! > theirs[at]!;
}

const numbersOf = (version: string): number[] => version.split('.').map(Number);
