import type { Agent } from '#domain/acces/droits'
import { cleUnique } from '#domain/courriel/courriel'
import type { Avis } from '#domain/pre-projet/avis'
import { examiner, type EtatPreProjet, type MotifExamen } from '#domain/pre-projet/etat'
import { ok, type Result } from '#domain/result'
import type { CourrielCompose } from '#emails/courriel-de-dossier'
import { courrielDAvis } from '#emails/courriel-de-fiche'
import { writeCourriel } from '#infra/courriels'
import { loadFicheEcrite } from '#infra/stores/fiche-ecrite'
import { agirSurPreProjet, type Deps, type Vise } from '#usecases/agir-sur-pre-projet'

type AvisRendu = { etat: EtatPreProjet; avis: Avis; texte: string; courriel: CourrielCompose | null }

/**
 * Answers a fiche: its avis, its state and the mail that says so (M02), whose words are those the officer was shown. Without an
 * address nothing leaves, and the officer is told to answer by other means.
 */
export const rendreAvis = (
  deps: Deps,
  agent: Agent,
  { avis, texte, ...vise }: Vise & { avis: Avis; texte: string },
): Promise<Result<AvisRendu, MotifExamen>> =>
  agirSurPreProjet<AvisRendu, MotifExamen>(deps, agent, {
    ...vise,
    acte: 'examinerPreProjet',
    decider: async ({ tx, preProjet }) => {
      const examen = examiner(preProjet, { avis, texte })
      if (!examen.ok) return examen
      const fiche = { ...preProjet, ...(await loadFicheEcrite(tx, preProjet)) }
      return ok({ ...examen.value, courriel: courrielDAvis(fiche, examen.value) })
    },
    change: (value, { le }) => ({ etat: value.etat, avis: value.avis, avisTexte: value.texte, avisLe: le }),
    detail: (value, { preProjet }) => ({
      avant: preProjet.etat,
      apres: value.etat,
      avis: value.avis,
      texte: value.texte,
      courrielA: value.courriel?.destinataire ?? null,
    }),
    ensuite: async ({ courriel }, { tx, preProjet: { id, version }, le }) => {
      if (!courriel) return
      const fait = { cleUnique: cleUnique('avis', `${id}/${version}`), preProjetId: id, creeLe: le }
      await writeCourriel(tx, { ...courriel, ...fait })
    },
  })
