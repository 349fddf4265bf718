/** Saves `blob` as a download named `filename`. */
export function saveFile(blob: Blob, filename: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = filename;
  link.click();
  // Only once the download has begun: some browsers read the address later than the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
