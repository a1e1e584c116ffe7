/** Pixels as a canvas gives them: red, green, blue, alpha, row by row from the top. */
export interface Pixels {
  readonly data: Uint8ClampedArray | Uint8Array;
  readonly width: number;
  readonly height: number;
}
