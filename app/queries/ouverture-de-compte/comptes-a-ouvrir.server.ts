import { ouvertureDueLe } from '#domain/ouverture-de-compte/ouverture'
import { sirenDe } from '#domain/structure/identifiants'
import { compareJours, jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { candidates } from '#infra/stores/ouverture-de-compte/structures-connues'
import { lireFermetures } from '#infra/stores/temps/fermetures'
import { genresOuverts } from '#infra/stores/ouverture-de-compte/saisie'
import { lireGenre } from '#domain/structure/genre'

/** Requests shown at once, oldest first: the clock of the others runs later. */
const LIGNES = 50

/** Answers shown under them, last first. */
const REPONSES = 10

/** The requests for an account that wait for an answer, each with what it may lead to, and the last answers. */
export async function comptesAOuvrir(db: Db, now: Date) {
  const [lues, total, traitees, fermetures, genres] = await Promise.all([
    db.ouvertureDeCompte.findMany({
      where: { etat: 'A_TRAITER' },
      orderBy: [{ confirmeeLe: 'asc' }, { id: 'asc' }],
      take: LIGNES,
    }),
    db.ouvertureDeCompte.count({ where: { etat: 'A_TRAITER' } }),
    db.ouvertureDeCompte.findMany({
      where: { etat: { in: ['ACCEPTEE', 'REFUSEE'] } },
      orderBy: [{ traiteeLe: 'desc' }, { id: 'asc' }],
      take: REPONSES,
      include: { structure: { select: { nom: true } } },
    }),
    lireFermetures(db),
    genresOuverts(db),
  ])
  const today = jourDeParis(now)
  const lignes = []
  for (const lue of lues) {
    const { confirmeeLe, confirmation: _secret, ...ligne } = lue
    const compte = await db.demandeur.findUnique({
      where: { courriel: lue.courriel },
      select: {
        ...{ id: true, actif: true, membreDe: { select: { structure: { select: { nom: true } } } } },
        preuves: { where: { siret: lue.siret }, select: { prenom: true, nom: true, prouveeLe: true } },
      },
    })
    const dueLe = ouvertureDueLe(confirmeeLe ?? lue.demandeeLe, fermetures)
    lignes.push({
      ...ligne,
      genre: lireGenre(lue.genre),
      confirmeeLe,
      dueLe,
      enRetard: compareJours(dueLe, today) < 0,
      structures: await avecLeursMembres(db, await candidates(db, lue)),
      compte: compte && { id: compte.id, actif: compte.actif, membreDe: compte.membreDe },
      preuve: lue.role === 'REPRESENTANT_LEGAL' ? (compte?.preuves[0] ?? null) : null,
      doublons: lues.filter(({ id, siret }) => id !== lue.id && sirenDe(siret) === sirenDe(lue.siret)).length,
    })
  }
  return {
    genres,
    total,
    lignes,
    traitees: traitees.map(({ id, prenom, nom, etat, structure, raisonSociale, traiteeLe, traiteePar, motif }) => ({
      ...{ id, prenom, nom, traiteeLe, traiteePar, motif },
      acceptee: etat === 'ACCEPTEE',
      structure: structure?.nom ?? raisonSociale,
    })),
  }
}

type Candidate = Awaited<ReturnType<typeof candidates>>[number]

/** How many people and dossiers each structure has: what tells the right one. */
const avecLeursMembres = (db: Db, trouvees: readonly Candidate[]) =>
  Promise.all(
    trouvees.map(async ({ id, nom, siret, commune, parSiren }) => ({
      ...{ id, nom, siret, commune, parSiren },
      membres: await db.membreDeStructure.count({ where: { structureId: id } }),
      dossiers: await db.dossier.count({ where: { structureId: id, etat: { not: 'BROUILLON' } } }),
    })),
  )
