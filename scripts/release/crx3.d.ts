declare module 'crx3' {
  /** Writes a zip stream as CRX3 to `crxPath`, signed with the PEM in `keyPath`. `appId` is 32 letters from a to p. */
  export default function writeCrx3(zip: NodeJS.ReadableStream, options: { keyPath: string; crxPath: string }): Promise<{ appId: string }>;
}
