/** A profile whose browser carries sources, as a soak drives it. */

export type Theme = 'light' | 'dark' | 'system';

export interface Source {
  readonly id: number;
  readonly url: string;
}

export interface Profile {
  sources(): Promise<readonly Source[]>;
  theme(): Promise<Theme>;
  follow(url: string): Promise<void>;
  remove(id: number): Promise<void>;
  file(id: number, folder: string): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  /** Rounds of carrying, until nothing waits to be written. */
  carry(): Promise<void>;
  /** What lies in its copy of the area. */
  items(): Promise<Readonly<Record<string, unknown>>>;
  /** An item arrives, or goes. */
  put(name: string, written: unknown): Promise<void>;
  close(): Promise<void>;
}
