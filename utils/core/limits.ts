/** How much of a page is looked at. In a file of its own, because the page's script carries it and must stay small. */

/** Longest text a reader passes on; the judge cuts what is longer and says so. Twenty screens of reading. */
export const textLimit = 20_000;
/** Longest of any other string: several times a long headline or file name. */
export const lineLimit = 500;
/** Longest address: browsers and mail gateways cope with 2 kB to 64 kB; wrapped links reach a few kB. */
export const addressLimit = 8_192;
/** Most links, files or thread entries that are looked at. */
export const listLimit = 200;
