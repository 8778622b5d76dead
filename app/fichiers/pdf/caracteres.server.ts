/** Characters that no font draws and that only steer a reader: a control, a direction, a variant. Line ends are kept. */
export const propre = (texte: string): string =>
  texte.replace(/\r\n?/g, '\n').replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u{FE00}-\u{FE0F}]/gu, '')
