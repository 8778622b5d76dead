import { estMemeProjet } from '#domain/ressemblance'
import { fromDate } from '#domain/temps/jour'
import { plier } from '#domain/texte'
import type { Db } from '#infra/db'

/** Fiches and dossiers of one structure that are looked at: one that asked more often is an exception. */
const REGARDES = 50
const MONTRES = 5

type Fiche = {
  id: string
  structureId: string | null
  siret: string | null
  structureNomPlie: string
  titrePlie: string
  ville: string
  dateDebut: Date | null
  dateFin: Date | null
}

const projetDe = ({
  titrePlie,
  ville,
  dateDebut,
  dateFin,
}: Omit<Fiche, 'id' | 'structureId' | 'siret' | 'structureNomPlie'>) => ({
  titrePlie,
  villePliee: plier(ville),
  dateDebut: dateDebut && fromDate(dateDebut),
  dateFin: dateFin && fromDate(dateFin),
})

/**
 * What was received before from the structure of this fiche, known by its SIRET or by its name: its last dossiers, its other fiches, and
 * among them those that tell the same project, in this campagne or another.
 */
export async function dejaRecuDe(db: Db, fiche: Fiche) {
  const { id, structureId, siret, structureNomPlie } = fiche
  const memes = [...(siret ? [{ siret }] : []), ...(structureNomPlie ? [{ structureNomPlie }] : [])]
  const structures = [
    ...(structureId ? [{ id: structureId }] : []),
    ...(siret ? [{ siret }] : []),
    ...(structureNomPlie ? [{ nomPlie: structureNomPlie }] : []),
  ]
  const connues =
    structures.length === 0
      ? []
      : await db.structure.findMany({ where: { OR: structures }, take: MONTRES, select: { id: true } })
  const deposes = { structureId: { in: connues.map((structure) => structure.id) }, numero: { not: null } }
  const [autres, dossiers, nbDossiers] = await Promise.all([
    memes.length === 0
      ? []
      : db.preProjet.findMany({
          where: { id: { not: id }, OR: memes },
          orderBy: [{ recuLe: 'desc' }, { id: 'asc' }],
          take: REGARDES,
          select: {
            id: true,
            titre: true,
            titrePlie: true,
            ville: true,
            dateDebut: true,
            dateFin: true,
            recuLe: true,
            etat: true,
            campagne: { select: { code: true } },
          },
        }),
    db.dossier.findMany({
      where: deposes,
      orderBy: { numero: 'desc' },
      take: MONTRES,
      select: { numero: true, objet: true, campagne: { select: { code: true } } },
    }),
    db.dossier.count({ where: deposes }),
  ])
  const ici = projetDe(fiche)
  const fiches = autres.map(({ titrePlie, ville, dateDebut, dateFin, ...reste }) => ({
    ...reste,
    memeProjet: estMemeProjet(ici, projetDe({ titrePlie, ville, dateDebut, dateFin })),
  }))
  const memeProjet = fiches.filter((autre) => autre.memeProjet)
  return {
    nbDossiers,
    nbFiches: fiches.length,
    nbMemeProjet: memeProjet.length,
    dossiers,
    fiches: [...memeProjet, ...fiches.filter((autre) => !memeProjet.includes(autre))].slice(0, MONTRES),
  }
}
