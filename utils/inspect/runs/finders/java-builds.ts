import { nameOf, parentOf, type Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { childText, childrenNamed, elementsIn, readXml, type XmlElement } from '../xml.ts';

/** What Gradle and Maven run while they build. An editor that imports the project reads Gradle's files as soon as it is opened and trusted. */
export const findJavaBuilds: RunFinder = function* (folder) {
  for (const file of folder.paths.filter((path) => /\.gradle(?:\.kts)?$/.test(path))) yield* gradle(file, folder);
  for (const file of folder.named('gradle-wrapper.properties', 'maven-wrapper.properties')) yield* wrapper(file, folder);
  for (const file of folder.named('gradlew', 'mvnw', 'gradlew.bat', 'mvnw.cmd')) yield* wrapperScript(file, folder);
  for (const file of folder.named('pom.xml')) yield* maven(file, folder);
  for (const file of folder.paths.filter((path) => /(?:^|\/)\.mvn\/(?:extensions\.xml|jvm\.config|maven\.config)$/.test(path))) yield* mavenSettings(file, folder);
  for (const file of folder.paths.filter((path) => /(?:^|\/)buildSrc\/.+\.(?:java|kt|groovy)$/.test(path))) yield { moment: 'build', file, line: 1, by: 'Gradle buildSrc', command: nameOf(file), targets: [file], only: true, ordinary: true };
  yield* programs(folder);
  for (const file of folder.named('gradle.properties')) {
    for (const [index, line] of (folder.text(file) ?? '').split('\n').entries()) if (/^org\.gradle\.jvmargs\s*=.*-javaagent/.test(line)) yield { moment: 'build', file, line: index + 1, by: 'Gradle Java agent', command: line };
  }
};

const sources = /(?:^|\/)src\/(main|test)\/(?:java|kotlin|groovy|scala)\/.+\.(?:java|kt|groovy|scala)$/;
/** Classes that are named as started: containers find them by their notes, not by imports. */
const sourceLimit = 3_000;

/** The program and its tests, as `gradle run`, `mvn spring-boot:run` and their `test` start them. */
function* programs(folder: Folder): Generator<FoundRun> {
  for (const [part, moment] of [['main', 'start'], ['test', 'test']] as const) {
    const targets = folder.paths.filter((path) => sources.exec(path)?.[1] === part).slice(0, sourceLimit);
    if (targets[0] !== undefined) yield { moment, file: targets[0], line: 1, by: `Java, ${part}`, command: `src/${part}`, targets, only: true, ordinary: true };
  }
}

/** Calls by which a Gradle script starts a program. */
const execCall = /(?:\bproject\.)?\b(?:exec|javaexec|providers\.exec)\s*[({]|(?:["'\])]|\b[a-zA-Z]\w{0,60})\s*\.execute\s*\(|\bProcessBuilder\s*\(|\bRuntime\.(?:getRuntime\(\)|runtime)\.exec|\bcommandLine\b|\bant\.(?:exec|get)\b|\bGroovyShell\b|\bevaluate\s*\(|\bURL\s*\([^)\n]{1,200}\)\s*\.\s*(?:text|readText|openStream|getText|bytes)|apply\s*(?:\(\s*)?from\s*[:=]\s*["']https?:/g;

function* gradle(file: string, folder: Folder): Generator<FoundRun> {
  const text = folder.text(file) ?? '';
  const seen = new Set<number>();
  const known = new Map<string, string | undefined>();
  const definitionOf = (name: string | undefined) => {
    if (name !== undefined && !known.has(name) && known.size < nameLimit) known.set(name, givenTo(name, text));
    return name === undefined ? undefined : known.get(name);
  };
  const main = /(?:^|\/)(?:settings|init)\.gradle/.test(file) ? 'Gradle settings' : 'Gradle script';
  for (const match of text.matchAll(execCall)) {
    const line = folder.lineOf(file, match.index);
    const named = /^\w+/.exec(match[0])?.[0];
    const kept = named !== undefined && isBehind(match[0]) ? definitionOf(named) : undefined;
    // Tasks have a method of that name too.
    if (isBehind(match[0]) && named !== undefined && kept === undefined) continue;
    if (seen.has(line) || /^\s*(?:\/\/|\*)/.test(folder.line(file, line))) continue;
    seen.add(line);
    const around = kept !== undefined ? kept : isBehind(match[0]) ? textBefore(text, match) : text.slice(match.index, match.index + 400).split('\n').slice(0, 4).join(' ');
    const words = wordsIn(around) || wordsIn(definitionOf(/\(\s*(\w+)\s*[,)]/.exec(around)?.[1] ?? /\bcommandLine\s*=?\s*(\w+)/.exec(around)?.[1]) ?? '');
    yield { moment: 'build', file, line, by: main, command: words || around, cwd: parentOf(file), targets: [file], ...(isQuestion(words) && { ordinary: true }) };
  }
  if (seen.size === 0) yield { moment: 'build', file, line: 1, by: main, command: nameOf(file), targets: [file], only: true, ordinary: true };
}

/** Texts in quotes one behind the other; a quote of the other kind may stand in one. */
const wordsIn = (text: string): string => [...text.matchAll(/"([^"\n]{1,2000})"|'([^'\n]{1,2000})'/g)].map(([, double, single]) => double ?? single).join(' ');

/** Names of one script that are looked up: each is a walk through it. */
const nameLimit = 100;
/** What a name is given in a script, when texts stand in it. */
function givenTo(name: string, text: string): string | undefined {
  if (!/^\w{1,60}$/.test(name)) return undefined;
  const given = new RegExp(`\\b${name}\\b[^=\\n(){}]{0,40}=(?!=)\\s*([^\\n]{1,4000}(?:\\n[ \\t]+[^\\n]{0,400}){0,5})`).exec(text)?.[1];
  if (given === undefined || !/["']/.test(given)) return undefined;
  const end = /^\s*(?:\[|listOf\(|arrayOf\()/.test(given) ? given.search(/[\])]\s*(?:\n|$)/) : given.indexOf('\n');
  return end < 0 ? given : given.slice(0, end);
}

/** `"sh x".execute()` and `["sh", "x"].execute()` name the program in front of the call. */
const isBehind = (call: string): boolean => call.includes('.execute');

function textBefore(text: string, { 0: call, index }: RegExpExecArray): string {
  const end = index + 1;
  const start = call.startsWith(']') ? text.lastIndexOf('[', index) : text.lastIndexOf('\n', index) + 1;
  return text.slice(Math.max(start, end - 2_000), end);
}

const isQuestion = (words: string) => /^git (?:rev-parse|describe|log|status|rev-list|branch)/.test(words) || /^(?:npm|yarn|pnpm) (?:install|run|ci)/.test(words);

const usualHosts = /^https?(?:\\)?:\/\/(?:services\.gradle\.org|downloads\.gradle\.org|repo\.maven\.apache\.org|repo1\.maven\.org|archive\.apache\.org|downloads\.apache\.org)\//;

/** The wrapper fetches a whole Gradle or Maven from here and runs it. */
function* wrapper(file: string, folder: Folder): Generator<FoundRun> {
  for (const [index, line] of (folder.text(file) ?? '').split('\n').entries()) {
    const [, url] = /^\s*(?:distributionUrl|wrapperUrl)\s*[=:]\s*(.+?)\s*$/.exec(line) ?? [];
    if (url !== undefined) yield { moment: 'build', file, line: index + 1, by: 'wrapper download', command: url, only: true, traits: ['fetches'], ...(usualHosts.test(url) && { ordinary: true }) };
  }
}

/** Lines that no published wrapper script has: it starts java and nothing else. */
function* wrapperScript(file: string, folder: Folder): Generator<FoundRun> {
  const lines = (folder.text(file) ?? '').split('\n');
  const at = nameOf(file).startsWith('gradlew') ? lines.findIndex((line) => /\b(?:curl|wget|node|python3?|powershell|base64|nc)\b/.test(line) && !/^\s*(?:#|@?rem\b|::)/i.test(line)) : -1;
  if (at !== -1) yield { moment: 'build', file, line: at + 1, by: 'wrapper script', command: lines[at] ?? '', targets: [file] };
}

const executing = /^(?:exec-maven-plugin|maven-antrun-plugin|groovy-maven-plugin|gmavenplus-plugin|gmaven-plugin|build-helper-exec|frontend-maven-plugin|download-maven-plugin|wagon-maven-plugin|jython-maven-plugin|nashorn-maven-plugin|scala-maven-plugin|kotlin-maven-plugin|beanshell-maven-plugin|nodejs-maven-plugin)$/;
/** Elements of one plugin that are read: nested in each other they would be read again and again. */
const partLimit = 300;
const usualPlugin = /^(?:frontend-maven-plugin|scala-maven-plugin|kotlin-maven-plugin)$/;

function* maven(file: string, folder: Folder): Generator<FoundRun> {
  const root = readXml(folder.text(file) ?? '');
  for (const element of elementsIn(root)) {
    const name = childText(element, 'artifactId') ?? '';
    if (element.name === 'plugin' && executing.test(name)) {
      const words = [...elementsIn(element, partLimit)].flatMap(mavenWords);
      yield { moment: 'build', file, line: element.line, by: `Maven ${name}`, command: words.join(' ') || name, ...(usualPlugin.test(name) && { ordinary: true }) };
    }
    if (element.name === 'systemPath' && element.text.includes('basedir')) yield { moment: 'build', file, line: element.line, by: 'Maven library of its own', command: element.text.trim().replace(/\$\{(?:project\.)?basedir\}\/?/, './') };
  }
}

function mavenWords({ name, text, attributes }: XmlElement): string[] {
  if (/^(?:executable|argument|commandlineArgs|mainClass|script|source|url|arguments|goal)$/.test(name) && text.trim() !== '') return [text.trim().replace(/\$\{(?:project\.)?basedir\}\/?/g, './')];
  if (/^(?:exec|java|get|arg|script)$/.test(name)) return ['executable', 'value', 'line', 'src', 'jar', 'file', 'path'].flatMap((key) => attributes[key] ?? []);
  return [];
}

function* mavenSettings(file: string, folder: Folder): Generator<FoundRun> {
  const text = folder.text(file) ?? '';
  const cwd = parentOf(parentOf(file));
  if (file.endsWith('.xml')) {
    for (const element of elementsIn(readXml(text))) {
      if (element.name === 'extension') yield { moment: 'build', file, line: element.line, by: 'Maven extension', command: childrenNamed(element, 'groupId', 'artifactId', 'version').map((child) => child.text.trim()).join(':'), only: true, ordinary: /^(?:org\.apache|com\.gradle|io\.takari|kr\.motd)/.test(childText(element, 'groupId') ?? '') };
    }
    return;
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (/-javaagent|-agentpath|-agentlib|-XX:On|-Dmaven\.ext\.class\.path|exec\.executable|exec:exec/.test(line)) yield { moment: 'build', file, line: index + 1, by: `Maven ${nameOf(file)}`, command: line.replace(/\$\{(?:maven\.multiModuleProjectDirectory|project\.basedir)\}\/?/g, './'), cwd };
  }
}
