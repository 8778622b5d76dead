/** The words of the sender, and those of the message they answer, which mail programs put below. */
export type TextePartage = { propre: string; cite: string }

const DEBUT_DE_CITATION = [
  /^-{3,} ?(?:message|original|forwarded|message transféré).*$/imu,
  /^_{10,}$/mu,
  /^le .{5,160}a écrit\s*:\s*$/imu,
  /^on .{5,160}wrote\s*:\s*$/imu,
  /^de\s*:.{1,200}\n(?:envoyé|date|à|objet)\s*:/imu,
  /^from\s*:.{1,200}\n(?:sent|date|to|subject)\s*:/imu,
  /^>.*(?:\n>.*)*\s*$/mu,
]

/** Parts a mail from what it quotes; a mail that is only a quotation is kept whole. */
export function partagerCitation(texte: string): TextePartage {
  const debuts = DEBUT_DE_CITATION.map((motif) => texte.search(motif)).filter((debut) => debut >= 0)
  const debut = debuts.length > 0 ? Math.min(...debuts) : texte.length
  const propre = texte.slice(0, debut).trim()
  return propre ? { propre, cite: texte.slice(debut).trim() } : { propre: texte.trim(), cite: '' }
}
