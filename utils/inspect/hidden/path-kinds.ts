/** Made by tools, or brought along: long lines and odd characters are ordinary there. */
export const isMade = (path: string): boolean =>
  /(?:^|\/)(?:node_modules|dist|build|out|vendor|third[_-]?party|\.next|\.nuxt|\.yarn|coverage|__snapshots__|__fixtures__|bower_components|site-packages|\.git)\//i.test(path)
  || /[.-](?:min|bundle|umd|prod|production|chunk|pack|packed|iife|global|snap|map)\.\w+$|\.(?:map|snap|lock|svg|csv|tsv|ipynb|html?|xml|po|pot|geojson|txt|md|mdx|rst|tex|log|sql|patch|diff|pem|crt|asc)$|(?:^|\/)(?:package-lock\.json|pnpm-lock\.yaml|npm-shrinkwrap\.json|composer\.lock|yarn-\d[\d.]*\.cjs|\.pnp\.\w+)$/i.test(path);

/** Program text of some language, or a setting that starts things. */
export const isCode = (path: string): boolean =>
  /\.(?:[cm]?[jt]sx?|vue|svelte|astro|pyw?|rb|php|pl|go|rs|java|kts?|groovy|gradle|scala|cs|fs|vb|swift|c|cc|cpp|h|hpp|lua|sh|bash|zsh|fish|command|ps1|psm1|bat|cmd|vbs|ejs|pug|sol)$/i.test(path)
  || /(?:^|\/)(?:Makefile|Dockerfile|Rakefile|Gemfile|\.husky\/[\w-]+|[\w-]*\.?hooks?\/[\w-]+)$/.test(path);

export const isSetting = (path: string): boolean =>
  /\.(?:jsonc?|json5|ya?ml|toml|ini|cfg|conf|config|properties|env|plist|xml|npmrc)$|(?:^|\/)\.env(?:[.\w-]*)$|(?:^|\/)[\w.-]*env(?:\.(?:example|sample|local|dist|template))$|(?:^|\/)\.\w+rc$/i.test(path);

/** Texts of several languages: marks of direction and joiners belong there. */
export const isTranslation = (path: string): boolean =>
  /(?:^|\/)(?:locales?|lang(?:uage)?s?|i18n|l10n|translations?|intl|cldr[\w-]*|unicode[\w-]*|_locales|messages|emoji[\w-]*)(?:\/|[.-])|\.(?:po|pot|mo|arb|xlf|xliff|strings|resx|ftl|lproj)$/i.test(path);
