/** What the build fills in; Vite's own types would bring the DOM with them. */
interface ImportMetaEnv {
  readonly MODE: string;
  readonly FIREFOX: boolean;
}
interface ImportMeta {
  readonly env: ImportMetaEnv;
}
