/** How long a file stays at its address, in ms: the browser takes it from there after the click. */
const KEPT_MS = 60_000;

/** Hands the reader a file under a name, as a download. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
