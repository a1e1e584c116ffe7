import type { Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { elementsIn, readXml } from '../xml.ts';

/** Scripts that Xcode runs while it builds (build phases), and before and after (schemes). */
export const findXcode: RunFinder = function* (folder) {
  for (const file of folder.paths.filter((path) => path.endsWith('/project.pbxproj'))) yield* buildPhases(file, folder);
  for (const file of folder.paths.filter((path) => path.endsWith('.xcscheme'))) {
    for (const { name, attributes, line } of elementsIn(readXml(folder.text(file) ?? ''))) {
      const script = attributes['scriptText'];
      if (name === 'ActionContent' && script !== undefined) yield { moment: 'build', file, line, by: 'Xcode scheme script', command: script, cwd: homeOf(file) };
    }
  }
};

/** The folder that holds the .xcodeproj. */
const homeOf = (file: string) => file.replace(/(?:^|\/)[^/]*\.xc(?:odeproj|workspace)\/.*$/, '');

/** What the templates of Flutter, React Native, CocoaPods and SwiftLint put there. */
const usual = /xcode_backend\.sh|react-native-xcode\.sh|with-environment\.sh|PODS_(?:ROOT|PODFILE_DIR_PATH)|swiftlint|swiftformat|swiftgen|bundle-react-native|expo-configure|Crashlytics|sentry-cli|\[CP\]/i;

function* buildPhases(file: string, folder: Folder): Generator<FoundRun> {
  const text = folder.text(file) ?? '';
  for (const match of text.matchAll(/shellScript\s*=\s*"((?:[^"\\]|\\.){1,20000})";/g)) {
    const command = (match[1] ?? '').replace(/\\n/g, '\n').replace(/\\t/g, ' ').replace(/\\(["\\])/g, '$1').replace(/\$\{?(?:SRCROOT|PROJECT_DIR)\}?\/?/g, './');
    yield { moment: 'build', file, line: folder.lineOf(file, match.index), by: 'Xcode build phase', command, cwd: homeOf(file), ...(usual.test(command) && !/curl|wget|base64/.test(command) && { ordinary: true }) };
  }
}
