/** What the build fills in; Vite's own types would bring the DOM with them. */
interface ImportMetaEnv {
  readonly MODE: string;
  readonly FIREFOX: boolean;
  /** UTC ms at which the soak's fast clock was right; the soak build alone has it. */
  readonly WXT_SOAK_EPOCH?: string;
}
interface ImportMeta {
  readonly env: ImportMetaEnv;
}
