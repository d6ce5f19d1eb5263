/** A file's own text, as the test server gives it. */
declare module '*?raw' {
  const text: string;
  export default text;
}
