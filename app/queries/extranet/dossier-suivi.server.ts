import type { Demandeur } from '#domain/acces/acteur'
import { cleUnique } from '#domain/courriel/courriel'
import { prochaineSeance } from '#domain/campagne/prochaine-seance'
import { suivreElements } from '#domain/complement/demande-complement'
import { estRendu } from '#domain/demandeur/etat-dit'
import { empechementDit } from '#domain/demande-en-ligne/retrait'
import { peutRemplir } from '#domain/demande-en-ligne/etapes'
import { reouverture } from '#domain/demande-en-ligne/saisie'
import { ouvert } from '#domain/dossier/deverrouillage'
import { aUneLettre } from '#domain/dossier/lettre'
import { empechementDeVouloir } from '#domain/demande-en-ligne/modification-voulue'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { etatDuBilan } from '#domain/suite-accord/bilan-de-projet'
import { peutRendre } from '#domain/suite-accord/bilan-rendu'
import { fromDate, jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { reglementDe } from '#infra/stores/campagne/version-exigences'
import { piecesRecues } from '#infra/stores/complement/complement'
import { dossierDuMembre, etatPourLeMembre } from '#infra/stores/demandeur/dossier-du-membre'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { bilanDe } from '#infra/stores/suite-accord/bilan-de-projet'
import { accordDe } from '#infra/stores/suite-accord/suite-accord'
import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import { statutDuPortail } from '#libelles/demandeur/statut-du-portail'
import { partiesPourLeDemandeur } from '#libelles/deverrouillage'
import { RELU, relire } from '#queries/extranet/courriels-du-demandeur'
import type { Prisma } from '#prisma'

/** Mails shown of one dossier, last first. */
const COURRIELS_MAX = 100

/** Wishes to change it shown, last first. */
const SOUHAITS_MAX = 10

/** Nothing of what officers note, propose, score or signal. */
const SUIVI = {
  ...{ id: true, numero: true, objet: true, etat: true, origine: true, statutPortail: true, deposeLe: true },
  ...{ montantDemandeCents: true, structureId: true },
  structure: { select: { nom: true } },
  campagne: true,
  demandeEnLigne: { select: { id: true } },
  recapitulatif: { select: { dossierId: true } },
  deverrouillages: { orderBy: { ouvertLe: 'desc' } },
  modifications: { orderBy: { creeLe: 'desc' }, select: { id: true, etat: true, redeposeeLe: true, traiteeLe: true } },
  demandesDeverrouillage: {
    orderBy: { recueLe: 'desc' },
    take: SOUHAITS_MAX,
    select: { id: true, etat: true, recueLe: true, texte: true, sections: true, motifRefus: true },
  },
  courriels: {
    where: { envoyeLe: { not: null } },
    orderBy: [{ envoyeLe: 'desc' }, { id: 'asc' }],
    take: COURRIELS_MAX,
    select: RELU,
  },
} as const satisfies Prisma.DossierSelect

/** One dossier, for somebody who is this in its structure. */
type Regard = { id: string; role: RoleMembre; now: Date }

/** A dossier as its own structure follows it. Throws NotFound for one that is not of a structure of theirs. */
export async function suiviDuDemandeur(db: Db, demandeur: Demandeur, { id, now }: { id: string; now: Date }) {
  const { role } = await dossierDuMembre(db, demandeur.id, id)
  return lireSuivi(db, { id, role, now })
}

/** What a dossier is to its structure: where it stands in what they were told, what is asked, what may be changed, and every mail that was sent to them. */
export async function lireSuivi(db: Db, { id, role, now }: Regard) {
  const dossier = await db.dossier.findUniqueOrThrow({ where: { id }, select: SUIVI })
  const { etat, complements, decision } = await etatPourLeMembre(db, dossier, now)
  const { structure, campagne, modifications, demandesDeverrouillage, demandeEnLigne, courriels } = dossier
  const ouverture = reouverture({ dossier }, now)
  const enPartance = ouverture === null && ouvert(dossier, now) !== undefined
  const refusDits = await refusPartis(db, demandesDeverrouillage)
  const [modification] = modifications
  const enAttente = modifications.some((une) => une.etat === 'EN_COURS' || une.etat === 'REDEPOSEE')
  const accorde = decision?.nature === 'ACCORDE' || decision?.nature === 'ACCORDE_PARTIEL'
  return {
    ...{ id, numero: dossier.numero, objet: dossier.objet, etat, montantDemandeCents: dossier.montantDemandeCents },
    statutPortail: statutDuPortail({
      ...{ origine: dossier.origine, etat, statutPortail: dossier.statutPortail, rouverte: ouverture !== null },
    }),
    structure: { id: dossier.structureId, nom: structure.nom },
    campagne: { code: campagne.code, libelle: campagne.libelle },
    deposeLe: dossier.deposeLe && fromDate(dossier.deposeLe),
    prochaineSeance: prochaineSeance(reglementDe(campagne).reglages, jourDeParis(now)),
    /** What is owed of a grant that they were told of; null where nothing is. */
    bilan: accorde ? await bilanPourLeMembre(db, id, { role, now }) : null,
    montantAccordeCents: accorde ? decision.montantCents : null,
    aUneLettre: decision !== null && aUneLettre(decision.nature),
    aUnRecapitulatif: dossier.recapitulatif !== null,
    rendu: estRendu(etat),
    complement: complements && {
      limite: complements.limite,
      elements: suivreElements(complements.elements, {
        depuis: complements.creeLe,
        pieces: await piecesRecues(db, id),
      }),
      /** Files are given here for what was deposited here. */
      ici: dossier.origine === 'EXTRANET' && peutRemplir(role),
    },
    ouverture: ouverture && {
      ...{ parties: partiesPourLeDemandeur(ouverture), motif: ouverture.motif, echeance: ouverture.echeance },
      /** Where it is changed; null where it was deposited on the portal. */
      adresse: demandeEnLigne && adresseDEtape(demandeEnLigne.id, 'STRUCTURE'),
    },
    modification: modification ? { etat: modification.etat, redeposeeLe: modification.redeposeeLe } : null,
    souhaits: demandesDeverrouillage.map(({ motifRefus, etat: suite, ...souhait }) => {
      // An answer that can still be taken back is none yet: it is told by its mail first.
      const refuse = suite === 'REFUSEE' && refusDits.has(souhait.id)
      const accepte = suite === 'ACCEPTEE' && !enPartance
      return {
        ...souhait,
        suite: refuse || accepte ? suite : ('EN_ATTENTE' as const),
        motifRefus: refuse ? motifRefus : '',
      }
    }),
    empechement: empechementDeVouloir({
      ...{ role, etat, aExaminer: enAttente },
      ouvert: ouvert(dossier, now) !== undefined,
      enAttente: demandesDeverrouillage.some((une) => une.etat === 'EN_ATTENTE'),
    }),
    peutRemplir: peutRemplir(role),
    /** By what they were told alone: the page of a withdrawal says the rest. */
    peutRetirer: empechementDit({ role, etat }) === null,
    courriels: courriels.flatMap(relire),
  }
}

/** What is asked of a dossier, as its structure finds it where it is given; null where nothing is. */
export async function lireComplements(db: Db, regard: Regard) {
  const { id, numero, complement } = await lireSuivi(db, regard)
  return complement && { id, numero, complement }
}

/** The same for a demandeur. Throws NotFound for a dossier that is not of a structure of theirs. */
export async function complementsDuDemandeur(db: Db, demandeur: Demandeur, { id, now }: { id: string; now: Date }) {
  const { role } = await dossierDuMembre(db, demandeur.id, id)
  return lireComplements(db, { id, role, now })
}

/** The bilan that a told grant obliges to: until when, what was said of what came, and whether it may be given here now. */
async function bilanPourLeMembre(db: Db, dossierId: string, { role, now }: { role: RoleMembre; now: Date }) {
  const dossier = await loadDossier(db, dossierId)
  const [accord, bilan] = [await accordDe(db, dossier, now), await bilanDe(db, dossierId)]
  if (!accord || !bilan) return null
  const lu = await db.bilanDeProjet.findUniqueOrThrow({ where: { dossierId }, select: { motif: true } })
  const { origine } = dossier
  return {
    ...{ duLe: bilan.duLe, recuLe: bilan.recuLe, etat: etatDuBilan(bilan, jourDeParis(now)) },
    motif: bilan.verdict === 'A_COMPLETER' ? lu.motif : '',
    /** It is given on the extranet, by those who do more than read. */
    ici: origine === 'EXTRANET',
    ouvert: peutRendre({ role, origine, dite: true, accord, bilan }, jourDeParis(now)).ok,
    rendus: await db.bilanRendu.count({ where: { bilan: { dossierId }, renduLe: { not: null } } }),
  }
}

/** Of these wishes, those whose refusal has left; where nobody could be written to, it is told here. */
async function refusPartis(db: Db, souhaits: readonly { id: string; etat: string }[]): Promise<Set<string>> {
  const refuses = souhaits.filter(({ etat }) => etat === 'REFUSEE').map(({ id }) => id)
  const courriels = await Promise.all(
    refuses.map((id) =>
      db.courriel.findMany({
        where: { cleUnique: { startsWith: cleUnique('refus-deverrouillage', `${id}/`) } },
        select: { envoyeLe: true },
      }),
    ),
  )
  return new Set(
    refuses.filter((_, rang) => {
      const siens = courriels[rang] ?? []
      return siens.length === 0 || siens.some(({ envoyeLe }) => envoyeLe !== null)
    }),
  )
}
