import type { SaisieOuverture } from '#domain/ouverture-de-compte/ouverture'
import { addDays } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { hashMotDePasse } from '#infra/mot-de-passe'
import { jetonDuCourriel } from '#infra/stores/acces/lien-secret'
import { accepterOuverture } from '#usecases/ouverture-de-compte/accepter-ouverture'
import { confirmerOuverture } from '#usecases/ouverture-de-compte/confirmer-ouverture'
import { demanderOuverture } from '#usecases/ouverture-de-compte/demander-ouverture'
import { auBureau, type DepsDemo, type Evenement, type Monde, must } from './agenda'
import { MOT_DE_PASSE } from './maison'

/** Of a structure that has demandes: signs in on the extranet. */
export const DEMANDEUR = 'demandeur@exemple.test'

/** Days before the loading on which each asked. */
const IL_Y_A = { demandeur: 20, enAttente: 1 }

const saisie = (qui: Partial<SaisieOuverture>): SaisieOuverture => ({
  ...{ prenom: 'Odile', nom: 'Vandamme', courriel: DEMANDEUR, fonction: 'Présidente', role: 'REPRESENTANT_LEGAL' },
  ...{ siret: '', genre: '', raisonSociale: '', adresse: '', codePostal: '', commune: '' },
  ...qui,
})

/** Asks for an account and follows the link of the mail. */
async function demander(deps: DepsDemo, voulue: SaisieOuverture) {
  must(await demanderOuverture(deps, { saisie: voulue, ip: '192.0.2.1', cleEnvoi: null }), voulue.courriel)
  const { id } = await deps.db.ouvertureDeCompte.findFirstOrThrow({
    where: { courriel: voulue.courriel, etat: 'A_CONFIRMER' },
    select: { id: true },
  })
  must(await confirmerOuverture(deps, { jeton: jetonDuCourriel(`ouverture-de-compte/${id}`) }), voulue.courriel)
  return deps.db.ouvertureDeCompte.findUniqueOrThrow({ where: { id } })
}

/** The structure that has the most demandes. */
async function laPlusActive(db: Db) {
  const [premiere] = await db.structure.findMany({
    where: { siret: { not: null } },
    orderBy: [{ dossiers: { _count: 'desc' } }, { nom: 'asc' }],
    take: 1,
  })
  if (!premiere?.siret) throw new Error('the demonstration has no structure')
  return { id: premiere.id, siret: premiere.siret }
}

/** An account of the extranet that an officer opened, and one that waits to be. */
export const comptesDe = (monde: Monde): Evenement[] => [
  {
    le: auBureau(monde, addDays(monde.calendrier.aujourdhui, -IL_Y_A.demandeur), [9]),
    faire: async (deps) => {
      const { id: structureId, siret } = await laPlusActive(deps.db)
      const { id: ouvertureId, version } = await demander(deps, saisie({ siret }))
      const choix = { structureId, role: 'REPRESENTANT_LEGAL', genre: 'association' } as const
      const visee = { ouvertureId, version, ...choix }
      must(await accepterOuverture(deps, monde.equipe.instructeur, visee), DEMANDEUR)
      const motDePasse = await hashMotDePasse(MOT_DE_PASSE)
      await deps.db.demandeur.update({ where: { courriel: DEMANDEUR }, data: { motDePasse }, select: { id: true } })
    },
  },
  {
    le: auBureau(monde, addDays(monde.calendrier.aujourdhui, -IL_Y_A.enAttente), [8]),
    faire: (deps) =>
      demander(
        deps,
        saisie({
          ...{ prenom: 'Nadia', nom: 'Cuvelier', courriel: 'nadia.cuvelier@exemple.test', fonction: 'Secrétaire' },
          ...{ role: 'REDACTEUR', siret: '74842491800039', genre: 'association' },
          ...{
            raisonSociale: 'Les amis de Kielce',
            adresse: '8 rue du Moulin',
            codePostal: '62190',
            commune: 'Lillers',
          },
        }),
      ),
  },
]
