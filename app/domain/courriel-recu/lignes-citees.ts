/** A line of a message, with its number from 1 in the whole message. */
export type LigneDeMessage = { numero: number; texte: string }

/** What the sender wrote, and what they quote or pass on from an earlier message. */
export type Message = { ecrit: LigneDeMessage[]; cite: LigneDeMessage[] }

const CITEE = /^\s*>/
/** `Le 5 mai 2025 à 10:00, MCEI <…> a écrit :`, in French and English. */
const ATTRIBUTION = /^(?:le|on|am)\b.{5,300}\b(?:a [ée]crit|wrote|schrieb)\s*:?\s*$/iu
const SEPARATEUR =
  /^(?:-{2,}|_{5,}|={5,})?\s*(?:message (?:d['’]origine|original|transf[ée]r[ée]|initial)|original message|forwarded message|d[ée]but du message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])|begin forwarded message)\s*:?\s*(?:-{2,}|_{5,}|={5,})?$/iu
const ENTETE =
  /^\*?(?:de|from|exp[ée]diteur|envoy[ée](?: le)?|sent|date|[àa]|to|pour|destinataires?|cc|objet|subject|sujet)\*?\s*:/iu
/** Lines of a header copied into a message stand together. */
const ENTETES_MIN = 3

/** Whether a copied header (`De :`, `Envoyé :`, `À :`, `Objet :`) begins here: one label of a fiche (`Date :`) does not make one. */
function commenceUnEntete(lignes: readonly string[], i: number): boolean {
  if (!/^\*?(?:de|from|exp[ée]diteur)\*?\s*:/iu.test(lignes[i]?.trim() ?? '')) return false
  return lignes.slice(i, i + 7).filter((ligne) => ENTETE.test(ligne.trim())).length >= ENTETES_MIN
}

/** An attribution that a mail program folded on two lines. */
const attribue = (lignes: readonly string[], i: number): boolean =>
  ATTRIBUTION.test(lignes[i]?.trim() ?? '') ||
  (/^(?:le|on) /iu.test(lignes[i]?.trim() ?? '') &&
    ATTRIBUTION.test(`${lignes[i]?.trim()} ${lignes[i + 1]?.trim() ?? ''}`))

/**
 * Parts what the sender wrote from what they quote: lines after `>`, all that follows `Le … a écrit :`, `Message d'origine` or a header copied into the
 * message. Attributions and copied headers belong to neither.
 */
export function separerCitations(texte: string): Message {
  const brutes = texte.split('\n')
  const lignes = brutes.map(sansChevrons)
  const message: Message = { ecrit: [], cite: [] }
  let cite = false
  let entete = 0
  for (const [i, nue] of lignes.entries()) {
    if (SEPARATEUR.test(nue.trim()) || attribue(lignes, i)) {
      cite = true
      entete = 1
      continue
    }
    if (commenceUnEntete(lignes, i)) {
      cite = true
      entete = 7
    }
    if (entete > 0) {
      entete -= 1
      if (ENTETE.test(nue.trim()) || ATTRIBUTION.test(nue.trim())) {
        entete = Math.max(entete, 1)
        continue
      }
      if (nue.trim() !== '') entete = 0
      else continue
    }
    message[cite || CITEE.test(brutes[i] ?? '') ? 'cite' : 'ecrit'].push({ numero: i + 1, texte: nue })
  }
  return message
}

const sansChevrons = (ligne: string): string => ligne.replace(/^(?:\s*>)+ ?/, '')
