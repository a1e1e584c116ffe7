/**
 * Does a mount or an option of a container reach the computer around it? The docker socket, the home folder or what lies hidden in it,
 * the whole disk, all rights. A folder of the project, a named volume or a cache does not.
 */
export function reachesHost(text: string): boolean {
  return /docker\.sock|--privileged\b|--pid[= ]host\b|--cap-add[= ](?:ALL|SYS_ADMIN|SYS_PTRACE)\b|--device[= ]\/dev\/(?:sd|mem|kmsg)/i.test(text) || isHomeMount(text) || isRootMount(text);
}

const home = String.raw`(?:~|\$\{?HOME\}?|\$\{localEnv:(?:HOME|USERPROFILE)\}|\$\{localEnv:HOME\}\$\{localEnv:USERPROFILE\}|%USERPROFILE%|\$\{?USERPROFILE\}?|/home/\w+|/Users/\w+|/root)`;
/** The home folder itself, or one of its hidden ones, as the first half of a mount. Only what is read for one's own name (.gitconfig) is usual. */
const homeMount = new RegExp(`(?:^|[\\s"'=,])${home}(?:/?(?=[:,\\s"']|$)|/\\.(?:ssh|aws|config|gnupg|kube|mozilla|local|npmrc|docker|azure|solana|ethereum|bitcoin)\\b|/Library|/AppData)[^\\s,:]*(?:[:,]|\\s|$)`, 'i');
const isHomeMount = (text: string) => homeMount.test(text);
const isRootMount = (text: string) => /(?:^|[\s"'])\/:\/|source=\/,|src=\/,/.test(text);
