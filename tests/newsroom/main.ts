/** Starts the test press for people: prints its ports and outlets, and runs until it is interrupted. */
import { startNewsroom } from './index.ts';

const newsroom = await startNewsroom({ publishEveryMs: 20_000 });
console.log(`HTTP ${newsroom.httpPort}, HTTPS ${newsroom.httpsPort}`);
for (const { name, language, format, feedUrl } of newsroom.outlets) {
  console.log(`${language}  ${format.padEnd(8)}${feedUrl}  ${name}`);
}
console.log(`\nTry: curl -sk --proxy http://127.0.0.1:${newsroom.httpPort} ${newsroom.outlets[0]?.feedUrl}`);
process.once('SIGINT', () => newsroom.close());
