import { addDays, type Jour } from '#domain/temps/jour'
import { REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'
import { clotureProposee } from '#domain/seance/seance'
import { proposerMontant } from '#usecases/proposition/proposer-montant'
import { cloreListe } from '#usecases/seance/clore-liste'
import { inscrireDossier } from '#usecases/seance/composer-liste'
import { deliberer } from '#usecases/seance/deliberer'
import { creerSeance } from '#usecases/seance/regler-seance'
import { voterLigne } from '#usecases/seance/voter-ligne'
import { type DepsDemo, type Evenement, instant, type Monde, must } from './agenda'
import { inscritLe, seancesDu } from './calendrier'
import { DOSSIERS, type Scenario } from './dossiers'
import { importeLeDe, numeroDe } from './extraction'

/** The séance held on this day, as it stands. */
const viser = ({ db }: DepsDemo, jour: Jour) =>
  db.seance.findFirstOrThrow({ where: { jour: new Date(jour) }, select: { id: true, version: true } })

/** What is proposed for a dossier of this scenario, then its place on the list of this séance. */
function inscription(monde: Monde, scenario: Scenario, jour: Jour): Evenement {
  const { calendrier, equipe } = monde
  const rang = DOSSIERS.findIndex((un) => un.scenario === scenario)
  const numero = numeroDe(calendrier, rang)
  return {
    le: instant(monde, inscritLe(importeLeDe(calendrier, rang)), [10]),
    faire: async (deps) => {
      const dossier = () =>
        deps.db.dossier.findUniqueOrThrow({ where: { numero }, select: { id: true, version: true } })
      const { id: dossierId, version } = await dossier()
      const voulue = { avis: 'FAVORABLE', montant: { base: 'PART', milliemes: 1000 }, motif: '' } as const
      must(await proposerMontant(deps, equipe.instructeur, { dossierId, version, ...voulue }), numero)
      const seanceId = (await viser(deps, jour)).id
      const vise = { dossierId, version: (await dossier()).version, seanceId }
      must(await inscrireDossier(deps, equipe.instructeur, vise), numero)
    },
  }
}

/** The séance of last week, whose délibération waits for the préfecture, and the next one, whose list is being made. */
export function seancesDe(monde: Monde): Evenement[] {
  const { aujourdhui } = monde.calendrier
  const { instructeur, responsable } = monde.equipe
  const { passee, prochaine } = seancesDu(monde.calendrier)
  const creation = (jour: Jour): Evenement => ({
    le: instant(monde, addDays(aujourdhui, -60), [9]),
    faire: async (deps) =>
      must(await creerSeance(deps, responsable, { jour, cloture: null, intitule: '' }), `séance ${jour}`),
  })
  return [
    creation(passee),
    creation(prochaine),
    inscription(monde, 'vote', passee),
    inscription(monde, 'inscrit', prochaine),
    {
      le: instant(monde, clotureProposee(passee, REGLAGES_PAR_DEFAUT.MEI.clotureSeanceJours), [16]),
      faire: async (deps) => must(await cloreListe(deps, instructeur, await viser(deps, passee)), passee),
    },
    {
      le: instant(monde, passee, [14]),
      faire: async (deps) => {
        const { id: seanceId } = await viser(deps, passee)
        const lignes = await deps.db.ligneSeance.findMany({ where: { seanceId }, select: { id: true, version: true } })
        const saisi = {
          vote: 'ADOPTE',
          montantCents: null,
          motif: '',
          precision: '',
          depassement: '',
          presents: '',
        } as const
        for (const { id: ligneId, version } of lignes)
          must(await voterLigne(deps, responsable, { ligneId, version, saisi }), passee)
      },
    },
    {
      le: instant(monde, passee, [16]),
      faire: async (deps) =>
        must(await deliberer(deps, responsable, { ...(await viser(deps, passee)), le: passee }), passee),
    },
  ]
}
