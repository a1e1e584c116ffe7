/** Folders of packages that were installed, and so come from elsewhere. */
export const isInstalled = (path: string): boolean => /(?:^|\/)(?:node_modules|bower_components|site-packages)\//.test(path);

/** Of installed packages what names them. */
export const namesPackage = (path: string): boolean =>
  /(?:^|\/)node_modules\/(?:\.package-lock\.json|(?:@[^/]+\/)?[^/@.][^/]*\/package\.json)$/.test(path);

/**
 * Did the person install the packages of a clone? Yes where git keeps no file of them: then they have run already, and only their names and
 * versions are read. Without git nobody can tell, and they are read whole. `index`: bytes of `.git/index`, which holds all paths as they are.
 */
export const isOwnInstall = (index: string): boolean => !index.includes('node_modules/');
