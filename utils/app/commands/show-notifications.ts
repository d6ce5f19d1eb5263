/** Showing the notifications of alerts that were raised, each once. */

import { type Language, resolveLanguage } from '../../i18n/language.ts';
import { breakingNotice, noticeWords, watchNotice } from '../../i18n/notices.ts';
import type { Alert } from '../../model/alert.ts';
import { takeNotifications } from '../../store/alerts.ts';
import { loadSettings } from '../../store/records.ts';
import { isolate } from '../../text/isolate.ts';
import type { Deps, Notice } from '../deps.ts';

const MOST_OF_HEADLINE = 140;
const MOST_OF_NAME = 60;

/** Shows those that wait; what a background that died left is shown by the next one, and none of them twice. */
export async function showNotifications(deps: Deps): Promise<void> {
  const db = await deps.database();
  const waiting = await takeNotifications(db, deps.now());
  if (waiting.length === 0) return;
  const language = resolveLanguage((await loadSettings(db)).language, deps.languages());
  for (const alert of waiting) {
    // Without permission, or in a system without notifications, it stands in the history. Not waited for: there are
    // systems that never say whether it was shown, and stories are told after it.
    deps.notify(noticeOf(alert, language)).catch(() => undefined);
  }
}

function noticeOf({ kind, notice, title, words, source, voices }: Alert, language: Language): Notice {
  const { noHeadline, open, later } = noticeWords(language);
  const [word = ''] = words;
  return {
    id: notice,
    title: isolate(title, MOST_OF_HEADLINE) || noHeadline,
    text:
      kind === 'breaking'
        ? breakingNotice(language, voices)
        : watchNotice(language, isolate(word, MOST_OF_NAME), isolate(source, MOST_OF_NAME)),
    buttons: [open, later],
  };
}
