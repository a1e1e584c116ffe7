import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort, runEngine, type Engine } from './run-engine.ts';

export interface Rsyslog extends Engine {
  /** Hands it one message in the form of RFC 5424. */
  log(message: string): void;
  /** What it wrote: one message a line. */
  written(): string[];
}

/** rsyslog that takes lines over TCP and writes the messages in them into a file, as the log server of an organisation does. */
export async function startRsyslog(folder: string): Promise<Rsyslog> {
  const port = await freePort();
  const [log, settings] = [join(folder, 'events.log'), join(folder, 'rsyslog.conf')];
  writeFileSync(settings, `
global(workDirectory="${folder}" maxMessageSize="16k")
module(load="imtcp")
input(type="imtcp" address="127.0.0.1" port="${port}")
template(name="message" type="string" string="%msg%\\n")
action(type="omfile" file="${log}" template="message")
`);
  const engine = await runEngine({ program: '/usr/sbin/rsyslogd', words: ['-n', '-f', settings, '-i', join(folder, 'rsyslog.pid')], port });
  const socket = connect(port, '127.0.0.1');
  return {
    log: (message) => void socket.write(`<134>1 ${new Date().toISOString()} collector bonafide - - - ${message}\n`),
    written: () => {
      try {
        return readFileSync(log, 'utf8').split('\n').filter(Boolean);
      } catch {
        return [];
      }
    },
    stop: async () => {
      socket.destroy();
      await engine.stop();
    },
  };
}
