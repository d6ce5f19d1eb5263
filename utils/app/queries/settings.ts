/** The reader's settings, valid in every field. */
export { loadSettings as settings } from '../../store/records.ts';
