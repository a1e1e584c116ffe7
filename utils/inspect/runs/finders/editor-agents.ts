import { nameOf, parentOf } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { asList, asRecord, asText, quoteWord, textsOf } from '../plain.ts';

const ofAssistants = /^\.(?:vscode|cursor|windsurf|claude|gemini|kiro|roo|amazonq|codex|factory|qwen|continue|junie|zencoder|augment|trae|idx|amp|crush|cline|opencode|copilot|github)$/;
/** Names of the files, and folders below that of the assistant in which they may lie too. */
const places: Readonly<Record<string, RegExp>> = {
  'mcp.json': /^(?:settings|mcp|copilot)$/, '.mcp.json': /^$/, 'settings.json': /^(?:settings|agent)$/, 'settings.local.json': /^$/, 'hooks.json': /^hooks$/, 'mcp_config.json': /^$/, 'worktrees.json': /^$/,
  'opencode.json': /^$/, 'opencode.jsonc': /^$/, 'config.toml': /^$/, '.crush.json': /^$/, 'crush.json': /^$/, 'mcp-config.json': /^$/,
};
const loads = /^(?:NODE_OPTIONS|LD_PRELOAD|DYLD_INSERT_LIBRARIES|BASH_ENV|PYTHONSTARTUP)$/;

/** The folder that is opened, if the file is read by an assistant. */
function homeOf(file: string): string | undefined {
  const name = nameOf(file);
  const where = parentOf(file);
  if (/^(?:\.mcp\.json|opencode\.jsonc?|\.?crush\.json)$/.test(name) && !ofAssistants.test(nameOf(where))) return where;
  if (name === 'config.toml' && nameOf(where) !== '.codex') return undefined;
  if (ofAssistants.test(nameOf(where))) return parentOf(where);
  return places[name]?.test(nameOf(where)) && ofAssistants.test(nameOf(parentOf(where))) ? parentOf(parentOf(where)) : undefined;
}

const commandsIn = (value: unknown): string[] => asList(value).flatMap((one) => textsOf(one));

/** Programs that a chat in the editor starts when the folder is opened: servers of tools (modelcontextprotocol.io) and hooks. */
export const findEditorAgents: RunFinder = function* (folder) {
  for (const file of folder.named(...Object.keys(places))) {
    const home = homeOf(file);
    if (home === undefined) continue;
    const document = file.endsWith('.toml') ? folder.toml(file) : folder.json(file);
    const value = asRecord(document?.value);
    const run = (command: string, path: readonly string[], by: string): FoundRun => ({ moment: 'open', file, line: document?.lineOf(path) ?? 1, by, command, cwd: home });
    for (const key of ['servers', 'mcpServers', 'mcp.servers', 'mcp_servers', 'mcp', 'amp.mcpServers']) {
      for (const [name, server] of Object.entries(asRecord(value[key]))) {
        const { command: program, args, env } = asRecord(server);
        const loading = Object.entries(asRecord(env)).filter(([key]) => loads.test(key)).map(([key, text]) => `${key}=${quoteWord(String(text))}`);
        const command = [...loading, ...textsOf(program), ...textsOf(args).map(quoteWord)].join(' ');
        if (textsOf(program).length > 0) yield run(command, [key, name], 'tool server of the editor\'s assistant');
      }
    }
    for (const key of ['setup-worktree', 'setup-worktree-unix', 'setup-worktree-windows']) for (const command of commandsIn(value[key])) yield run(command, [key], 'set-up of the editor\'s assistant');
    for (const [event, entries] of Object.entries(asRecord(value['hooks']))) {
      for (const command of asList(entries).flatMap(hookCommands)) yield run(command, ['hooks', event], 'hook of the editor\'s assistant');
    }
    for (const key of ['apiKeyHelper', 'awsAuthRefresh']) if (asText(value[key]) !== undefined) yield run(String(value[key]), [key], 'hook of the editor\'s assistant');
    const line = asText(asRecord(value['statusLine'])['command']);
    if (line !== undefined) yield run(line, ['statusLine'], 'hook of the editor\'s assistant');
  }
};

function hookCommands(entry: unknown): string[] {
  const one = asRecord(entry);
  return [...textsOf(one['command']), ...asList(one['hooks']).flatMap((inner) => textsOf(asRecord(inner)['command']))];
}
