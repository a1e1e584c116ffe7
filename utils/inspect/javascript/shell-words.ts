import { fetchesOnlyInstallers } from '../runs/known-installers.ts';

export const fetchesInShell = /\b(?:curl|wget|Invoke-WebRequest|Invoke-RestMethod|iwr|irm|DownloadString|DownloadFile|Start-BitsTransfer|bitsadmin|mshta|certutil\s+-urlcache)\b/i;
export const intoShell = /\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b|\|\s*(?:node|python3?|cmd|powershell|pwsh|iex)\b|\biex\b|Invoke-Expression|bash\s+<\(|&&\s*(?:sh|bash|node|python3?|start)\s/i;

/** Whether a text is a command line that fetches something and runs it, other than an installer that its publishers tell people to run so. */
export const isFetchingCommand = (text: string): boolean =>
  /[|(&]/.test(text) && intoShell.test(text) && fetchesInShell.test(text) && !fetchesOnlyInstallers(text);
