/** What options ask, as one piece of code. */
export { backupPart } from '../../store/backup.ts';
export { account } from './account.ts';
export { carrying } from './carrying.ts';
export { exportSources } from './export-sources.ts';
export { sources } from './sources.ts';
