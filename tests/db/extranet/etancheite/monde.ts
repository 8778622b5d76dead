import { randomUUID } from 'node:crypto'
import type { Demandeur } from '#domain/acces/acteur'
import { CODES_PIECE } from '#domain/piece/piece'
import { lireFichiers } from '#domain/portail/modification'
import { hashJeton, newJeton } from '#infra/jeton'
import { newKey } from '#infra/storage'
import { idDuFichier } from '#infra/stores/deverrouillage/modification'
import { unPdf } from '#support/documents'
import { libererParUneAutre, VOTE } from '#support/vote'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { commencerTeleversement } from '#usecases/demande-en-ligne/commencer-televersement'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { deciderDossier } from '#usecases/dossier/decider-dossier'
import { donnerFichierDeBilan } from '#usecases/suite-accord/donner-fichier-de-bilan'
import { uneDetenue, type unMondeEnLigne } from '../../demande-en-ligne/monde'
import { unAgent } from '../../dossier/faits'

type Monde = ReturnType<typeof unMondeEnLigne>

const ELEMENT = { code: 'RIB', constat: 'Le RIB est illisible.', aFaire: 'Joignez-en un autre.' }

/** Everything one person of the extranet may be asked by its id: what somebody else must never be answered anything of. */
export async function unePart(monde: Monde, siret: string) {
  const { id: demande, anne: qui, structureId: structure } = await monde.unDebut()
  await monde.db.membreDeStructure.updateMany({ where: { demandeurId: qui.id }, data: { role: 'REPRESENTANT_LEGAL' } })
  await monde.db.structure.update({ where: { id: structure }, data: { siret } })
  await monde.remplir(qui, demande)
  await monde.donner(qui, { id: demande, code: 'RIB', nomFichier: 'Releve.pdf' })
  const { id: piece } = await monde.db.pieceEnLigne.findFirstOrThrow({ where: { demandeEnLigneId: demande } })
  const { id: collegue } = await monde.unMembre(structure)
  const depose = await unDepot(monde, qui)
  return {
    qui,
    ...{ structure, demande, piece, membre: collegue, detenue: await uneDetenue(monde.db, structure) },
    ...{ session: await uneSession(monde, qui) },
    ...{ televersement: await unEnvoi(monde, qui, demande), ouverture: await uneOuverture(monde, siret) },
    ...{ deposee: depose.demande, dossier: depose.dossier, ...(await unAccord(monde, qui)) },
    ...(await uneReouverture(monde, qui)),
  }
}

export type Part = Awaited<ReturnType<typeof unePart>>

/** Where they are signed in, as their page names it. */
async function uneSession(monde: Monde, qui: Demandeur) {
  const [id, now] = [hashJeton(newJeton()), Date.now()]
  const [creeLe, expireLe] = [new Date(now), new Date(now + 3_600_000)]
  await monde.db.sessionDemandeur.create({ data: { id, demandeurId: qui.id, creeLe, vuLe: creeLe, expireLe } })
  return hashJeton(id)
}

/** A file that was announced and of which nothing has come. */
async function unEnvoi(monde: Monde, qui: Demandeur, demandeEnLigneId: string) {
  const annonce = { code: 'RIB', nomFichier: 'Long.pdf', taille: 10, sha256: 'a'.repeat(64) }
  const envoi = { id: randomUUID(), pour: { demandeEnLigneId }, ...annonce }
  const commence = await commencerTeleversement(monde.depsA(), qui, envoi)
  if (!commence.ok) throw new Error(commence.reason)
  return commence.value.id
}

/** Somebody who asks to join the structure of this SIRET. */
async function uneOuverture(monde: Monde, siret: string) {
  const { id } = await monde.db.ouvertureDeCompte.create({
    data: {
      ...{ prenom: 'Lise', nom: 'Caron', courriel: `${randomUUID()}@exemple.test`, fonction: 'Trésorière', siret },
      ...{ role: 'REDACTEUR', genre: 'association', confirmation: randomUUID(), confirmationExpireLe: new Date() },
      ...{ demandeeLe: new Date(), confirmeeLe: new Date(), etat: 'A_TRAITER' },
    },
  })
  return id
}

/** What was deposited by another structure of theirs, and asked a pièce. */
async function unDepot(monde: Monde, qui: Demandeur) {
  const { demande, dossier } = await unDossierDe(monde, qui)
  const { version } = await monde.db.dossier.findUniqueOrThrow({ where: { id: dossier } })
  const asked = { elements: [ELEMENT], cles: [], remplace: null, limite: '2027-06-22' }
  const agent = await unAgent(monde.db)
  const demandes = await demanderComplements(monde.depsA(), agent, { dossierId: dossier, version, ...asked })
  if (!demandes.ok) throw new Error(demandes.reason)
  await partent(monde, dossier)
  return { demande, dossier }
}

/** A grant of a third structure of theirs, which was told of it, and whose bilan has one file. */
async function unAccord(monde: Monde, qui: Demandeur) {
  const { dossier: accorde } = await unDossierDe(monde, qui)
  const data = { etat: 'EN_INSTRUCTION', montantDemandeCents: 300_000n } as const
  const { version } = await monde.db.dossier.update({ where: { id: accorde }, data })
  const enRegle = (code: string) => ({ dossierId: accorde, code, libelle: code, cleDepot: code })
  await monde.db.piece.createMany({
    data: CODES_PIECE.map((code) => ({ ...enRegle(code), controle: 'SANS_OBJET' as const })),
  })
  await monde.db.piece.updateMany({ where: { dossierId: accorde }, data: { controle: 'SANS_OBJET' } })
  const voulue = { acte: 'accorder', montantCents: 300_000n, vote: VOTE } as const
  const chef = await unAgent(monde.db, 'RESPONSABLE')
  const decidee = await deciderDossier(monde.depsA(), chef, { dossierId: accorde, version, voulue })
  if (!decidee.ok) throw new Error(decidee.reason)
  await libererParUneAutre(monde.depsA(), accorde)
  await partent(monde, accorde)
  const recue = newKey('lots')
  await monde.storage().put(recue, monde.pdf)
  const vise = { dossierId: accorde, code: 'COMPTE_RENDU_FINANCIER', nomFichier: 'CRF.pdf', recue }
  const donne = await donnerFichierDeBilan(monde.depsA(), qui, vise)
  if (!donne.ok) throw new Error(donne.reason)
  const { id: fichier } = await monde.db.fichierDeBilan.findFirstOrThrow({
    where: { bilanRendu: { bilan: { dossierId: accorde } } },
  })
  return { accorde, fichier }
}

/** What another structure of theirs deposited, opened again, and the file that it put beside the deposit since. */
async function uneReouverture(monde: Monde, qui: Demandeur) {
  const { demande: rouverte, dossier: dossierId } = await unDossierDe(monde, qui)
  const { version } = await monde.db.dossier.findUniqueOrThrow({ where: { id: dossierId } })
  const ouverte = await deverrouillerDossier(monde.depsA(), await unAgent(monde.db), {
    ...{ dossierId, version, sections: ['PIECES'], champs: [], pieces: [] },
    ...{ motif: 'Le RIB est à remplacer.', echeance: '2027-06-12' },
  })
  if (!ouverte.ok) throw new Error(ouverte.reason)
  // Its mail has left: it is told of.
  await monde.db.deverrouillage.updateMany({ where: { dossierId }, data: { annulableJusquA: null } })
  const contenu = await unPdf([{ texte: 'Un autre RIB', x: 72, y: 700 }])
  const donnee = await monde.donner(qui, { id: rouverte, code: 'RIB', nomFichier: 'RIB à jour.pdf', contenu })
  if (!donnee.ok) throw new Error(donnee.reason)
  const modification = await monde.db.modification.findFirstOrThrow({ where: { dossierId } })
  const [ajoute] = lireFichiers(modification.fichiers)
  return { rouverte, ajoutee: idDuFichier(ajoute?.cle ?? '') }
}

async function unDossierDe(monde: Monde, qui: Demandeur) {
  const { id: demande, anne, structureId } = await monde.unDebut()
  const depuisLe = new Date()
  await monde.db.membreDeStructure.create({
    data: { demandeurId: qui.id, structureId, role: 'REPRESENTANT_LEGAL', depuisLe },
  })
  await monde.remplir(anne, demande)
  await monde.donner(anne, { id: demande, code: 'RIB', nomFichier: 'Releve.pdf' })
  const deposee = await monde.valider(anne, demande)
  const { id: dossier } = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
  return { demande, dossier }
}

const partent = (monde: Monde, dossierId: string) =>
  monde.db.courriel.updateMany({ where: { dossierId }, data: { etat: 'ENVOYE', envoyeLe: new Date() } })
