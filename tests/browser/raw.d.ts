/** A file's own text, as the test server gives it. */
declare module '*?raw' {
  const text: string;
  export default text;
}

/** What the configuration of the tests hands to those that run in a browser. */
interface ImportMetaEnv {
  /** '1' in the full run. */
  readonly LEDE_FULL: string;
}
