/**
 * One command of the program. `run` throws only what ends the whole command; a single bad input is complained
 * about.
 */
export interface Command {
  readonly help: string;
  readonly run: (args: string[]) => Promise<void>;
}
