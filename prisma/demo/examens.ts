import type { Agent } from '#domain/acces/droits'
import type { Db } from '#infra/db'
import { addDays } from '#domain/temps/jour'
import { clorePreProjet } from '#usecases/pre-projet/clore-pre-projet'
import { confirmerChampsSurs } from '#usecases/pre-projet/confirmer-champ'
import { rendreAvis } from '#usecases/pre-projet/rendre-avis'
import { repondreCritere } from '#usecases/pre-projet/repondre-critere'
import { confirmerRapprochement } from '#usecases/fil-rouge/confirmer-rapprochement'
import { auBureau, type DepsDemo, type Evenement, type Monde, must } from './agenda'
import { dossierDe, importeLeDe, numeroDe } from './extraction'
import { type AvisDemo, type FicheDemo, FICHES, recueLeDe } from './fiches'

async function ficheDe({ db }: { db: Db }, titre: string) {
  const { id, version } = await db.preProjet.findFirstOrThrow({ where: { titre }, select: { id: true, version: true } })
  return { preProjetId: id, version }
}

/** Confirms what was surely read, gives the avis, and closes the fiche of which nothing more is expected. */
const repondre =
  (agent: Agent, { titre }: FicheDemo, { avis, texte, clos }: AvisDemo) =>
  async (deps: DepsDemo) => {
    must(await confirmerChampsSurs(deps, agent, await ficheDe(deps, titre)), titre)
    must(await rendreAvis(deps, agent, { ...(await ficheDe(deps, titre)), avis, texte }), titre)
    if (clos) must(await clorePreProjet(deps, agent, await ficheDe(deps, titre)), titre)
  }

/** The fiche whose grid is being filled, and what was answered so far. */
const EN_EXAMEN = { ilYa: 16, reponses: ['STRUCTURE_ELIGIBLE', 'TERRITOIRE', 'PAYS_ELIGIBLE'] } as const

const commencer =
  (agent: Agent, { titre }: FicheDemo) =>
  async (deps: DepsDemo) => {
    const { preProjetId } = await ficheDe(deps, titre)
    for (const code of EN_EXAMEN.reponses)
      must(await repondreCritere(deps, agent, { preProjetId, code, reponse: 'OUI', precision: '', vu: null }), titre)
  }

/** What officers answered to the fiches. */
export function examensDe(monde: Monde): Evenement[] {
  const { calendrier, equipe } = monde
  return FICHES.flatMap((fiche) => {
    const recueLe = recueLeDe(fiche, calendrier.aujourdhui)
    if (fiche.avis) {
      const le = auBureau(monde, addDays(recueLe, fiche.avis.apres ?? 3), [9, 40])
      return [{ le, faire: repondre(equipe.instructeur, fiche, fiche.avis) }]
    }
    if (fiche.ilYa !== EN_EXAMEN.ilYa) return []
    return [{ le: auBureau(monde, addDays(recueLe, 2), [10]), faire: commencer(equipe.instructeur, fiche) }]
  })
}

/** The dossiers whose fiche an officer has recognised; those of the others are proposed, and wait. */
const RECONNUS = [
  'Sur les pas des mineurs polonais',
  'Chantier de jeunes à Cork',
  'Classe de découverte à Pérouse',
  'Mémoire européenne à Ypres et Berlin',
  'Jeunes ambassadeurs à Ziguinchor',
]

const reconnaitre = (monde: Monde, rang: number) => async (deps: DepsDemo) => {
  const { id, etat } = await deps.db.rapprochement.findFirstOrThrow({
    where: { dossier: { numero: numeroDe(monde.calendrier, rang) }, preProjet: { titre: dossierDe(rang).objet } },
    select: { id: true, etat: true },
  })
  must(await confirmerRapprochement(deps, monde.equipe.instructeur, { rapprochementId: id, etat }), String(rang))
}

/** The ties between fiche and dossier that an officer has said. */
export const rapprochementsDe = (monde: Monde, rangs: readonly number[]): Evenement[] =>
  rangs
    .filter((rang) => RECONNUS.includes(dossierDe(rang).objet))
    .map((rang) => ({
      le: auBureau(monde, addDays(importeLeDe(monde.calendrier, rang), 1), [16]),
      faire: reconnaitre(monde, rang),
    }))
