/** A thread of the command line: takes file names, gives outcomes, ends on null. */
import { parentPort, workerData } from 'node:worker_threads';
import { runTask, type TaskName, type TaskOptions } from './tasks.ts';

const { task, cwd, options } = workerData as { task: TaskName; cwd: string; options?: TaskOptions<TaskName> };
parentPort?.on('message', async (file: string | null) => {
  if (file === null) parentPort?.close();
  else parentPort?.postMessage(await runTask(task, file, cwd, options));
});
