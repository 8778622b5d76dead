import { type Affinage, affiner } from '#domain/demandeur/affinage'
import type { EtatDit } from '#domain/demandeur/etat-dit'
import { peutRemplir } from '#domain/demande-en-ligne/etapes'
import type { Dispositif } from '#domain/dispositif'
import { peutGererMembres, type RoleMembre } from '#domain/ouverture-de-compte/membre'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { adhesionsAttendues } from '#infra/stores/ouverture-de-compte/adhesions'
import { phraseAvancement } from '#libelles/demande-en-ligne/demande-en-ligne'
import { TYPE_DU_PORTAIL } from '#libelles/demandeur/accueil'
import { STATUT_DU_PORTAIL } from '#libelles/demandeur/statut-du-portail'
import { SUIVI_DE_L_ETAT } from '#libelles/demandeur/suivi'
import { demandesCommencees } from '#queries/extranet/demande-en-ligne'
import { demandesFaites } from '#queries/extranet/demandes-faites'
import { fichesAReprendre } from '#queries/extranet/nouvelle-demande'

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

type Listee = { numero: string | null; objet: string; dispositif: Dispositif; statutPortail: string; etat: EtatDit }

const chacun = <T extends string>(valeurs: readonly T[], direUn: (valeur: T) => string) =>
  [...new Set(valeurs)].map((valeur) => ({ valeur, dit: direUn(valeur) }))

/** What demandes may be narrowed by: what those of the list are, each once. */
const choixDe = (demandes: readonly Listee[]) => ({
  types: chacun(
    demandes.map(({ dispositif }) => dispositif),
    (un) => TYPE_DU_PORTAIL[un],
  ),
  statuts: chacun(
    demandes.map(({ statutPortail }) => statutPortail),
    (un) => un,
  ),
  etats: chacun(
    demandes.map(({ etat }) => etat),
    (un) => SUIVI_DE_L_ETAT[un].dit,
  ),
})

/** The demandes that a structure began and did not deposit, as the list draws them. */
async function brouillonsDe(db: Db, vue: { structureId: string; now: Date }) {
  return (await demandesCommencees(db, vue)).map((une) => ({
    ...une,
    numero: null,
    statutPortail: STATUT_DU_PORTAIL.BROUILLON,
    etat: 'BROUILLON' as const,
    avancement: phraseAvancement(une.pourcent, une.joursRestants),
  }))
}

/** Who came first into the structure: whom it is known by until a demande names somebody. */
async function premierMembre(db: Db, structureId: string): Promise<string> {
  const premier = await db.membreDeStructure.findFirst({
    where: { structureId },
    orderBy: [{ depuisLe: 'asc' }, { demandeurId: 'asc' }],
    select: { demandeur: { select: { prenom: true, nom: true } } },
  })
  return premier ? `${premier.demandeur.prenom} ${premier.demandeur.nom}`.trim() : ''
}

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
  const [identite, faites, brouillons, premier, fiches] = await Promise.all([
    db.structure.findUniqueOrThrow({ where: { id: structureId }, select: IDENTITE }),
    demandesFaites(db, { structureId, role: membre.role, now }),
    brouillonsDe(db, { structureId, now }),
    premierMembre(db, structureId),
    peutRemplir(membre.role) ? fichesAReprendre(db, { structureId, now }) : [],
  ])
  const aRejoindre = peutGererMembres(membre.role) ? await adhesionsAttendues(db, identite) : []
  const nommes = [...faites.map(({ contactNom }) => contactNom), ...brouillons.map((une) => une.correspondant), premier]
  const listees = [...brouillons, ...faites]
  return {
    structures: structures.map(({ structure }) => structure),
    ici: {
      role: membre.role,
      peutRemplir: peutRemplir(membre.role),
      fiches,
      identite: { ...identite, correspondant: nommes.find((nom) => nom !== '') ?? '' },
      commencees: affiner(brouillons, affinage),
      demandes: affiner(faites, affinage),
      affinage: { ...affinage, ...choixDe(listees), sur: listees.length },
      aRejoindre,
    },
  }
}
