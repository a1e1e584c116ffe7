/**
 * What the extension's build takes instead of @noble/curves (wxt.config.ts). The library that verifies packs falls back to it where WebCrypto knows no
 * Ed25519; every browser we support does (Chromium 137, Firefox 129), and 30 kB would be read at each start of the worker. Nothing here is ever called.
 */
export const ed25519 = undefined;
export const p256 = undefined;
export const p384 = undefined;
export const p521 = undefined;
