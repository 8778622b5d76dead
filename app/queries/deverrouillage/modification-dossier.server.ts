import { champsModifies, estPieceOuverte, lireFichiers } from '#domain/portail/modification'
import { etatCompletude, examinerCompletude, type PieceDeposee } from '#domain/piece/completude'
import type { Donnees } from '#domain/portail/demande-lue'
import { relireFormulaire } from '#domain/portail/suite-ligne'
import type { Db } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { deposees } from '#infra/stores/piece/completude'
import { attenduesDuDossier } from '#infra/stores/campagne/exigences'
import { findModification } from '#infra/stores/deverrouillage/modification'
import { constatsDuClasseur } from '#queries/budget/budget-dossier'

/**
 * What the demandeur changed, beside the version deposited: each field before and after, each file and the one it would replace, and
 * what the checks say of the dossier as it would become. Null when nothing waits.
 */
export async function modificationDossier({ db, storage, now }: DepsFichiers, dossierId: string) {
  const modification = await findModification(db, dossierId)
  if (!modification) return null
  const dossier = await db.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: {
      id: true,
      donnees: true,
      campagneId: true,
      exigencesId: true,
      structure: { select: { genre: true } },
      pieces: {
        select: {
          code: true,
          cleDepot: true,
          controle: true,
          versions: { orderBy: { numero: 'desc' }, take: 1, select: { id: true, nomFichier: true, numero: true } },
        },
      },
    },
  })
  const { id, version, etat, redeposeeLe, creeLe, deverrouillage: parties } = modification
  const donnees = modification.donnees as Donnees | null
  const lus = lireFichiers(modification.fichiers)
  const fichiers = lus.map(({ cleDepot, code, nomFichier, taille, signalements, recuLe, analyse }, rang) => {
    const remplace = dossier.pieces.find((piece) => piece.cleDepot === cleDepot)
    const codeFinal = remplace ? remplace.code : code
    return {
      rang,
      code: codeFinal,
      nomFichier,
      taille,
      recuLe,
      signalements,
      infecte: analyse === 'INFECTE',
      remplace: remplace?.versions[0] ?? null,
      horsParties: !estPieceOuverte(parties, codeFinal),
    }
  })
  const apres = avecFichiers(
    dossier.pieces.map(({ versions, ...piece }) => ({ ...piece, aUnFichier: versions.length > 0 })),
    lus,
  )
  const completude = examinerCompletude(await attenduesDuDossier(db, dossier), deposees(apres))
  const relu = donnees && relireFormulaire(donnees)
  const classeur = lus.find(({ code }) => code === 'BUDGET_PROJET')
  return {
    id,
    version,
    etat,
    redeposeeLe,
    creeLe,
    champs: champsModifies(dossier.donnees as Donnees, donnees, parties),
    fichiers,
    anomalies: relu?.anomalies ?? [],
    illisible: donnees !== null && relu === null,
    constats: classeur
      ? await constatsDuClasseur(
          { db, storage, now },
          {
            ...classeur,
            analyse: classeur.analyse ?? 'NON_ANALYSE',
            budget: null,
            budgetFeuille: null,
            dossierId,
            montantDemandeCents: relu?.montantDemande ?? null,
          },
        )
      : [],
    apres: { etat: etatCompletude(completude), manquantes: completude.manquantes, aControler: completude.aControler },
  }
}

type PieceLue = { code: string | null; cleDepot: string; controle: PieceDeposee['controle']; aUnFichier: boolean }

/** The pièces as they would be once the files are taken: each one given is to be looked at again. */
const avecFichiers = (pieces: readonly PieceLue[], fichiers: ReturnType<typeof lireFichiers>): PieceLue[] => [
  ...pieces.filter(({ cleDepot }) => !fichiers.some((f) => f.cleDepot === cleDepot)),
  ...fichiers.map(({ cleDepot, code }) => ({
    cleDepot,
    code: pieces.find((piece) => piece.cleDepot === cleDepot)?.code ?? code,
    controle: 'A_CONTROLER' as const,
    aUnFichier: true,
  })),
]

/** One file of the changes that wait on this dossier, or of past ones, to be sent. Throws NotFound. */
export async function fichierDeModification(db: Db, dossierId: string, { id, rang }: { id: string; rang: number }) {
  const modification = await db.modification.findFirst({ where: { id, dossierId }, select: { fichiers: true } })
  const fichier = modification && lireFichiers(modification.fichiers)[rang]
  if (!fichier) throw new NotFound('modification', `${id}/${rang}`)
  return fichier
}
