import { fromDate } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'

/**
 * What an expert reads behind their link: the question, the plain facts of the project, the files they were given, and what they answered. Nothing of
 * what officers note, propose or signal, nor of what other experts answered.
 */
export async function avisDemande(db: Db, avisId: string) {
  const { dossier, pieces, ...avis } = await db.avisDExpert.findUniqueOrThrow({
    where: { id: avisId },
    select: {
      ...{ prenom: true, nom: true, question: true, confidentiel: true, jusquAu: true, version: true },
      ...{ avis: true, mots: true, renduLe: true },
      pieces: {
        orderBy: { version: { nomFichier: 'asc' } },
        select: {
          version: { select: { id: true, nomFichier: true, taille: true, piece: { select: { code: true } } } },
        },
      },
      dossier: {
        select: {
          ...{
            objet: true,
            pays: true,
            villePartenaire: true,
            projetDebut: true,
            projetFin: true,
            nbParticipants: true,
          },
          ...{ montantDemandeCents: true, coutTotalCents: true },
          structure: { select: { nom: true, commune: true } },
          campagne: { select: { libelle: true } },
        },
      },
    },
  })
  return {
    ...avis,
    jusquAu: fromDate(avis.jusquAu),
    projet: {
      ...dossier,
      projetDebut: dossier.projetDebut && fromDate(dossier.projetDebut),
      projetFin: dossier.projetFin && fromDate(dossier.projetFin),
    },
    pieces: pieces.map(({ version: { piece, ...version } }) => ({ ...version, code: piece.code })),
  }
}

/** A file that this expert was given to read, by its id. Throws NotFound for any other, of this dossier too. */
export async function fichierDeLExpert(db: Db, avisId: string, versionId: string) {
  const donnee = await db.pieceDAvis.findUnique({
    where: { avisId_versionId: { avisId, versionId } },
    select: { version: { select: { cle: true, nomFichier: true, typeMime: true, analyse: true } } },
  })
  if (!donnee) throw new NotFound('piece', versionId)
  const { nomFichier: nom, ...fichier } = donnee.version
  return { ...fichier, nom }
}
