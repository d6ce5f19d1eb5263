/** Notifications of the system: a permission that is asked for when the reader turns them on. */
import { browser } from 'wxt/browser';

const PERMISSION = { permissions: ['notifications' as const] };
const PREFIX = 'alert-';

export interface Notification {
  /** A repeat with the same number replaces it. */
  readonly id: number;
  readonly title: string;
  readonly text: string;
  /** Words of the two buttons, which Firefox does not have. */
  readonly buttons: readonly [string, string];
}

/**
 * Asks the reader for permission to notify; true where it is given. Must be called straight from a click, before anything
 * is awaited.
 */
export function requestNotifications(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** Whether the reader allows notifications. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/** Shows a notification, without a sound where the browser lets it say so (Firefox does not). Rejects where it is not allowed. */
export async function notify({ id, title, text, buttons }: Notification): Promise<void> {
  const notifications = api();
  if (notifications === null) return;
  const own = {
    type: 'basic' as const,
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message: text,
  };
  const more = import.meta.env.FIREFOX
    ? {}
    : { silent: true, buttons: buttons.map((words) => ({ title: words })) };
  await notifications.create(`${PREFIX}${id}`, { ...own, ...more });
}

/** Takes a notification away. */
export async function forgetNotice(id: number): Promise<void> {
  await api()?.clear(`${PREFIX}${id}`);
}

/**
 * Calls back when the reader presses a notification (by its number) or one of its buttons. To be called synchronously at
 * the top of the background, and again once notifications are allowed: before that there is nothing to listen to.
 */
export function onNotification(listener: (id: number, pressed: 'body' | 'first' | 'second') => void): void {
  const notifications = api();
  if (notifications === null || isListening) return;
  isListening = true;
  notifications.onClicked.addListener((id) => {
    if (id.startsWith(PREFIX)) listener(numberOf(id), 'body');
  });
  if (import.meta.env.FIREFOX) return;
  notifications.onButtonClicked.addListener((id, index) => {
    if (id.startsWith(PREFIX)) listener(numberOf(id), index === 0 ? 'first' : 'second');
  });
}

let isListening = false;

function numberOf(id: string): number {
  return Number(id.slice(PREFIX.length));
}

/** Null until the reader allows notifications: the browser then hides all of it. */
function api(): typeof browser.notifications | null {
  return (browser.notifications as typeof browser.notifications | undefined) ?? null;
}
