/** The part of Mozilla's linter that is called here: it ships no types. */
declare module 'addons-linter' {
  interface Message { code: string; message: string; description: string; file?: string; line?: number; column?: number }
  interface Linter { run: () => Promise<{ errors: Message[]; warnings: Message[] }> }
  const linter: { createInstance: (options: { config: object; runAsBinary: boolean }) => Linter };
  export default linter;
}
