/** A backup as the text that a restore takes, in pieces. */
import {
  BACKUP_STORES,
  type BackupPart,
  type BackupPlace,
  MAX_PART,
} from '../../../utils/model/backup-format.ts';
import { BackupEnd, headerLine } from '../../../utils/store/backup-file.ts';

/** Everything that is stored now. */
export async function restoreParts(
  say: <T>(verb: string, request: object) => Promise<T>,
): Promise<readonly string[]> {
  const end = new BackupEnd();
  let text = `${headerLine(Date.now())}\n`;
  let place: BackupPlace | null = { store: BACKUP_STORES[0], key: null };
  while (place !== null) {
    const part: BackupPart = await say('backupPart', place);
    end.add(part.lines, part.rows);
    text += part.lines;
    place = part.next;
  }
  text += `${end.line()}\n`;
  const count = Math.ceil(text.length / MAX_PART);
  return Array.from({ length: count }, (_, index) => text.slice(index * MAX_PART, (index + 1) * MAX_PART));
}
