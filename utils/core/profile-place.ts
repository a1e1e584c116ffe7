import { slugOf } from './member-number.ts';

/** A LinkedIn profile's address without its language, query and rest: `linkedin.com/in/dana-wolf`, lower case. Undefined when it is none. */
export function profilePlace(address: string): string | undefined {
  const slug = slugOf(address) ?? slugOf(`https://${address}`);
  return slug === undefined ? undefined : `linkedin.com/in/${slug.toLowerCase()}`;
}
