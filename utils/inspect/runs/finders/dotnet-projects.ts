import { nameOf, parentOf, type Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { asRecord, asText } from '../plain.ts';
import { elementsIn, readXml } from '../xml.ts';

/** What MSBuild runs: commands of targets, code in tasks, files that are imported without being named. An editor that opens the project evaluates it. */
export const findDotnet: RunFinder = function* (folder) {
  const projects = folder.paths.filter((path) => /\.(?:cs|fs|vb|vcx|esp|sql)proj$|\.(?:props|targets)$|\.proj$/i.test(path) && !/(?:^|\/)(?:obj|node_modules)\//.test(path));
  for (const file of projects) yield* msbuild(file, folder);
  for (const file of folder.named('launchsettings.json')) {
    const document = folder.json(file);
    for (const [name, profile] of Object.entries(asRecord(asRecord(document?.value)['profiles']))) {
      const { executablePath, commandLineArgs, commandName } = asRecord(profile);
      if (asText(executablePath) !== undefined) yield { moment: 'start', file, line: document?.lineOf(['profiles', name]) ?? 1, by: 'launch profile', command: [executablePath, commandLineArgs].filter((word) => typeof word === 'string').join(' '), cwd: parentOf(parentOf(file)) };
      else if (commandName === 'Executable') yield { moment: 'start', file, line: document?.lineOf(['profiles', name]) ?? 1, by: 'launch profile', command: asText(commandLineArgs) ?? name };
    }
  }
  // Visual Studio reads this on opening; objects kept in it have been made to run code.
  for (const file of folder.paths.filter((path) => /\.suo$/i.test(path))) yield { moment: 'open', file, line: 1, by: 'Visual Studio options (.suo)', command: nameOf(file), only: true };
  for (const file of folder.named('dotnet-tools.json', 'nuget.config')) yield* nuget(file, folder);
  for (const file of folder.paths.filter((path) => /(?:^|\/)tools\/(?:init|install)\.ps1$/i.test(path))) yield { moment: 'install', file, line: 1, by: 'NuGet script', command: nameOf(file), targets: [file], only: true };
};

const ownFolder = /\$\((?:MSBuildThisFileDirectory|MSBuildProjectDirectory|ProjectDir|SolutionDir|MSBuildStartupDirectory)\)[\\/]?/g;

function* msbuild(file: string, folder: Folder): Generator<FoundRun> {
  let target = 'Exec';
  for (const element of elementsIn(readXml(folder.text(file) ?? ''))) {
    if (element.name === 'Target') target = element.attributes['BeforeTargets'] ?? element.attributes['AfterTargets'] ?? 'Exec';
    const run = (by: string, command: string): FoundRun => ({ moment: 'build', file, line: element.line, by, command: command.replace(ownFolder, './'), cwd: parentOf(file) });
    const command = element.attributes['Command'];
    if (element.name === 'Exec' && command !== undefined) yield run(`MSBuild ${target}`, command);
    else if (/^(?:PreBuildEvent|PostBuildEvent|PreLinkEvent|CustomBuildStep)$/.test(element.name)) {
      const text = element.text.trim() || element.children.find(({ name }) => name === 'Command')?.text.trim() || '';
      if (text !== '') yield run(`MSBuild ${element.name}`, text);
    } else if (element.name === 'UsingTask' && element.attributes['TaskFactory'] !== undefined) {
      const code = element.children.flatMap((child) => [child, ...child.children]).find(({ name }) => name === 'Code');
      const source = code?.attributes['Source'];
      yield { ...run('MSBuild code in the project file', (source ?? code?.text ?? '').replace(ownFolder, './')), only: source === undefined, traits: ['inline-code'] };
    } else if (/^(?:RunCommand|RunArguments|StartAction|CscToolPath|CscToolExe|VbcToolExe)$/.test(element.name) && element.text.trim() !== '') yield { ...run(`MSBuild ${element.name}`, element.text.trim()), moment: element.name.startsWith('Run') ? 'start' : 'build' };
    else if (/^(?:DownloadFile|WebDownload)$/.test(element.name)) yield { ...run('MSBuild download', element.attributes['SourceUrl'] ?? ''), traits: ['fetches'] };
  }
}

function* nuget(file: string, folder: Folder): Generator<FoundRun> {
  if (!/nuget\.config$/i.test(file)) return;
  for (const { name, attributes, line } of elementsIn(readXml(folder.text(file) ?? ''))) {
    const { key, value = '' } = attributes;
    if (name === 'add' && key !== undefined && /^https?:/.test(value) && !/^https:\/\/(?:api\.nuget\.org|www\.nuget\.org|pkgs\.dev\.azure\.com|nuget\.pkg\.github\.com)\//.test(value)) yield { moment: 'install', file, line, by: 'NuGet source', command: value, only: true, traits: ['fetches'] };
  }
}
