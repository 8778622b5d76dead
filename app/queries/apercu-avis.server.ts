import { type Agent, requireDroit } from '#domain/acces/droits'
import type { Avis } from '#domain/pre-projet/avis'
import { examiner, type EtatPreProjet, type MotifExamen } from '#domain/pre-projet/etat'
import { ok, type Result } from '#domain/result'
import type { CourrielCompose } from '#emails/courriel-de-dossier'
import { courrielDAvis } from '#emails/courriel-de-fiche'
import type { Db } from '#infra/db'
import { loadFicheEcrite } from '#infra/stores/fiche-ecrite'
import { loadPreProjet } from '#infra/stores/pre-projet'

export type ApercuAvis = { etat: EtatPreProjet; courriel: CourrielCompose | null }

/** The very mail this avis would send and the state after, without giving it. For those who may examine. */
export async function apercuAvis(
  db: Db,
  agent: Agent,
  { preProjetId, avis, texte }: { preProjetId: string; avis: Avis; texte: string },
): Promise<Result<ApercuAvis, MotifExamen>> {
  requireDroit(agent, 'pre-projet.examiner')
  const preProjet = await loadPreProjet(db, preProjetId)
  const examen = examiner(preProjet, { avis, texte })
  if (!examen.ok) return examen
  const fiche = { ...preProjet, ...(await loadFicheEcrite(db, preProjet)) }
  return ok({ etat: examen.value.etat, courriel: courrielDAvis(fiche, examen.value) })
}
