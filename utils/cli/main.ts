import type { Command } from './command.ts';
import { complain, endQuietlyWithReader, print } from './results.ts';

/** Loaded when asked for: most commands need neither a browser nor the rules. */
const commands: Record<string, () => Promise<Command>> = {
  judge: async () => (await import('./judge-files.ts')).judgeFiles,
  'profile-age': async () => (await import('./profile-age.ts')).profileAge,
  'image-hash': async () => (await import('./image-hash.ts')).imageHash,
  'image-match': async () => (await import('./image-match.ts')).imageMatch,
  inspect: async () => (await import('./inspect.ts')).inspect,
  rules: async () => (await import('./rules-command.ts')).rulesCommand,
  pack: async () => (await import('./pack-command.ts')).packCommand,
  'read-page': async () => (await import('./read-page.ts')).readPage,
};

const help = `Bonafide: signals often seen in fake-recruiter attacks. Everything stays on this machine.

  judge FILE...           mails, texts and JSON lines (.eml .mbox .txt .jsonl, - for stdin)
  profile-age X...        when a LinkedIn account can have been made
  image-hash FILE...      perceptual hashes of pictures
  image-match FILE...     which hashes of a list pictures come close to
  inspect PATH...         what a test assignment would do (folder, .zip, .tar.gz)
  rules list|test|new|...  what is looked for
  pack init|add|build|...  own rules and indicators for a fleet, signed
  read-page FILE.html...  what the extension reads on a saved page

COMMAND --help says more. Exit code: 0 nothing at caution or above, 1 something at caution or danger,
2 an input could not be read (named on stderr; the rest is still done).`;

async function main([name, ...args]: string[]): Promise<void> {
  if (name === undefined) return complain('Name a command: --help lists them.');
  if (name === '--help' || name === '-h' || name === 'help') return print(help);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) return complain(`There is no command "${name}": --help lists them.`);
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) return print(command.help);
  await command.run(args);
}

endQuietlyWithReader();
try {
  await main(process.argv.slice(2));
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
}
