import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { cleUnique } from '#domain/courriel/courriel'
import { formulaireDepose, numeroEnLigne, type RefusDeDeposer, verifierDepot } from '#domain/demande-en-ligne/depot'
import type { Numero } from '#domain/dossier/numero'
import type { DemandeLue } from '#domain/portail/demande-lue'
import { relireFormulaire } from '#domain/portail/suite-ligne'
import { isCodePiece } from '#domain/piece/piece'
import { no, ok, type Result } from '#domain/result'
import { lireGenre } from '#domain/structure/genre'
import { jourDeParis } from '#domain/temps/jour'
import { courrielDeConfirmation } from '#emails/courriel-de-dossier'
import { promettreCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { getEnv } from '#infra/env'
import { adressePublique } from '#infra/jeton'
import { writeJournal } from '#infra/journal'
import {
  campagneDe,
  type DemandeChargee,
  manquantesDe,
  reponsesDe,
  signalementsDe,
  tenirDemande,
} from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { fichierEnVol } from '#infra/stores/demande-en-ligne/televersement'
import { rafraichirRecevabilite } from '#infra/stores/dossier/recevabilite'
import { majCoordonnees } from '#infra/stores/dossier/structure'
import { rafraichirCompletude } from '#infra/stores/piece/completude'
import { addPremieresVersions, findDejaVus } from '#infra/stores/piece/depot-piece'
import { addVersion } from '#infra/stores/portail/demande-lue'
import { STATUT_DU_PORTAIL, TYPE_DU_PORTAIL } from '#libelles/demandeur/accueil'
import { adresseDuSuivi } from '#libelles/demandeur/adresses'
import { nomDeGenre } from '#libelles/structure'
import { formatInstant } from '#libelles/temps'
import { certifier, type Certification } from '#usecases/demande-en-ligne/certifier'
import { garderRecapitulatif } from '#usecases/demande-en-ligne/garder-recapitulatif'
import { aAccuser, accuserLeDossier } from '#usecases/dossier/accuser-reception'
import { proposerRapprochements } from '#usecases/fil-rouge/proposer-rapprochements'
import { cleDe } from '#usecases/piece/importer-piece'
import { SANS_IDENTITE } from '#usecases/piece/recevoir-piece'
import { poserDossier } from '#usecases/portail/reprendre-demande'

export type RefusDeValider = RefusDeDeposer | 'CHANGEE' | 'SANS_NUMERO' | 'FICHIER_EN_VOL'

/** Read as deposited before its number is known: numbers are given last. */
const EN_ATTENTE = '00000'

/**
 * Deposits a demande: it becomes a dossier with its pièces, its number, its journal and the two mails that say that it arrived (CRPA R112-11-1,
 * R112-11-2), or nothing does. Deposited twice it is deposited once. What is judged is the instant at which it arrived here. `version` is that of
 * the summary which was certified, `faitA` where it was: CHANGEE where the summary is another now. FICHIER_EN_VOL names a file that has not come whole yet. Throws NotFound.
 */
export const validerDemande = (
  { db, now }: Deps,
  demandeur: Demandeur,
  { id, version, ...certification }: Certification,
): Promise<Result<{ numero: Numero }, RefusDeValider>> => {
  const le = now()
  const deposer = db.$transaction(
    async (tx): Promise<Result<{ numero: Numero }, RefusDeValider>> => {
      const demandeEnLigne = await tenirDemande(tx, demandeur.id, id)
      const { dossier, role } = demandeEnLigne
      if (dossier?.numero) return ok({ numero: dossier.numero })
      const reponses = { ...reponsesDe(demandeEnLigne), ...certification }
      const permis = verifierDepot({ role, campagne: campagneDe(demandeEnLigne), reponses }, le)
      if (!permis.ok) return permis
      const enVol = await fichierEnVol(tx, id, le)
      if (enVol !== null) return no('FICHIER_EN_VOL', enVol)
      if (demandeEnLigne.version !== version) return no('CHANGEE')

      await certifier(tx, demandeur, { id, reponses: certification, le })
      const lue = lireDemande(demandeEnLigne, `${jourDeParis(le).slice(0, 4)}-${EN_ATTENTE}`, le)
      const dossierId = await creer(tx, demandeEnLigne, lue, le)
      const manquantes = await manquantesDe(tx, demandeEnLigne)
      // From here on every other deposit of the year waits: what is long was done before.
      const numero = await prendreNumero(tx, Number(jourDeParis(le).slice(0, 4)))
      if (!numero) throw new SansNumero()
      const numerotee = lireDemande(demandeEnLigne, numero, le)
      await tx.dossier.update({
        where: { id: dossierId },
        data: { numero, cleBrouillon: null, donnees: numerotee.donnees },
        select: { id: true },
      })
      await addVersion(tx, dossierId, { lotId: null, donnees: numerotee.donnees })
      await tx.demandeEnLigne.update({
        where: { id },
        data: { deposeeLe: le, deposeePar: nomDActeur(demandeur), dossierId, version: { increment: 1 } },
        select: { id: true },
      })
      await garderRecapitulatif(tx, demandeur, { dossierId, numero, demandeEnLigne, reponses, manquantes, le })
      const depose = await aAccuser(tx, dossierId)
      await confirmer(tx, demandeur, { dossier: depose, manquantes, demandeEnLigne, le })
      await accuserLeDossier(tx, depose, le)
      await writeJournal(tx, demandeur, {
        acte: 'deposer',
        objet: 'dossier',
        objetId: dossierId,
        detail: { enLigne: true, avant: 'BROUILLON', apres: 'DEPOSE', numero, manquantes: manquantes.length },
        le,
      })
      return ok({ numero })
    },
    // Many deposits in the last minute wait for one another.
    { timeout: 60_000, maxWait: 30_000 },
  )
  return deposer.catch((error: unknown) => {
    if (error instanceof SansNumero) return no('SANS_NUMERO')
    throw error
  })
}

/** Every number of the year is given: nothing of the deposit is kept. */
class SansNumero extends Error {}

/** The form as one line of the portal's listing would have told it. */
function lireDemande(demandeEnLigne: DemandeChargee, numero: Numero, le: Date): DemandeLue {
  const { structure, campagne, id } = demandeEnLigne
  const genre = lireGenre(structure.genre)
  const donnees = formulaireDepose({
    numero,
    jour: jourDeParis(le),
    type: TYPE_DU_PORTAIL[campagne.dispositif],
    statutPortail: STATUT_DU_PORTAIL.DEPOSE,
    structure: { ...structure, natureJuridique: structure.natureJuridique || nomDeGenre(genre) },
    reponses: reponsesDe(demandeEnLigne),
  })
  const lue = relireFormulaire(donnees)
  if (!lue) throw new Error(`demande en ligne ${id} cannot be read as a demande`)
  return { ...lue, cleBrouillon: `en-ligne|${id}`, structure: { ...lue.structure, genre } }
}

async function creer(tx: Tx, demandeEnLigne: DemandeChargee, lue: DemandeLue, le: Date): Promise<string> {
  const { structureId, campagneId } = demandeEnLigne
  await majCoordonnees(tx, structureId, lue)
  const dossierId = await poserDossier(tx, {
    demandeLue: { ...lue, numero: null },
    anomalies: lue.anomalies,
    ...{ campagneId, structureId, origine: 'EXTRANET', cadence: { etat: 'DEPOSE', reprisLe: null }, le },
  })
  await prendrePieces(tx, dossierId, demandeEnLigne)
  await rafraichirCompletude(tx, dossierId, le)
  await rafraichirRecevabilite(tx, dossierId)
  await proposerRapprochements(tx, dossierId, le)
  return dossierId
}

/** The files become the pièces of the dossier, each with the code it was given for and the hour it came at. */
async function prendrePieces(tx: Tx, dossierId: string, { id, pieces }: DemandeChargee) {
  const dejaVus = await findDejaVus(
    tx,
    dossierId,
    pieces.map(({ sha256 }) => sha256),
  )
  const vues = new Map<string, number>()
  const fichiers = pieces.map((piece, rang) => {
    const { code, nomFichier, libelle, cle, taille, typeMime, sha256, recueLe } = piece
    const sous = cleDe(piece, 1)
    const occurrence = (vues.get(sous) ?? 0) + 1
    vues.set(sous, occurrence)
    const signalements = signalementsDe(piece)
    const sansIdentite = signalements.some(({ probleme }) => SANS_IDENTITE.includes(probleme))
    const ailleurs = sansIdentite ? undefined : dejaVus.get(sha256)
    return {
      ...{ nomFichier, libelle, cle, taille, typeMime, sha256, lotId: null, le: recueLe, rang: rang + 1 },
      code: isCodePiece(code) ? code : null,
      cleDepot: cleDe(piece, occurrence),
      signalements: ailleurs ? [...signalements, ailleurs] : signalements,
    }
  })
  await addPremieresVersions(tx, dossierId, fichiers)
  await tx.pieceEnLigne.deleteMany({ where: { demandeEnLigneId: id } })
}

/** The next number of the year, that no other deposit takes; one that the portal gave meanwhile is passed over. Null when there is none left. */
async function prendreNumero(tx: Tx, annee: number): Promise<Numero | null> {
  const premier = getEnv().EXTRANET_PREMIER_NUMERO
  for (;;) {
    const [{ dernier } = { dernier: Infinity }] = await tx.$queryRaw<{ dernier: number }[]>`
      INSERT INTO numerotation_en_ligne AS n (annee, dernier) VALUES (${annee}, ${premier})
      ON CONFLICT (annee) DO UPDATE SET dernier = n.dernier + 1 RETURNING dernier`
    const numero = numeroEnLigne(annee, dernier)
    if (numero === null || (await tx.dossier.count({ where: { numero } })) === 0) return numero
  }
}

type AConfirmer = {
  dossier: Awaited<ReturnType<typeof aAccuser>>
  manquantes: readonly string[]
  demandeEnLigne: DemandeChargee
  le: Date
}

/** The confirmation d'envoi, at once: what was deposited, by whom, with which files, and what is still missing (CRPA R112-11-2). */
async function confirmer(tx: Tx, demandeur: Demandeur, { dossier, manquantes, demandeEnLigne, le }: AConfirmer) {
  const { id: dossierId } = dossier
  await promettreCourriel(tx, demandeur, {
    cleUnique: cleUnique('confirmation', dossierId),
    mots: courrielDeConfirmation(
      dossier,
      {
        enregistree: formatInstant(le),
        deposeePar: nomDActeur(demandeur),
        fichiers: demandeEnLigne.pieces.map(({ code, nomFichier }) => ({ code, nomFichier })),
        manquantes,
        ou: adressePublique(adresseDuSuivi(dossierId)),
      },
      { now: le, redacteur: null },
    ),
    sujet: { dossierId },
    faitLe: le,
    creeLe: le,
    partirLe: null,
    reponse: {},
  })
}
