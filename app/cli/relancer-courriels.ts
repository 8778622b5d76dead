import { SYSTEME } from '#domain/acces/acteur'
import { type Commande, EXIT, stop } from '#cli/commande'
import { estCauseEchec } from '#domain/courriel/echec-envoi'
import { compter } from '#domain/nombre'
import { debutDeJournee, parseJour } from '#domain/temps/jour'
import { phraseRelances } from '#libelles/courriel/echec-envoi'
import { relancerCourriels as relancer } from '#usecases/courriel/relancer-courriels'

/** A cause by its code, or words of the server. */
function choixDe(texte: string | undefined) {
  const code = texte?.trim().toUpperCase() ?? null
  if (estCauseEchec(code)) return { cause: code }
  return texte ? { mots: texte.trim() } : {}
}

/** A day of Paris, from its first instant. */
function jourDe(texte: string | undefined) {
  if (!texte) return {}
  const jour = parseJour(texte)
  if (!jour) return stop('L’option --depuis attend une date, par exemple 2025-06-13.', EXIT.usage)
  return { depuis: debutDeJournee(jour) }
}

/** Sends again the mails that failed; those that may have arrived are asked for by their cause, ISSUE_INCONNUE. */
export const relancerCourriels: Commande = {
  usage: '[--cause CAUSE|TEXTE] [--depuis DATE]',
  positionals: { min: 0, max: 0 },
  options: { cause: { type: 'string' }, depuis: { type: 'string' } },
  run: async ({ deps }, { values }) => {
    const choix = { ...choixDe(values['cause']), ...jourDe(values['depuis']) }
    const open = await deps()
    const faits = await relancer(open, SYSTEME, { ...choix, jusqua: open.now() })
    const restants = await open.db.courriel.count({ where: { etat: 'ECHEC' } })
    return {
      ok: true,
      json: { relances: faits.relances, restants },
      texte: `${phraseRelances(faits)} ${compter(restants, 'courriel reste', 'courriels restent')} en échec.`,
    }
  },
}
