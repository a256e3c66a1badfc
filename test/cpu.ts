/** Processor time of this process: what a measured step really costs, however busy the machine is. */

/** Milliseconds of processor time that this process has used so far. */
export const cpuTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
