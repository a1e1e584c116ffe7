import { nameOf, parentOf, type Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { asRecord, textsOf } from '../plain.ts';

/** What Bundler, Rake, Rails, Composer and a few others run as they read a project: their files are code. */
export const findRubyAndPhp: RunFinder = function* (folder) {
  for (const file of folder.named('gemfile', 'podfile', 'fastfile', 'brewfile', 'berksfile', 'appraisals')) yield* codeFile(file, 'install', `${nameOf(file)}, read by every command`, folder);
  for (const file of folder.paths.filter((path) => path.endsWith('.gemspec'))) yield* codeFile(file, 'install', 'gem specification', folder);
  for (const file of folder.named('rakefile', 'guardfile', 'capfile', 'dangerfile')) yield* codeFile(file, 'build', nameOf(file), folder);
  for (const file of folder.named('vagrantfile', 'tiltfile')) yield* codeFile(file, 'container', nameOf(file), folder);
  for (const file of folder.named('.irbrc', '.pryrc')) yield { moment: 'start', file, line: 1, by: 'Ruby console', command: nameOf(file), targets: [file], only: true };
  for (const file of folder.named('extconf.rb')) yield { moment: 'install', file, line: 1, by: 'gem extension', command: nameOf(file), targets: [file], only: true };
  for (const file of folder.named('config.ru', 'artisan', 'index.php', 'mix.exs', 'build.zig', 'package.swift', 'build.sbt')) {
    const moment = /^(?:config\.ru|artisan|index\.php)$/.test(nameOf(file)) ? 'start' : 'build';
    if (parentOf(file).split('/').length <= 2) yield { moment, file, line: 1, by: nameOf(file), command: nameOf(file), targets: [file], only: true, ordinary: true };
  }
  for (const file of folder.named('composer.json')) yield* composer(file, folder);
  for (const file of folder.named('.user.ini', 'php.ini')) {
    for (const [index, line] of (folder.text(file) ?? '').split('\n').entries()) {
      const [, key, path] = /^\s*(auto_prepend_file|auto_append_file|extension|zend_extension)\s*=\s*"?([^"\n]+)"?/.exec(line) ?? [];
      if (path !== undefined && /[./]/.test(path)) yield { moment: 'start', file, line: index + 1, by: `PHP ${key}`, command: path };
    }
  }
};

/** Ways Ruby (and what resembles it) starts a program or fetches something. */
const starting = /`[^`\n]{2,400}`|%x[({[][^)}\]\n]{2,400}|(?<![\w.])(?:system|exec|spawn)[\s(]+["'%]|\bKernel\.(?:system|exec|spawn|eval)|IO\.popen|Open3\.|URI\.open|Net::HTTP|(?<![\w.])(?:instance_)?eval[\s(]+(?!_?gemfile)|\blocal\s*\(\s*["']|\bsh\s+["']/;

function* codeFile(file: string, moment: FoundRun['moment'], by: string, folder: Folder): Generator<FoundRun> {
  const lines = (folder.text(file) ?? '').split('\n');
  let found = false;
  for (const [index, line] of lines.entries()) {
    if (/^\s*#/.test(line) || !starting.test(line)) continue;
    found = true;
    const command = /`([^`\n]+)`/.exec(line)?.[1] ?? /["']([^"'\n]+)["']/.exec(line)?.[1] ?? line;
    yield { moment, file, line: index + 1, by, command: command.includes(' ') || command.includes('/') ? command : line, targets: [file], ...(/^git (?:ls-files|describe|rev-parse)/.test(command) && { ordinary: true }) };
  }
  if (!found && lines.length > 1) yield { moment, file, line: 1, by, command: nameOf(file), targets: [file], only: true, ordinary: true };
}

const installEvents = /^(?:pre|post)-(?:install|update|autoload-dump|root-package-install|create-project|package|status|dependencies|command|operations)|^(?:init|command|pre-file-download)$/;

function* composer(file: string, folder: Folder): Generator<FoundRun> {
  const document = folder.json(file);
  const value = asRecord(document?.value);
  for (const [name, commands] of Object.entries(asRecord(value['scripts']))) {
    for (const command of textsOf(commands)) {
      // Laravel and Symfony, as their templates have them.
      const isUsual = /^(?:@php artisan (?:package:discover|key:generate|vendor:publish|migrate|optimize|ide-helper|storage:link|config:clear|test|serve|queue|pail)\b|@auto-scripts|@test|@lint|Illuminate\\|Composer\\Config::disableProcessTimeout|@php -r "file_exists\('\.env'\) \|\| copy|phpunit|pest|phpstan|phpcs|php-cs-fixer|pint|rector|psalm)/.test(command);
      yield { moment: installEvents.test(name) ? 'install' : /test|lint|check/.test(name) ? 'test' : 'start', file, line: document?.lineOf(['scripts', name]) ?? 1, by: `composer ${name}`, command: command.replace(/^@php\b/, 'php'), ...(isUsual && { ordinary: true }) };
    }
  }
  for (const path of textsOf(asRecord(value['autoload'])['files'])) yield { moment: 'start', file, line: document?.lineOf(['autoload', 'files']) ?? 1, by: 'composer autoload file', command: path, ordinary: true };
}
