/** A server that dies comes back, with the documents that were open. Node only. Changes with the server's life. */
import { equal, open, sample, symbols, until } from './support.ts';

/** Process ids of the language server, which is a child of the extension host. */
async function servers(): Promise<number[]> {
  const { execFileSync } = await import('node:child_process');
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return table
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((m) => m !== null && Number(m[2]) === process.pid && /dist[\\/]server[\\/]node\.js/.test(m[3] ?? ''))
    .map((m) => Number(m?.[1]));
}

export function restartTests(): void {
  describe('a server that is killed', function () {
    this.timeout(60_000);

    it('comes back and answers again', async () => {
      const { uri } = await open(await sample('001'));
      const before = (await until('outline', async () => (await symbols(uri)).length || null)) as number;
      const [victim] = await until('a server', async () => (await servers()).slice(0, 1));
      process.kill(victim ?? 0, 'SIGKILL');
      const next = await until('another server', async () => (await servers()).find((pid) => pid !== victim));
      equal(next === victim, false, 'the same process');
      await until('the same outline', async () => (await symbols(uri)).length === before);
    });
  });
}
