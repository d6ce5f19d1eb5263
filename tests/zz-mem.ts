import { memoryOf } from './browsers/memory.ts';
import { say } from './browsers/verbs.ts';
import { manySources, scriptMany } from './e2e/many-sources.ts';
import { openStage } from './e2e/stage.ts';

const stage = await openStage((process.argv[2] ?? 'chromium') as 'chromium');
const sleep = (ms: number) => new Promise((r) => setTimeout(r, ms));
const show = async (what: string) => {
  const pids = await stage.session.extensionProcesses();
  const each = await Promise.all(pids.map(async (p) => `${p}:${Math.round((await memoryOf([p])) / 1e6)}`));
  console.log(what, each.join(' '), new Set(stage.newsroom.log.map(({ host }) => host)).size);
};
await show('start');
scriptMany(stage.newsroom);
const page = await stage.session.open('options.html');
await show('options open');
await say(page, 'importSources', { sources: manySources(1000) });
await show('imported');
await page.close();
for (let i = 0; i < 9; i += 1) {
  await sleep(8000);
  await show(`${i * 8 + 8}s`);
}
if (process.argv[3]) {
  console.log(
    await stage.session.inBackground(
      '(async () => { const b = performance.memory?.usedJSHeapSize; return JSON.stringify({b}); })()',
    ),
  );
  await show('dbg');
}
await stage.close();
