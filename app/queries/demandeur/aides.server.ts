import { type Agent, requireDroit } from '#domain/acces/droits'
import { aReprendre } from '#domain/demande-en-ligne/reponses'
import { piecesAbsentes } from '#domain/demande-en-ligne/pieces'
import type { Db } from '#infra/db'
import { reglementDe } from '#infra/stores/campagne/version-exigences'
import { demandeAidee, motsDe } from '#infra/stores/demande-en-ligne/aide'
import { attenduesDe } from '#infra/stores/demande-en-ligne/attendues'
import { lireDemande, piecesDonnees, reponduesDe } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { vueOuverte } from '#infra/stores/demandeur/vue-du-demandeur'

/** Demandes shown at once, the ones that close first. */
const LIGNES = 100

/** The demandes on which a structure asks for help now; what is written in them is read on their own page, once it is opened. Throws Forbidden. */
export async function aidesDemandees(db: Db, agent: Agent, now: Date) {
  requireDroit(agent, 'dossier.instruire')
  const lues = await db.aideDemandee.findMany({
    where: { fermeeLe: null, echeance: { gt: now }, demandeEnLigne: { deposeeLe: null } },
    orderBy: [{ echeance: 'asc' }, { id: 'asc' }],
    take: LIGNES,
    select: {
      ...{ demandeeLe: true, demandeePar: true, echeance: true },
      demandeEnLigne: {
        select: { id: true, structure: { select: { nom: true } }, campagne: { select: { libelle: true } } },
      },
    },
  })
  return lues.map(({ demandeEnLigne: { id, structure, campagne }, ...aide }) => ({
    ...{ ...aide, id, structure: structure.nom, campagne: campagne.libelle },
  }))
}

/**
 * A demande on which help is asked for, for an officer who opened it: its answers and the names of its files, to be read. `vue` is null until they say
 * that they open it. Throws Forbidden, and NotFound for one on which no help is asked for.
 */
export async function aideAVoir(db: Db, agent: Agent, { id, now }: { id: string; now: Date }) {
  requireDroit(agent, 'dossier.instruire')
  const { echeance, demandeePar } = await demandeAidee(db, id, now)
  const lue = await lireDemande(db, id)
  const entete = {
    id,
    structure: lue.structure.nom,
    campagne: reglementDe(lue.campagne).libelle,
    echeance,
    demandeePar,
  }
  const ouverte = await vueOuverte(db, { agentId: agent.id, objet: 'demande-en-ligne', id, page: 'SUIVI', now })
  if (!ouverte) return { entete, vue: null }
  const repondues = reponduesDe(lue)
  return {
    entete,
    vue: {
      ...repondues,
      aReprendre: (['STRUCTURE', 'PROJET'] as const).flatMap((etape) => aReprendre(etape, repondues)),
      fichiers: lue.pieces.map(({ id: pieceId, code, nomFichier, taille }) => ({
        id: pieceId,
        code,
        nomFichier,
        taille,
      })),
      manquantes: piecesAbsentes(await attenduesDe(db, lue, now), piecesDonnees(lue)),
      mots: await motsDe(db, id),
    },
  }
}
