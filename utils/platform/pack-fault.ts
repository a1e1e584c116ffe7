/**
 * Why newer rules were not taken. `unreachable`: nobody, or nothing of use, answered. `untrusted`: signatures, versions or hashes are not what they must
 * be. `expired`: signatures ran out. `clock`: this computer's clock cannot be right. `refused`: signed, but more or other than a pack may be, or its own
 * cases fail. `newer`: made for a later version of the extension. `setup`: there is no address or root to begin with.
 */
export const packFaults = ['unreachable', 'untrusted', 'expired', 'clock', 'refused', 'newer', 'setup'] as const;
export type PackFaultKind = (typeof packFaults)[number];

export class PackFault extends Error {
  readonly kind: PackFaultKind;
  /** Milliseconds the server asks to wait. */
  readonly wait?: number;

  constructor(kind: PackFaultKind, sentence: string, { wait, ...options }: ErrorOptions & { readonly wait?: number } = {}) {
    super(sentence, options);
    this.kind = kind;
    this.wait = wait;
  }
}
