import type { Agent } from '#domain/acces/droits'
import { lireExamen } from '#domain/pre-projet/examen'
import type { Tx } from '#infra/db'
import { writeJournal } from '#infra/journal'
import { examenEnJson } from '#infra/stores/pre-projet/instruction'
import { claimPreProjet, loadPreProjet } from '#infra/stores/pre-projet/pre-projet'

/**
 * An avis whose mail was taken back before it left was never given: the fiche is again as it was before, and what was written is again
 * being written. When something else happened to the fiche meanwhile, it is left as it is.
 */
export async function reprendreAvis(
  tx: Tx,
  agent: Agent,
  { preProjetId, cleUnique, le }: { preProjetId: string; cleUnique: string; le: Date },
): Promise<void> {
  const preProjet = await loadPreProjet(tx, preProjetId)
  const { precedent, ...examen } = lireExamen(preProjet.examen)
  if (!precedent || precedent.cle !== cleUnique) return
  const { redaction, avisLe, avis, avisTexte } = precedent
  const etat = preProjet.etat === 'CLOS' || preProjet.etat === 'A_TRAITER' ? preProjet.etat : precedent.etat
  await claimPreProjet(tx, preProjet, {
    etat,
    avis,
    avisTexte,
    avisLe: avisLe ? new Date(avisLe) : null,
    examen: examenEnJson({ ...examen, redaction: redaction ?? null, precedent: null }),
  })
  const detail = { avant: preProjet.etat, apres: etat, avis: preProjet.avis }
  await writeJournal(tx, agent, { acte: 'reprendreAvis', objet: 'pre-projet', objetId: preProjetId, detail, le })
}
