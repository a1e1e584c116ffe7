/** One warning of Mozilla's linter, with the code around the place it points at. */
export interface Warning { readonly code: string; readonly message: string; readonly file?: string; readonly excerpt: string }

/** A warning that stays, known by what stands there and not by where: a second one of the same kind elsewhere is not excused. */
export interface KnownWarning { readonly code: string; readonly message: RegExp; readonly excerpt: RegExp; readonly because: string }

export const knownWarnings: readonly KnownWarning[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT', message: /innerHTML/, excerpt: /__html\b.*\.innerHTML=\w+\.__html/s,
    because: 'Preact\'s own code for dangerouslySetInnerHTML, which nothing here uses: the lint rule react/no-danger forbids it.',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT', message: /call to import/, excerpt: /Invalid codec module/,
    because: 'zip.js loads further unpackers from an address that somebody configures. Nobody does here, and the policy of the extension runs nothing from elsewhere.',
  },
  {
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION', message: /Firefox for Android/, excerpt: /^/,
    because: 'Firefox for Android is not supported; Firefox 140 for desktops, the ESR, knows the declaration of what is collected.',
  },
];

export const becauseOf = (warning: Warning): string | undefined =>
  knownWarnings.find(({ code, message, excerpt }) => code === warning.code && message.test(warning.message) && excerpt.test(warning.excerpt))?.because;
