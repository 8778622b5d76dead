import type { Demandeur } from '#domain/acces/acteur'
import { piecesAbsentes } from '#domain/demande-en-ligne/pieces'
import { vueDeFichier } from '#domain/demande-en-ligne/place-de-fichier'
import { etapesCompletes, joursRestants, pourcentDe } from '#domain/demande-en-ligne/depot'
import { champsDEtape, peutRemplir } from '#domain/demande-en-ligne/etapes'
import { estReponseOuverte, questionsAttendues, reouverture, verifierSaisie } from '#domain/demande-en-ligne/saisie'
import { estPieceOuverte } from '#domain/portail/modification'
import { aReprendre, correspondantDe, montantDemandeDit, refuseesDe } from '#domain/demande-en-ligne/reponses'
import { type Analyse, estOuvrable } from '#domain/piece/antivirus'
import { seMontre } from '#domain/piece/depot'
import { remarquesAuDemandeur } from '#domain/piece/signalement'
import { lireGenre } from '#domain/structure/genre'
import { formatSiret } from '#domain/structure/identifiants'
import { jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { ouvertureActuelle } from '#infra/fichier-recu'
import { questionsDesCampagnes } from '#infra/stores/champ-du-service/questions-de-campagne'
import { attenduesDuDossier } from '#infra/stores/campagne/exigences'
import { reglementDe } from '#infra/stores/campagne/version-exigences'
import { attenduesDe, attenduesDesBrouillons } from '#infra/stores/demande-en-ligne/attendues'
import { changementsDe } from '#infra/stores/demande-en-ligne/changement-de-reglement'
import { autresPresents } from '#infra/stores/demande-en-ligne/presence'
import { aideDe, motsDe } from '#infra/stores/demande-en-ligne/aide'
import {
  campagneDe,
  demandeDuMembre,
  fichiersDeModification,
  piecesDonnees,
  reponduesDe,
  reponsesDe,
  sansInfecte,
  signalementsDe,
} from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { idDuFichier } from '#infra/stores/deverrouillage/modification'
import { direChangement } from '#libelles/demande-en-ligne/changement-de-reglement'
import { partiesPourLeDemandeur } from '#libelles/deverrouillage'
import { phraseDeDemande } from '#libelles/demande-en-ligne/attestation'
import { faitsDuReglement } from '#libelles/campagne/annonce'
import { pourquoiDemandee } from '#libelles/campagne/pourquoi-demandee'
import { ETAT_DE_FICHIER } from '#libelles/demande-en-ligne/etat-de-fichier'
import { nomPourLeDemandeur } from '#libelles/piece/piece'

/**
 * A demande of a structure of this demandeur, as each of its steps shows it: what is answered, given, missing and wrong. Throws NotFound for one that is
 * not theirs.
 */
export async function demandeEnLigne(db: Db, demandeur: Demandeur, { id, now }: { id: string; now: Date }) {
  const lue = await demandeDuMembre(db, demandeur.id, id)
  const repondues = reponduesDe(lue)
  const { reponses, posees } = repondues
  const attendues = await attenduesDe(db, lue, now)
  const saisie = verifierSaisie(lue.role, lue, now)
  const ecrivable = saisie.ok ? saisie.value : null
  const ouverture = reouverture(lue, now)
  const genre = lireGenre(lue.structure.genre)
  const etatDe = etatsDesFichiers(lue)
  const fichiers = fichiersDe(lue).map((une) => ({ ...une, ...etatDe(une.id), vue: vueDeFichier(une) }))
  const pieces = attendues.map(({ code, ...attendue }) => ({
    code,
    nom: nomPourLeDemandeur(code, genre),
    mention: pourquoiDemandee(attendue, { genre, annee: lue.campagne.annee }),
    obligatoire: attendue.exigence === 'OBLIGATOIRE',
    ouverte: ecrivable !== null && estPieceOuverte(ecrivable, code),
    deposes: (lue.dossier?.pieces ?? [])
      .filter((une) => une.code === code)
      .flatMap(({ versions }) => versions.map(({ nomFichier, recueLe }) => ({ nomFichier, recueLe }))),
    fichiers: fichiers.filter((une) => une.code === code),
  }))
  const manquantes = piecesAbsentes(attendues, piecesDonnees(lue))
  const avancee = { reponses, posees: questionsAttendues(posees, ouverture), manquantes }
  const changement = await changementsDe(db, lue, now)
  const { libelle, reglages } = reglementDe(lue.campagne)
  const montant = montantDemandeDit(reponses)
  return {
    id: lue.id,
    version: lue.version,
    numero: lue.dossier?.numero ?? null,
    deposeeLe: lue.deposeeLe,
    deposeePar: lue.deposeePar,
    changeeLe: lue.changeeLe,
    changeePar: changeePar(lue),
    changement: changement && direChangement(changement, lireGenre(lue.structure.genre)),
    peutRemplir: peutRemplir(lue.role),
    dossierId: lue.dossierId,
    ouverture: ouverture && {
      ...{ parties: partiesPourLeDemandeur(ouverture), motif: ouverture.motif, echeance: ouverture.echeance },
    },
    /** The answers that may change now. */
    ouverts: ecrivable
      ? ETAPES_ECRITES.flatMap((etape) => champsDEtape(etape, posees)).filter((champ) =>
          estReponseOuverte(ecrivable, champ),
        )
      : [],
    campagne: {
      ...{ code: lue.campagne.code, libelle },
      ...{ faits: faitsDuReglement(reglages), aUnTexte: reglages.texteReglement !== '' },
    },
    joursRestants: joursRestants(campagneDe(lue), now),
    aujourdhui: jourDeParis(now),
    structure: { id: lue.structureId, nom: lue.structure.nom, siret: lue.structure.siret },
    identite: [
      ['Raison sociale', lue.structure.nom] as const,
      ...(lue.structure.sigle ? [['Sigle', lue.structure.sigle] as const] : []),
      ...(lue.structure.siret ? [['SIRET', formatSiret(lue.structure.siret)] as const] : []),
    ],
    reponses,
    posees,
    refusees: ETAPES_ECRITES.flatMap((etape) => refuseesDe(etape, repondues)),
    aReprendre: ETAPES_ECRITES.flatMap((etape) => aReprendre(etape, avancee)),
    demandeDite: montant === null ? null : phraseDeDemande(montant),
    pieces,
    /** Files of a pièce that is asked no more, by the règlement or by the answers. */
    horsDemande: fichiers
      .filter((une) => !attendues.some(({ code }) => code === une.code))
      .map((une) => ({ ...une, nom: nomPourLeDemandeur(une.code ?? '', genre) })),
    manquantes,
    completes: etapesCompletes(avancee),
    pourcent: pourcentDe(avancee),
  }
}

const ETAPES_ECRITES = ['STRUCTURE', 'PROJET', 'CERTIFICATION'] as const

/** Who wrote in it last; empty where it was not by answering or giving a file. */
const changeePar = ({ changeeLe, reponses, pieces }: Awaited<ReturnType<typeof demandeDuMembre>>): string =>
  [
    ...reponses.map(({ enregistreeLe, enregistreePar }) => ({ le: enregistreeLe, par: enregistreePar })),
    ...pieces.map(({ recueLe, recuePar }) => ({ le: recueLe, par: recuePar })),
  ].find(({ le }) => le.getTime() === changeeLe.getTime())?.par ?? ''

type DuDossier = Pick<Awaited<ReturnType<typeof demandeDuMembre>>, 'pieces' | 'dossier'>

/** Of each file by its id, what the antivirus makes of it: `etat`, in words where there is something to say, and whether it opens. */
function etatsDesFichiers({ pieces, dossier }: DuDossier) {
  const analyses = new Map<string, Analyse>([
    ...pieces.map(({ id, analyse }) => [id, analyse] as const),
    ...fichiersDeModification(dossier).map(({ cle, analyse }) => [idDuFichier(cle), analyse ?? 'NON_ANALYSE'] as const),
  ])
  return (id: string) => {
    const ouverture = ouvertureActuelle(analyses.get(id) ?? 'NON_ANALYSE')
    return { ouvrable: estOuvrable(ouverture), etat: ETAT_DE_FICHIER[ouverture] }
  }
}

/** The files that may be taken back: before the deposit, those given; since, those that wait beside it. */
const fichiersDe = ({ pieces, dossier }: DuDossier) =>
  dossier
    ? fichiersDeModification(dossier).map(({ cle, code, nomFichier, taille, typeMime, recuLe, signalements }) => ({
        ...{ id: idDuFichier(cle), code, nomFichier, taille, recueLe: new Date(recuLe), par: '' },
        seMontre: seMontre(typeMime),
        remarques: remarquesAuDemandeur(signalements),
      }))
    : pieces.map((une) => ({
        ...{
          id: une.id,
          code: une.code,
          nomFichier: une.nomFichier,
          taille: une.taille,
          recueLe: une.recueLe,
          par: une.recuePar,
        },
        seMontre: seMontre(une.typeMime),
        remarques: remarquesAuDemandeur(signalementsDe(une)),
      }))

/**
 * The same while it is being filled in, before its deposit or once an officer opened it again, with what the frame of each step says; null otherwise: another
 * page tells that.
 */
export async function demandeEnCours(db: Db, demandeur: Demandeur, vue: { id: string; now: Date }) {
  const lue = await demandeEnLigne(db, demandeur, vue)
  if (lue.deposeeLe && !lue.ouverture) return null
  const { id, campagne, structure, pourcent, joursRestants: jours, completes, peutRemplir: ecrit, ouverture } = lue
  const { numero, dossierId, version } = lue
  return {
    ...lue,
    entete: {
      ...{ id, campagne, structure, pourcent, joursRestants: jours, completes, peutRemplir: ecrit, version },
      autres: await autresPresents(db, { id, structureId: structure.id, demandeurId: demandeur.id, now: vue.now }),
      aide: (await aideDe(db, lue, vue.now))?.echeance ?? null,
      mots: ouverture ? [] : await motsDe(db, id),
      ouverture: ouverture && numero !== null && dossierId !== null ? { ...ouverture, numero, dossierId } : null,
    },
  }
}

/** The demandes of a structure that are not deposited yet, the last written first. Asked by who may see the structure. */
export async function demandesCommencees(db: Db, { structureId, now }: { structureId: string; now: Date }) {
  const lues = await db.demandeEnLigne.findMany({
    where: { structureId, deposeeLe: null },
    include: { structure: true, campagne: true, reponses: true, pieces: { select: { code: true, analyse: true } } },
    orderBy: [{ changeeLe: 'desc' }, { id: 'asc' }],
  })
  const attendues = await attenduesDesBrouillons(db, lues, now)
  const questions = await questionsDesCampagnes(
    db,
    lues.map(({ campagneId }) => campagneId),
  )
  return lues.map((une) => {
    const reponses = reponsesDe(une)
    const manquantes = piecesAbsentes(attendues.get(une.id) ?? [], sansInfecte(une.pieces))
    return {
      id: une.id,
      campagne: une.campagne.libelle,
      dispositif: une.campagne.dispositif,
      objet: reponses.objet ?? '',
      montantDemandeCents: montantDemandeDit(reponses),
      correspondant: correspondantDe(reponses),
      changeeLe: une.changeeLe,
      pourcent: pourcentDe({ reponses, posees: questions.get(une.campagneId) ?? [], manquantes }),
      joursRestants: joursRestants(campagneDe(une), now),
    }
  })
}

/** What was deposited of it: its number, by whom and when, and the pièces of which nothing is given yet. Null while it is not. Throws NotFound. */
export async function demandeDeposee(db: Db, demandeur: Demandeur, id: string) {
  const { deposeeLe, deposeePar, structureId, structure, dossierId } = await demandeDuMembre(db, demandeur.id, id)
  if (!deposeeLe || !dossierId) return null
  const dossier = await db.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: {
      ...{ id: true, numero: true, exigencesId: true, campagneId: true, structure: { select: { genre: true } } },
      pieces: { select: { code: true } },
      recapitulatif: { select: { dossierId: true } },
    },
  })
  return {
    aUnRecapitulatif: dossier.recapitulatif !== null,
    dossierId,
    numero: dossier.numero ?? '',
    deposeeLe,
    deposeePar,
    // What an officer thinks of those that were given is not said here.
    manquantes: piecesAbsentes(await attenduesDuDossier(db, dossier), dossier.pieces),
    structure: { id: structureId, nom: structure.nom },
  }
}
