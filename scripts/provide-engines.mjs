// The engines that the fleet tests talk to. Each test starts its own in a temporary folder; nothing here starts one.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installFromDebian } from './prepare-machine.mjs';

/** Debian packages by the program that must be there, and what other systems call them. */
const engines = {
  nginx: { package: 'nginx-light', name: 'nginx' },
  postgres: { package: 'postgresql', name: 'PostgreSQL' },
  rsyslogd: { package: 'rsyslog', name: 'rsyslog' },
};

const programs = /** @type {(keyof typeof engines)[]} */ (Object.keys(engines));

/** Debian keeps the server of each PostgreSQL version out of the path. */
const postgresFolders = () =>
  existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`)
    : [];

/** @param {string} program */
const isThere = (program) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', ...postgresFolders()].some((folder) =>
    existsSync(join(folder, program)),
  );

/**
 * Installs what is missing where that is possible: on Debian, as root.
 * @returns {string | undefined} what a person has to install, undefined when everything is there
 */
export function provideEngines() {
  const missing = () => programs.filter((program) => !isThere(program));
  if (missing().length > 0) installFromDebian(missing().map((program) => engines[program].package));
  const still = missing();
  if (still.length === 0) return undefined;
  const names = still.map((program) => engines[program].name).join(', ');
  const packages = programs.map((program) => engines[program].package).join(' ');
  return `The fleet tests need ${names}, which could not be installed here. On Debian or Ubuntu: apt-get install ${packages}`;
}
