/** Tells an unchanged body from a changed one without reading it. */

/** SHA-256 of a body, base64: the same bytes give the same text in every browser. */
export async function bodyHash(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
