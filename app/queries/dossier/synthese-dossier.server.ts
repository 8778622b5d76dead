import { champDe } from '#domain/portail/colonnes'
import type { Db } from '#infra/db'

export type AnomalieLue = { colonne: string; motif: string; valeur: string; champ: string | null }

const isTexte = (value: unknown): value is string => typeof value === 'string'

const isJson = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads the anomalies of a line as the import wrote them; what has another form is left out. */
function lireAnomalies(json: unknown): AnomalieLue[] {
  if (!Array.isArray(json)) return []
  return json.filter(isJson).flatMap(({ colonne, motif, valeur }) => {
    if (!isTexte(colonne) || !isTexte(motif)) return []
    return [{ colonne, motif, valeur: isTexte(valeur) ? valeur : '', champ: champDe(colonne) }]
  })
}

/** What the portal gave for one dossier: every field of the form by name, and what is wrong in it. */
export async function syntheseDossier(db: Db, dossierId: string) {
  const { donnees, anomalies, ...dossier } = await db.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: {
      donnees: true,
      anomalies: true,
      disparuLe: true,
      statutPortail: true,
      structure: { select: { nom: true, siret: true, genre: true, commune: true } },
      campagne: { select: { code: true, libelle: true } },
    },
  })
  const champs = isJson(donnees)
    ? Object.fromEntries(Object.entries(donnees).filter((entry): entry is [string, string] => isTexte(entry[1])))
    : {}
  return { ...dossier, champs, anomalies: lireAnomalies(anomalies) }
}
