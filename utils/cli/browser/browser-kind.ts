export const browserKinds = ['chromium', 'firefox'] as const;

export type BrowserKind = (typeof browserKinds)[number];

/** Folder that `wxt build` writes for a browser, below the repository root. */
export const builtFolder: Record<BrowserKind, string> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
};

/**
 * Host and beginning of the path of what a browser asks for on its own account: all that was seen in idle
 * runs of 90 seconds of Chromium 156 and Firefox ESR 153. It ends in the fixture server too.
 */
export const ownTraffic: Record<BrowserKind, RegExp> = {
  chromium: /^(accounts\.google\.com\/ListAccounts|update\.googleapis\.com\/service\/update2|content-autofill\.googleapis\.com\/v1\/pages)/,
  firefox: /^firefox\.settings\.services\.mozilla\.com\/v1\//,
};
