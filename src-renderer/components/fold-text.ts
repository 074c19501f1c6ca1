/** Lower case without accents, for comparing what was typed with names: "Café" and "cafe" are the same. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
