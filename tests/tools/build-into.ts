/** `node tests/tools/build-into.ts BROWSER FOLDER`: builds a package into a folder of its own, beside what was built before. */
import { build } from 'wxt';

const [browser = 'chrome', outDir = ''] = process.argv.slice(2);
if (outDir === '') throw new Error('the folder is missing');
await build({ browser, outDir, mode: 'production', manifestVersion: 3 });
