import type { Detector, ListDetector, ProjectDetector } from './sighting.ts';
import { commandCode } from './detectors/command-code.ts';
import { foreignPackages } from './detectors/foreign-packages.ts';
import { listedHosts } from './detectors/listed-hosts.ts';
import { lockSources } from './detectors/lock-sources.ts';
import { namedPackages } from './detectors/named-packages.ts';
import { registrySettings } from './detectors/registry-settings.ts';
import { detectScripts } from './javascript/detect-scripts.ts';
import { disguisedFiles } from './hidden/disguised-files.ts';
import { encodedAddresses } from './hidden/encoded-addresses.ts';
import { hiddenCode } from './hidden/hidden-code.ts';
import { pictureScripts } from './hidden/picture-scripts.ts';
import { storedPrograms } from './hidden/stored-programs.ts';
import { programFiles } from './hidden/program-files.ts';
import { unseenCharacters } from './hidden/unseen-characters.ts';
import { otherPrograms } from './other-languages/other-programs.ts';
import { shellScripts } from './other-languages/shell-scripts.ts';
import { pythonObfuscation } from './python/python-obfuscation.ts';
import { pythonCode } from './python/python-code.ts';
import { settingSightings } from './runs/runs-of.ts';

/** All detectors there are. Each sees one kind of thing, and only rules say what it means. */
export const detectors: readonly Detector[] = [
  registrySettings, foreignPackages, lockSources, pythonCode, pythonObfuscation, shellScripts, otherPrograms, hiddenCode, unseenCharacters, encodedAddresses, pictureScripts,
];
export const listDetectors: readonly ListDetector[] = [namedPackages, listedHosts];
export const projectDetectors: readonly ProjectDetector[] = [settingSightings, commandCode, detectScripts];
/** Look at each file by itself, at its bytes: they are given one at a time, so that the limit of time holds for them too. */
export const byteDetectors: readonly ProjectDetector[] = [disguisedFiles, programFiles, storedPrograms];
