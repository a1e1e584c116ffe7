/** Milliseconds that this process computed. A limit in them holds for the work, not for what else the computer does: results stay the same under load. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
