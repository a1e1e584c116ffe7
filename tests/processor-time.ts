/** Milliseconds of the processor this process has had. Limits of time hold for it: what else a machine does is not the code's doing. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
