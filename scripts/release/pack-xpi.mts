import { readFiles, zipFiles } from './zip-files.mts';

/** A built extension for Firefox as XPI, unsigned: Mozilla signs it, or the policy of an ESR waives the signature. */
export const packXpi = (folder: string): Uint8Array => zipFiles(readFiles(folder));
