import type { Agent } from '#domain/acces/droits'
import { addDays } from '#domain/temps/jour'
import { criteresOfferts } from '#infra/stores/notation/notation'
import { noterDossier } from '#usecases/notation/noter-dossier'
import { ajouterCritere } from '#usecases/notation/regler-notation'
import { auBureau, type DepsDemo, type Evenement, type Monde, must } from './agenda'
import { rangDe } from './echanges'
import { importeLeDe, numeroDe } from './extraction'

const CRITERES = [
  {
    libelle: 'Partenariat et réciprocité',
    aide: '0\u00a0: aucun partenaire nommé. Maximum\u00a0: accord signé, accueil dans les deux sens.',
    maximum: '4',
  },
  {
    libelle: 'Intérêt pour les jeunes',
    aide: '0\u00a0: les jeunes n’ont pas de part dans le projet. Maximum\u00a0: ils le préparent et le restituent.',
    maximum: '4',
  },
  {
    libelle: 'Réalisme du budget',
    aide: '0\u00a0: dépenses sans explication. Maximum\u00a0: chaque dépense est justifiée et cofinancée.',
    maximum: '3',
  },
]

/** Gives a campagne of the demonstration its grille de notation. */
export async function poserGrille(deps: DepsDemo, responsable: Agent, code: string) {
  for (const critere of CRITERES) must(await ajouterCritere(deps, responsable, { code, ...critere }), critere.libelle)
}

const POURQUOI = [
  'Le partenaire est connu, et l’accueil se fait dans les deux sens.',
  'Les jeunes préparent le voyage et le racontent au retour.',
  'Le transport est chiffré largement, sans devis à l’appui.',
]

const LECTURES = [
  ['Mémoire européenne à Ypres et Berlin', 'instructeur', [4, 3, 2]],
  ['Mémoire européenne à Ypres et Berlin', 'responsable', [3, 3, 0]],
  ['Correspondants de Canterbury', 'instructeur', [2, 3, 1]],
  ['Correspondants de Canterbury', 'responsable', [2, 2, 1]],
] as const

/** What two readers gave a few dossiers, each apart from the other. */
export const lecturesDe = (monde: Monde): Evenement[] =>
  LECTURES.map(([objet, qui, points]) => {
    const rang = rangDe(objet)
    return {
      le: auBureau(monde, addDays(importeLeDe(monde.calendrier, rang), 5), [15, 10]),
      faire: async (deps) => {
        const { id: dossierId, campagneId } = await deps.db.dossier.findUniqueOrThrow({
          where: { numero: numeroDe(monde.calendrier, rang) },
          select: { id: true, campagneId: true },
        })
        const notes = (await criteresOfferts(deps.db, campagneId)).map(({ id, version }, place) => ({
          ...{ critereId: id, version, points: String(points[place] ?? 0), justification: POURQUOI[place] ?? '' },
        }))
        must(await noterDossier(deps, monde.equipe[qui], { dossierId, version: 0, rendre: true, notes }), objet)
      },
    }
  })
