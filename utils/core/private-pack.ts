import * as z from 'zod/mini';

/** Where an organisation's own rules are fetched, and the root of trust they are signed under. */
const PrivatePack = z.object({
  id: z.string().check(z.regex(/^(?!base$)[a-z0-9-]{1,40}$/)),
  url: z.string().check(z.maxLength(2000), z.regex(/^(https:\/\/[^\s/]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)(\/\S*)?$/)),
  /** base64 of its first root.json. */
  root: z.string().check(z.regex(/^[A-Za-z0-9+/]{16,}={0,2}$/)),
});
export type PrivatePack = z.infer<typeof PrivatePack>;

/** One entry of `privatePacks`, which is JSON text. Undefined when it is none. */
export function privatePackOf(text: string): PrivatePack | undefined {
  try {
    return PrivatePack.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
