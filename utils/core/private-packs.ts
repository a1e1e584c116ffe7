import * as z from 'zod/mini';

/** A place that an organisation fetches rules of its own from. `root`: the root of trust, as text. */
export interface PrivatePack { readonly id: string; readonly url: string; readonly root: string }

/** How an own pack may be called. Two hyphens in a row part its name from those of its rules (unite-packs.ts): within it they could make two packs' rules one. */
export const PrivatePackId = z.string().check(
  z.regex(/^[a-z][a-z0-9-]{0,40}$/, 'An id is made of at most 41 letters a to z, digits and hyphens, a letter first.'),
  z.refine((id) => !id.includes('--'), 'An id has no two hyphens in a row.'),
  z.refine((id) => id !== 'base', 'The id "base" is taken by the rules that come with the extension.'),
);
const PrivatePack = z.strictObject({
  id: PrivatePackId,
  url: z.string().check(z.maxLength(2_000), z.regex(/^(https:\/\/[^\s/@]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)(\/\S*)?$/)),
  root: z.base64(),
});

/** Places named by the setting `privatePacks`, and what is wrong with entries that name none. Of two with one id the first counts. */
export function readPrivatePacks(entries: readonly string[]): { readonly packs: readonly PrivatePack[]; readonly faults: readonly string[] } {
  const packs = new Map<string, PrivatePack>();
  const faults: string[] = [];
  for (const [index, entry] of entries.entries()) {
    try {
      const { id, url, root } = PrivatePack.parse(JSON.parse(entry));
      if (packs.has(id)) throw new Error(`there is a pack "${id}" already`);
      const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(atob(root), (letter) => letter.charCodeAt(0)));
      packs.set(id, { id, url: url.replace(/\/+$/, ''), root: text });
    } catch (error) {
      const said = error instanceof z.core.$ZodError ? z.prettifyError(error) : (error as Error).message;
      faults.push(`Entry ${index + 1} of privatePacks is not used: ${said.replace(/\s+/g, ' ').slice(0, 200)}`);
    }
  }
  return { packs: [...packs.values()], faults };
}
