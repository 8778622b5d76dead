import { type Affinage, affiner } from '#domain/demandeur/affinage'
import { type EtatDit, etatDit } from '#domain/demandeur/etat-dit'
import type { Dispositif } from '#domain/dispositif'
import { peutGererMembres, type RoleMembre } from '#domain/ouverture-de-compte/membre'
import { fromDate, type Jour } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { peutRemplir } from '#domain/demande-en-ligne/etapes'
import { etatsPourLeMembre } from '#infra/stores/demandeur/dossier-du-membre'
import { adhesionsAttendues } from '#infra/stores/ouverture-de-compte/adhesions'
import { STATUT_DU_PORTAIL } from '#libelles/demandeur/accueil'
import { SUIVI_DE_L_ETAT } from '#libelles/demandeur/suivi'
import { demandesCommencees } from '#queries/extranet/demande-en-ligne'
import { fichesAReprendre } from '#queries/extranet/nouvelle-demande'

/** Demandes shown of one structure, last first. */
const DEMANDES_MAX = 200

/** One demande as its own structure reads it: nothing of what officers note, propose or signal. */
type DemandeFaite = {
  id: string
  dispositif: Dispositif
  numero: string | null
  objet: string
  /** The word of the portal, and where it stands in what the structure was told. */
  statutPortail: string
  etat: EtatDit
  deposeLe: Jour | null
  montantDemandeCents: bigint
  /** What was deposited can be read as a file. */
  aUnRecapitulatif: boolean
}

const IDENTITE = {
  id: true,
  nom: true,
  sigle: true,
  siret: true,
  adresse: true,
  codePostal: true,
  commune: true,
  telephone: true,
  courriel: true,
  site: true,
} as const

type MembreDe = { role: RoleMembre; structure: { id: string; nom: string } }

/** The structures this demandeur is a member of, by name. */
async function structuresDe(db: Db, demandeurId: string): Promise<MembreDe[]> {
  return db.membreDeStructure.findMany({
    where: { demandeurId },
    select: { role: true, structure: { select: { id: true, nom: true } } },
    orderBy: [{ structure: { nom: 'asc' } }, { structureId: 'asc' }],
  })
}

type Voulu = { demandeurId: string; voulue: string | null; affinage: Affinage; now: Date }

/** Where demandes stand, as they may be narrowed: those of the list alone, each once. */
const etatsDe = (demandes: readonly DemandeFaite[]) =>
  [...new Set(demandes.map(({ etat }) => etat))].map((etat) => ({ etat, dit: SUIVI_DE_L_ETAT[etat].dit }))

/**
 * What a demandeur is shown of one structure of theirs, the first one where `voulue` is null: who it is, and its demandes, narrowed. Throws NotFound for
 * one they are no member of.
 */
export async function accueilDuDemandeur(db: Db, { demandeurId, voulue, affinage, now }: Voulu) {
  const structures = await structuresDe(db, demandeurId)
  const membre = voulue === null ? structures[0] : structures.find(({ structure }) => structure.id === voulue)
  if (voulue !== null && !membre) throw new NotFound('structure', voulue)
  if (!membre) return { structures: [], ici: null }
  const structureId = membre.structure.id
  const [identite, dossiers, commencees, fiches] = await Promise.all([
    db.structure.findUniqueOrThrow({ where: { id: structureId }, select: IDENTITE }),
    db.dossier.findMany({
      where: { structureId, disparuLe: null },
      select: {
        ...{ id: true, numero: true, objet: true, statutPortail: true, deposeLe: true, montantDemandeCents: true },
        ...{ etat: true },
        contactNom: true,
        recapitulatif: { select: { dossierId: true } },
        campagne: { select: { dispositif: true } },
      },
      orderBy: [{ deposeLe: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }],
      take: DEMANDES_MAX,
    }),
    demandesCommencees(db, { structureId, now }),
    peutRemplir(membre.role) ? fichesAReprendre(db, { structureId, now }) : [],
  ])
  const etats = await etatsPourLeMembre(db, dossiers, now)
  const demandes = dossiers.map(
    ({ id, numero, objet, etat, statutPortail, deposeLe, recapitulatif, ...une }): DemandeFaite => ({
      ...{ id, numero, objet, montantDemandeCents: une.montantDemandeCents, dispositif: une.campagne.dispositif },
      aUnRecapitulatif: recapitulatif !== null,
      etat: etats.get(id) ?? etatDit(etat, { complements: false, decision: false }),
      statutPortail: statutPortail || STATUT_DU_PORTAIL[numero === null ? 'BROUILLON' : 'DEPOSE'],
      deposeLe: deposeLe && fromDate(deposeLe),
    }),
  )
  const aRejoindre = peutGererMembres(membre.role) ? await adhesionsAttendues(db, identite) : []
  const correspondant = dossiers.find(({ contactNom }) => contactNom !== '')?.contactNom ?? ''
  return {
    structures: structures.map(({ structure }) => structure),
    ici: {
      role: membre.role,
      peutRemplir: peutRemplir(membre.role),
      commencees,
      fiches,
      identite: { ...identite, correspondant },
      demandes: affiner(demandes, affinage),
      affinage: { ...affinage, etats: etatsDe(demandes), sur: demandes.length },
      aRejoindre,
    },
  }
}
