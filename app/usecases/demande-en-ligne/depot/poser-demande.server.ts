import { piecesAbsentes } from '#domain/demande-en-ligne/pieces'
import { valeursDuFormulaire } from '#domain/demande-en-ligne/questions-de-campagne'
import { isCodePiece } from '#domain/piece/piece'
import type { DemandeLue } from '#domain/portail/demande-lue'
import { lireGenre } from '#domain/structure/genre'
import type { Tx } from '#infra/db'
import { attenduesParmi, lignesDuGenre } from '#infra/stores/campagne/exigences'
import { type DemandeChargee, piecesDonnees, signalementsDe } from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { poserRecevabilite } from '#infra/stores/dossier/recevabilite'
import { aEcrire } from '#infra/stores/dossier/lieu'
import { majCoordonnees } from '#infra/stores/dossier/structure'
import { ecrireCompletude } from '#infra/stores/piece/completude'
import { addPremieresVersions, findDejaVus } from '#infra/stores/piece/depot-piece'
import type { DossierAAccuser } from '#usecases/dossier/accuser-reception'
import { ecrirePropositions } from '#usecases/fil-rouge/proposer-rapprochements'
import { cleDe } from '#usecases/piece/importer-piece'
import { SANS_IDENTITE } from '#usecases/piece/recevoir-piece'
import { poserDossier } from '#usecases/portail/reprendre-demande'

/** A demande that has become a dossier, all but its number: the fiches proposed for it, and of the pièces asked, those that must be given and are not. */
export type DemandePosee = {
  dossier: DossierAAccuser
  proposees: Awaited<ReturnType<typeof ecrirePropositions>>
  manquantes: string[]
}

/**
 * Makes the dossier of a demande, with its pièces and what is kept of them. It has read its structure and its campagne, and writes the rest: what it knows
 * is handed on rather than read again, for many deposit in the same minute.
 */
export async function poserDemande(
  tx: Tx,
  demandeEnLigne: DemandeChargee,
  { lue, le }: { lue: DemandeLue; le: Date },
): Promise<DemandePosee> {
  const { structureId, campagneId, campagne, posees } = demandeEnLigne
  const structure = await majCoordonnees(tx, structureId, lue)
  const pose = await poserDossier(tx, {
    demandeLue: { ...lue, numero: null },
    anomalies: lue.anomalies,
    champsService: valeursDuFormulaire(posees, { donnees: lue.donnees, tenues: {} }),
    ...{ campagneId, structureId, origine: 'EXTRANET', cadence: { etat: 'DEPOSE', reprisLe: null }, le },
  })
  const dossier = { ...pose, structure, campagne }
  const pieces = await prendrePieces(tx, dossier, demandeEnLigne)
  const lignes = await lignesDuGenre(tx, pose.exigencesId, lireGenre(structure.genre))
  const attendues = await attenduesParmi(tx, pose.id, lignes)
  await ecrireCompletude(tx, { id: pose.id, attendues, pieces }, le)
  await poserRecevabilite(tx, dossier)
  return {
    dossier: aEcrire(dossier),
    proposees: await ecrirePropositions(tx, dossier, le),
    manquantes: piecesAbsentes(attendues, piecesDonnees(demandeEnLigne)),
  }
}

/** The files become the pièces of the dossier, each with the code it was given for and the hour it came at. */
async function prendrePieces(
  tx: Tx,
  dossier: Parameters<typeof findDejaVus>[1],
  { id, pieces }: Pick<DemandeChargee, 'id' | 'pieces'>,
) {
  const dejaVus = await findDejaVus(
    tx,
    dossier,
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
  const posees = await addPremieresVersions(tx, dossier.id, fichiers)
  await tx.$executeRaw`DELETE FROM piece_en_ligne WHERE demande_en_ligne_id = ${id}::uuid`
  return posees
}
